// Adds the reader's own time where a cohort's zone is another, with the day if it shifts.
const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat("en-US", { weekday: "long" });

const hour = moment => clock.format(moment).replace(/\s?([AP])M/, (_, half) => ` ${half.toLowerCase()}m`);
const day = moment => `${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, "0")}-${String(moment.getDate()).padStart(2, "0")}`;

for (const element of document.querySelectorAll("[data-starts]")) {
  const starts = new Date(element.dataset.starts);
  if (-starts.getTimezoneOffset() === Number(element.dataset.offset)) continue;

  const ends = element.dataset.ends ? new Date(element.dataset.ends) : null;
  const shift = day(starts) === element.dataset.day ? "" : `${weekday.format(starts)}, `;
  const own = document.createElement("span");
  own.className = "reader-time";
  own.textContent = ` (${shift}${hour(starts)}${ends ? `–${hour(ends)}` : ""} your time)`;
  element.append(own);
}
