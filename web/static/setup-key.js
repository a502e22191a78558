"use strict";

// The address of the event is proposed from its name, until somebody writes one.

const key = document.getElementById("key");
const names = ["fr", "nl", "en"].map((code) => document.getElementById(`name_${code}`));
let isOurs = key.value === "";

function proposed() {
  const name = names.map((field) => field.value.trim()).find((text) => text) || "";
  const plain = name.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return (plain.match(/[a-z0-9]+/g) || []).join("-").slice(0, 48).replace(/-+$/, "");
}

names.forEach((field) => field.addEventListener("input", () => { if (isOurs) key.value = proposed(); }));
key.addEventListener("input", () => { isOurs = key.value === ""; });
