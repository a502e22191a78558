"use strict";

// Wishes are put into order by dragging, and a press of a button spares a page load. Without this
// file the same buttons send the same forms.

const CALM = matchMedia("(prefers-reduced-motion: reduce)").matches;
const { htmx: HTMX } = document.currentScript.dataset;
const loading = new Map();

// The two libraries are sent for once the page is there: nobody waits for them.
const load = (source) =>
  new Promise((done) => {
    const script = document.createElement("script");
    script.src = source;
    script.addEventListener("load", done);
    document.head.append(script);
  });

const loaded = (source) => {
  if (!loading.has(source)) loading.set(source, load(source));
  return loading.get(source);
};

const drop = ({ item, oldIndex, newIndex }) => {
  if (oldIndex === newIndex) return;
  const form = item.querySelector("form");
  if (form.elements.place) form.elements.place.value = String(newIndex + 1);
  // Of two wishes the one that was moved has a single step to go.
  (form.querySelector("[value=move]") ?? form.querySelector("[value=up], [value=down]")).click();
};

const prepare = async () => {
  const list = document.querySelector("[data-sortable]");
  if (!list) return;
  await loaded(list.dataset.sortable);
  if (!list.isConnected || Sortable.get(list)) return;
  const animation = CALM ? 0 : 150;
  Sortable.create(list, { handle: ".grip", animation, forceFallback: true, onEnd: drop });
  list.classList.add("sortable");
};

// What was pressed stays where it was on screen, although the list above grows or shrinks.
let pressed = null;
const cardOf = ({ part, key }) =>
  document.querySelector(`.${part} [data-key="${CSS.escape(key)}"]`);
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const card = detail.requestConfig.elt.closest("[data-key]");
  const part = card?.closest(".own") ? "own" : "others";
  pressed = card && { part, key: card.dataset.key, top: card.getBoundingClientRect().top };
});
document.addEventListener("htmx:afterSettle", () => {
  const card = pressed && cardOf(pressed);
  if (card) scrollBy({ top: card.getBoundingClientRect().top - pressed.top, behavior: "instant" });
  pressed = null;
  prepare();
});

const unsaved = ({ detail }) => {
  document.getElementById("unsaved").hidden = false;
  const form = detail.elt.closest("form");
  if (form) delete form.dataset.sent;
};
document.addEventListener("htmx:responseError", unsaved);
document.addEventListener("htmx:sendError", unsaved);

addEventListener("load", () => {
  loaded(HTMX);
  prepare();
});
