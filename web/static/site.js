"use strict";

// Everything works without this file; it only spares a few movements.

document.querySelectorAll("[data-copy]").forEach((button) => {
  const field = document.getElementById(button.dataset.copy);
  field.addEventListener("focus", () => field.select());
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.done;
  });
});

// A menu that is wider than the screen shows where one is.
const here = document.querySelector(".rooms [aria-current]");
if (here) here.scrollIntoView({ block: "nearest", inline: "center" });

const summary = document.getElementById("summary");
if (summary) summary.focus();

// A second press while the first is on its way would be refused as a double registration.
document.querySelectorAll("form").forEach((form) => {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form").forEach((form) => delete form.dataset.sent);
});
