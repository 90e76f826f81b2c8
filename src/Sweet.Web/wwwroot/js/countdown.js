// Says how long a seat is still held: <p data-until="2027-01-12T19:45:00Z">. The page itself names the end, so the
// words below are a comfort. A screen reader hears them at ten, five and one minute only.
const words = seconds => {
  if (seconds <= 0) return "Time is up. Reload the page to see what you can do.";
  const minutes = Math.ceil(seconds / 60);
  if (minutes > 2 * 24 * 60) return `${Math.floor(minutes / 24 / 60)} days left`;
  if (minutes > 2 * 60) return `${Math.floor(minutes / 60)} hours left`;
  return minutes > 1 ? `${minutes} minutes left` : "less than a minute left";
};

for (const element of document.querySelectorAll("[data-until]")) {
  const until = new Date(element.dataset.until).getTime();
  // The reader's clock may be wrong: what counts is the time passed since the server wrote the page.
  const lead = element.dataset.now ? new Date(element.dataset.now).getTime() - Date.now() : 0;
  const shown = document.createElement("span");
  shown.setAttribute("aria-hidden", "true");
  const spoken = document.createElement("span");
  spoken.className = "hidden-visually";
  spoken.setAttribute("role", "status");
  element.append(shown, spoken);

  const tick = () => {
    const seconds = Math.round((until - Date.now() - lead) / 1000);
    const text = words(seconds);
    if (shown.textContent !== text) shown.textContent = text;
    const minutes = Math.ceil(seconds / 60);
    if ([10, 5, 1, 0].includes(Math.max(minutes, 0)) && spoken.textContent !== text) spoken.textContent = text;
    if (seconds > 0) setTimeout(tick, 1000);
  };
  tick();
}
