// Beside a field whose text is to be taken along: a button that copies it, and says so. Without it, one selects and copies.
for (const field of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet";
  button.textContent = "Copy";
  const said = document.createElement("span");
  said.className = "note";
  said.setAttribute("role", "status");
  const line = document.createElement("p");
  line.className = "actions";
  line.append(button, " ", said);
  field.after(line);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    said.textContent = "Copied.";
  });
}
