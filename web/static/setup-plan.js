"use strict";

// Tables are moved in the drawing by mouse, finger or arrow keys; the fields below say the same.

const said = document.getElementById("plan-said");
const STEP = 0.5, FINE = 0.1;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const written = (number) => String(Math.round(number * 100) / 100).replace(".", said.dataset.decimal);
const fieldsOf = (place) => ["x", "y"].map((axis) => document.getElementById(`${axis}_${place.dataset.row}`));

function sentence(place, x, y) {
  return said.dataset.template.replace("{table}", place.dataset.table).replace("{x}", written(x)).replace("{y}", written(y));
}

function positionOf(place) {
  const matrix = place.transform.baseVal.consolidate().matrix;
  return [matrix.e, matrix.f];
}

function draw(place, x, y) {
  place.setAttribute("transform", `translate(${x} ${y})`);
  place.classList.remove("waiting");
  place.setAttribute("aria-label", sentence(place, x, y));
}

function move(place, x, y) {
  const floor = place.ownerSVGElement.viewBox.baseVal;
  const within = [Math.min(Math.max(x, 0), floor.width), Math.min(Math.max(y, 0), floor.height)];
  draw(place, ...within);
  fieldsOf(place).forEach((field, axis) => { field.value = written(within[axis]); });
  return within;
}

function startDrag(place, event) {
  if (event.button) return;
  event.preventDefault();
  const floor = place.ownerSVGElement;
  const [x, y] = positionOf(place);
  const here = (each) => new DOMPoint(each.clientX, each.clientY).matrixTransform(floor.getScreenCTM().inverse());
  const from = here(event);
  let at = [x, y];
  let hasMoved = false;
  floor.appendChild(place);
  place.focus({ preventScroll: true });
  place.classList.add("held");
  place.setPointerCapture(event.pointerId);
  const follow = (each) => {
    const to = here(each);
    const grid = each.shiftKey ? FINE : STEP / 2;
    const snapped = [x + to.x - from.x, y + to.y - from.y].map((value) => Math.round(value / grid) * grid);
    if (!hasMoved && Math.hypot(to.x - from.x, to.y - from.y) < grid) return;
    hasMoved = true;
    at = move(place, ...snapped);
  };
  const end = () => {
    place.classList.remove("held");
    place.removeEventListener("pointermove", follow);
    if (hasMoved) said.textContent = sentence(place, ...at);
  };
  place.addEventListener("pointermove", follow);
  place.addEventListener("pointerup", end, { once: true });
  place.addEventListener("pointercancel", end, { once: true });
}

function press(place, event) {
  const arrow = ARROWS[event.key];
  if (!arrow || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const [x, y] = positionOf(place);
  const step = event.shiftKey ? FINE : STEP;
  const at = move(place, x + arrow[0] * step, y + arrow[1] * step);
  said.textContent = sentence(place, ...at);
}

document.querySelectorAll(".place").forEach((place) => {
  const [x, y] = positionOf(place);
  place.classList.add("movable");
  place.setAttribute("tabindex", "0");
  place.setAttribute("role", "button");
  place.setAttribute("aria-label", sentence(place, x, y));
  place.addEventListener("pointerdown", (event) => startDrag(place, event));
  place.addEventListener("keydown", (event) => press(place, event));
  fieldsOf(place).forEach((field) => field.addEventListener("change", () => {
    const [left, top] = fieldsOf(place).map((each) => parseFloat(each.value.replace(",", ".")));
    if (Number.isFinite(left) && Number.isFinite(top)) draw(place, left, top);
  }));
});
