"use strict";

// What is now, and what comes next, is so as long as the page is fresh: it is fetched anew each
// minute, and when somebody looks at it again. Without a network, what was read stays.

const MINUTE = 60_000;
let fetched = Date.now();

async function renew() {
  if (document.hidden || Date.now() - fetched < MINUTE) return;
  fetched = Date.now();
  try {
    const answer = await fetch(location.pathname);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("agenda");
    if (fresh) document.getElementById("agenda").replaceWith(fresh);
  } catch {
    // Offline.
  }
}

document.addEventListener("visibilitychange", renew);
setInterval(renew, MINUTE / 4);
