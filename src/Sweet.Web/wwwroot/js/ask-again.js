// The landing page asks again by itself, ever more slowly, and says nothing until something has changed.
const waits = [3, 5, 10, 20, 30, 60, 60, 60, 60];
const key = "asked " + location.pathname;
const asked = Number(sessionStorage.getItem(key) ?? 0);

if (document.querySelector("[data-ask-again]") && asked < waits.length) {
  setTimeout(() => {
    sessionStorage.setItem(key, asked + 1);
    location.reload();
  }, waits[asked] * 1000);
}
