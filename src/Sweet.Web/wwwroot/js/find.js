// The one search of the office: "/" leads into its box from anywhere, and what fits is shown while one types. The answer is the
// page itself, of which only the results are taken: without this, Enter shows the same.
const form = document.querySelector("[data-find]");
const box = form.elements.q;
const pause = 150;
let asked, waits;

const isTyping = ({ target }) => target.isContentEditable || target.matches("input, textarea, select");

document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  event.preventDefault();
  box.focus();
  box.select();
});

const place = () => {
  const known = document.querySelector("[data-found]");
  if (known) return known;
  // On another page the results come before it, and go away with what was typed.
  const made = document.createElement("div");
  made.dataset.found = "";
  made.dataset.made = "";
  document.querySelector("main > .shell").prepend(made);
  return made;
};

const say = document.createElement("p");
say.className = "hidden-visually";
say.setAttribute("role", "status");
form.append(say);

// Old results under new words would be taken for their answer.
const fail = () => {
  const note = document.createElement("p");
  note.className = "empty";
  note.textContent = "What fits could not be looked up: you may have been signed out. Press Enter to search again.";
  place().replaceChildren(note);
  say.textContent = note.textContent;
};

const show = async () => {
  asked?.abort();
  asked = new AbortController();
  const typed = box.value.trim();
  if (typed === "") {
    document.querySelector("[data-made]")?.remove();
    say.textContent = "";
    return;
  }
  try {
    const answer = await fetch(`${form.action}?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
    // Signed out meanwhile, or an error: Enter leads to the page that says so.
    if (!answer.ok || answer.redirected) return fail();
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-found]");
    const here = place();
    if (here.dataset.made === undefined) history.replaceState(null, "", answer.url);
    else {
      found.dataset.made = "";
      // This page has its heading, and what was typed stands in the box.
      found.querySelector("h1")?.remove();
    }
    here.replaceWith(found);
    say.textContent = found.querySelector(".sub")?.textContent ?? "";
  } catch (failure) {
    if (failure.name !== "AbortError") fail();
  }
};

box.addEventListener("input", () => {
  clearTimeout(waits);
  waits = setTimeout(show, pause);
});

// Not every browser empties a search box by this key.
box.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  clearTimeout(waits);
  box.value = "";
  show();
});
