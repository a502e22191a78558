"use strict";

// The grid by mouse and by keyboard. Without it, the page of each meeting does the same by forms.

const board = document.getElementById("board");
const hand = document.getElementById("hand");
const said = board.dataset;
const isPeople = said.view === "people";
const tables = [...document.getElementById("tables").content.children].map((each) => each.textContent);
const slots = [...board.querySelectorAll("[data-slot]")].map((each) => each.dataset.slot);
let picked = null;
let step = said.step;

const rows = () => [...board.querySelectorAll("[data-k]")];
const cellsOf = (row) => [...row.children].slice(1);
const cellAt = (node) => node && node.closest && node.closest("#board [role=gridcell]");
const linkIn = (cell) => cell.firstElementChild;
const columnOf = (cell) => [...cell.parentNode.children].indexOf(cell) - 1;
const keyOf = (cell) => Number(cell.parentNode.dataset.k);
const pairOf = (cell) => linkIn(cell) ? linkIn(cell).getAttribute("href").slice(2) : "";

// One place of the grid is on the way of the Tab key; arrows lead to all others.
let current = null;
function stand(cell) {
  if (current) [current, ...current.children].forEach((each) => each.setAttribute("tabindex", "-1"));
  current = cell;
  (linkIn(cell) || cell).setAttribute("tabindex", "0");
}
function reach(cell) {
  if (!cell) return;
  stand(cell);
  (linkIn(cell) || cell).focus();
}
function settle(root) {
  root.querySelectorAll("a").forEach((link) => link.setAttribute("tabindex", "-1"));
}

// Verdicts

function verdictOf(cell) {
  const { places, here } = picked;
  if (isPeople && !picked.keys.includes(keyOf(cell))) return null;
  const slot = columnOf(cell);
  const table = isPeople ? places.best[slot] : keyOf(cell);
  if (table < 0) return null;
  const at = slot * tables.length + table;
  const isHere = isPeople ? slot === here.slot : slot === here.slot && table === here.table;
  return { code: isHere ? "" : places.codes[at], words: isHere ? "" : places.why[at].map((each) => places.words[each]).join("; "), slot, table };
}

function colour() {
  const wanted = isPeople ? rows().filter((row) => picked.keys.includes(Number(row.dataset.k))) : rows();
  wanted.forEach((row) => cellsOf(row).forEach((cell) => {
    const verdict = verdictOf(cell);
    if (verdict && verdict.code) cell.dataset.c = verdict.code;
  }));
}

function tell(cell) {
  const verdict = verdictOf(cell);
  if (!verdict) return say("");
  const time = board.querySelector(`[data-slot="${CSS.escape(slots[verdict.slot])}"] time`).textContent;
  const state = said[verdict.code || "here"];
  say(`${time}, ${said.table.replace("{table}", tables[verdict.table])}${said.colon} ${state}${verdict.words ? " – " + verdict.words : ""}`);
}

function say(text) {
  hand.querySelector("[data-why]").textContent = text;
}

// Picking and putting

async function pick(cell) {
  put();
  const pair = pairOf(cell);
  const link = linkIn(cell);
  const keys = pair.split("-").map(Number);
  const words = link.innerText.trim().split("\n");
  const mine = { pair, cell, keys, here: { slot: columnOf(cell), table: isPeople ? -1 : keyOf(cell) } };
  const row = cell.parentNode.firstElementChild.firstChild.textContent;
  hand.querySelector("[data-who]").textContent = isPeople ? `${row} & ${words[0]}` : words.slice(0, 2).join(" & ");
  const isLocked = cell.classList.contains("k");
  hand.querySelector("[data-act=lock]").hidden = isLocked;
  hand.querySelector("[data-act=unlock]").hidden = !isLocked;
  hand.querySelector("[data-act=page]").href = `m/${pair}?view=${said.view}`;
  hand.hidden = false;
  hand.classList.remove("done");
  cell.classList.add("picked");
  picked = mine;
  say("");
  const answer = await fetch(`t/${pair}`, { headers: { Accept: "application/json" } }).catch(() => null);
  if (picked !== mine) return;
  if (!answer || !answer.ok) { put(); return complain(); }
  mine.places = await answer.json();
  if (picked !== mine) return;
  colour();
  say(said.picked);
  mine.ready = true;
}

function put() {
  if (!picked) return;
  picked.cell.classList.remove("picked");
  board.querySelectorAll("[data-c]").forEach((each) => delete each.dataset.c);
  over(null);
  picked = null;
  hand.hidden = true;
}

function complain() {
  hand.hidden = false;
  say(said.failed);
}

function drop(cell) {
  if (!picked || !picked.ready) return;
  const verdict = verdictOf(cell);
  if (!verdict) return;
  if (!verdict.code) return back();
  if (verdict.code === "r") return tell(cell);
  send(said.move, { pair: picked.pair, slot: slots[verdict.slot], table: tables[verdict.table] }, cell);
}

function back() {
  const cell = picked.cell;
  put();
  reach(cell);
}

async function send(address, fields, cell) {
  const body = new URLSearchParams({ ...fields, step, view: said.view, csrf_token: said.token });
  const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer) return complain();
  // Whatever is not simply done has a page of its own: the same form leads to it.
  if (!answer.ok) return submit(address, body);
  take(await answer.json(), cell);
}

function submit(address, body) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  body.forEach((value, name) => {
    const field = document.createElement("input");
    [field.type, field.name, field.value] = ["hidden", name, value];
    form.append(field);
  });
  document.body.append(form);
  form.submit();
}

function take(done, cell) {
  const [key, column] = [keyOf(cell), columnOf(cell)];
  put();
  step = String(done.step);
  document.querySelectorAll("form input[name=step]").forEach((each) => { each.value = step; });
  Object.entries(done.rows).forEach(([number, html]) => {
    const row = board.querySelector(`[data-k="${number}"]`);
    if (row) row.outerHTML = html.trim();
    const fresh = board.querySelector(`[data-k="${number}"]`);
    if (fresh) settle(fresh);
  });
  const [undo, redo] = document.querySelectorAll("form[action$='/go'] input[name=number]");
  undo.value = done.undo;
  undo.form.querySelector("button").disabled = false;
  redo.form.querySelector("button").disabled = true;
  document.querySelector(".locks summary").textContent = done.locks;
  reach(cellsOf(board.querySelector(`[data-k="${key}"]`))[column]);
  hand.hidden = false;
  hand.querySelector("[data-who]").textContent = "";
  say(done.sentence);
  document.querySelector("[data-last]").textContent = done.sentence;
  hand.classList.add("done");
}

hand.addEventListener("click", (event) => {
  const act = event.target.dataset.act;
  if (!act || act === "page") return;
  event.preventDefault();
  if (!picked) { hand.hidden = true; return; }
  const { pair, cell } = picked;
  if (act === "back") back();
  if (act === "remove") send(said.move, { pair, remove: "yes" }, cell);
  if (act === "lock") send(said.lock, { pair, locked: "yes" }, cell);
  if (act === "unlock") send(said.lock, { pair, locked: "no" }, cell);
});

// Keyboard

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -99], End: [0, 99], PageUp: [-10, 0], PageDown: [10, 0] };

function neighbour(cell, [down, right]) {
  const all = rows();
  const row = Math.min(Math.max(all.indexOf(cell.parentNode) + down, 0), all.length - 1);
  const column = Math.min(Math.max(columnOf(cell) + right, 0), slots.length - 1);
  return cellsOf(all[row])[column];
}

board.addEventListener("keydown", (event) => {
  const cell = cellAt(event.target);
  if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
  if (STEPS[event.key]) {
    event.preventDefault();
    reach(neighbour(cell, STEPS[event.key]));
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (picked) drop(cell);
    else if (linkIn(cell)) pick(cell);
  } else if (event.key === "Escape" && picked) {
    event.preventDefault();
    back();
    say(said.back);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && picked && !cellAt(event.target)) back();
});

board.addEventListener("focusin", (event) => {
  const cell = cellAt(event.target);
  if (!cell) return;
  stand(cell);
  if (picked && picked.ready) tell(cell);
});

// Mouse, finger, pen: a click picks and a click puts, or one drags. A finger that moves at once
// scrolls; one that rests for a moment picks up what is under it.

const REST = 350;

let press = null;

function over(cell) {
  board.querySelectorAll(".over").forEach((each) => each.classList.remove("over"));
  if (cell) cell.classList.add("over");
}

board.addEventListener("dragstart", (event) => event.preventDefault());

board.addEventListener("click", (event) => {
  const cell = cellAt(event.target);
  if (!cell || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (press && press.moved) return;
  if (picked && cell !== picked.cell) drop(cell);
  else if (picked) back();
  else if (linkIn(cell)) { reach(cell); pick(cell); }
});

board.addEventListener("pointerdown", (event) => {
  const cell = cellAt(event.target);
  if (!event.isPrimary) return;
  letGo();
  if (!cell || !linkIn(cell) || event.button !== 0 || picked) return;
  press = { cell, x: event.clientX, y: event.clientY, moved: false, isTouch: event.pointerType === "touch" };
  if (press.isTouch) press.timer = setTimeout(begin, REST);
});

function letGo() {
  if (press) clearTimeout(press.timer);
  press = null;
}

document.addEventListener("pointermove", (event) => {
  if (!press || press.over || !event.isPrimary || event.buttons === 0) return;
  const way = Math.hypot(event.clientX - press.x, event.clientY - press.y);
  if (!press.moved && press.isTouch) return way < 10 ? undefined : letGo();
  if (!press.moved && way < 6) return;
  if (!press.moved) begin();
  press.isDragged = true;
  [press.x, press.y] = [event.clientX, event.clientY];
  follow();
  hover();
});

function begin() {
  press.moved = true;
  press.ghost = document.createElement("div");
  press.ghost.className = "ghost";
  press.ghost.textContent = linkIn(press.cell).innerText;
  document.body.append(press.ghost);
  follow();
  pick(press.cell);
  requestAnimationFrame(scroll);
}

// A finger hides what is under it, so that what it carries stands above it.
function follow() {
  const [right, down] = press.isTouch ? [-40, -90] : [12, 8];
  press.ghost.style.transform = `translate(${press.x + right}px, ${press.y + down}px)`;
}

function hover() {
  const cell = cellAt(document.elementFromPoint(press.x, press.y));
  if (cell === press.target) return;
  press.target = cell;
  over(cell);
  if (cell && picked && picked.ready) tell(cell);
}

function scroll() {
  if (!press || !press.moved || press.over) return;
  const frame = board.parentNode;
  const edges = frame.getBoundingClientRect();
  const pull = (at, low, high) => (at < low + 48 ? -12 : at > high - 48 ? 12 : 0);
  frame.scrollBy(pull(press.x, edges.left + 140, edges.right), pull(press.y, edges.top + 40, edges.bottom));
  hover();
  requestAnimationFrame(scroll);
}

async function release() {
  if (press) clearTimeout(press.timer);
  if (!press || !press.moved || press.over) return;
  const { ghost, target, cell, isDragged } = press;
  press.over = true;
  ghost.remove();
  over(null);
  const mine = picked;
  // A quick hand may be there before the verdicts are.
  for (let tries = 0; picked && picked === mine && !mine.ready && tries < 100; tries += 1) {
    await new Promise((done) => setTimeout(done, 50));
  }
  if (!picked || picked !== mine) return;
  if (target && target !== cell) drop(target);
  else if (isDragged) back();
}

document.addEventListener("pointerup", release);
document.addEventListener("pointercancel", () => {
  if (press) clearTimeout(press.timer);
  if (press && press.ghost) { press.ghost.remove(); press.over = true; put(); }
});
// What a finger has picked up neither scrolls the page nor opens the menu of a link.
board.addEventListener("touchmove", (event) => {
  if (press && press.moved && !press.over) event.preventDefault();
}, { passive: false });
board.addEventListener("contextmenu", (event) => {
  if (press && press.isTouch) event.preventDefault();
});

settle(board);
const first = board.querySelector("[role=gridcell] > a") || board.querySelector("[role=gridcell]");
if (first) stand(cellAt(first));
