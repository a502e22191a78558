"use strict";

// The progress of a run comes by a stream. Where the browser knows none, or the server has no room
// for another, a tick each second lets htmx ask instead.

(() => {
  const shown = () => document.getElementById("progress");

  const poll = () => setInterval(() => shown()?.dispatchEvent(new Event("tick")), 1000);

  // Only what differs is replaced, so that screen readers hear of a new stage alone.
  const show = (text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("progress");
    [...fresh.children].forEach((child, place) => {
      const old = shown().children[place];
      if (old.outerHTML === child.outerHTML) return;
      if (old.tagName === "PROGRESS") old.value = child.value;
      else if (old.tagName === "H2") old.textContent = child.textContent;
      else old.replaceWith(child);
    });
  };

  const listen = (address) => {
    const source = new EventSource(address);
    source.addEventListener("progress", (event) => show(event.data));
    source.addEventListener("end", () => {
      source.close();
      location.reload();
    });
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) poll();
    });
    addEventListener("pagehide", () => source.close());
  };

  if (!shown()) return;
  if (window.EventSource) listen(shown().dataset.stream);
  else poll();
})();
