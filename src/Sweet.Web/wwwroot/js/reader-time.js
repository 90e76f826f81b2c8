// Adds the reader's own time where a cohort's zone is another, with the day if it shifts. An element may stand for several
// class meetings: what is added is true of each, also where the two zones change their clocks on different days.
const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat("en-US", { weekday: "long" });
const date = new Intl.DateTimeFormat("en-US", { month: "long", day: "numeric" });
const mostChanges = 3;

const hour = moment => clock.format(moment).replace(/\s?([AP])M/, (_, half) => ` ${half.toLowerCase()}m`);
const two = number => String(number).padStart(2, "0");
const day = moment => `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
const list = text => text ? text.split(" ") : [];

const read = ({ starts, ends, day: days, offset }) => list(starts).map((start, i) => ({
  starts: new Date(start),
  ends: list(ends)[i] ? new Date(list(ends)[i]) : null,
  day: list(days)[i],
  offset: Number(list(offset)[i]),
}));

const own = ({ starts, ends, day: told }) =>
  `${day(starts) === told ? "" : `${weekday.format(starts)}, `}${hour(starts)}${ends ? `–${hour(ends)}` : ""}`;

for (const element of document.querySelectorAll("[data-starts]")) {
  const meetings = read(element.dataset);
  if (meetings.every(({ starts, offset }) => -starts.getTimezoneOffset() === offset)) continue;

  const changes = meetings.filter((meeting, i) => i > 0 && own(meeting) !== own(meetings[i - 1]));
  // The rows of the single dates say it better.
  if (changes.length > mostChanges) continue;

  const words = [own(meetings[0]), ...changes.map(meeting => `from ${date.format(meeting.starts)} ${own(meeting)}`)];
  const added = document.createElement("span");
  added.className = "reader-time";
  added.textContent = `(${words.join(", ")} your time)`;
  // A box of its own: where the line is too short, it goes to the next one whole.
  element.append(" ", added);
}
