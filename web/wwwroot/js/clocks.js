// Durations that tick: <time data-since="ms"> counts up from then, with data-until down to it. data-amber and data-red (seconds) set
// data-level on the element around that has this attribute; the style sheet turns it into colour, icon and word.
import { serverNow } from "./time.js";

const spoken = new Set();

export function format(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const two = (n) => String(n).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

function tickClock(clock, now, levels) {
  const since = Number(clock.dataset.since);
  const text = format(clock.dataset.until ? Number(clock.dataset.until) - now + 999 : now - since);
  if (clock.textContent !== text) {
    clock.textContent = text;
  }
  const holder = clock.dataset.red || clock.dataset.amber ? clock.closest("[data-level]") : null;
  if (holder) {
    const seconds = (now - since) / 1000;
    const reached = (limit) => limit && seconds >= Number(limit);
    levels.set(holder, reached(clock.dataset.red) ? "red" : reached(clock.dataset.amber) ? "amber" : "");
  }
}

function tickBar(bar, now) {
  const full = Number(bar.dataset.barFull) * 1000;
  const share = bar.dataset.barSince && full > 0 ? Math.min(1, Math.max(0, (now - Number(bar.dataset.barSince)) / full)) : 0;
  const width = (share * 100).toFixed(1);
  if (bar.getAttribute("width") !== width) {
    bar.setAttribute("width", width);
  }
}

// A wait that became too long is told to screen readers once, politely.
function announce(holder, level) {
  const text = holder.dataset.announceRed;
  if (!text || level !== "red") {
    spoken.delete(text);
  } else if (!spoken.has(text)) {
    spoken.add(text);
    const region = document.querySelector("[data-live-announce]");
    if (region) {
      region.textContent = text;
    }
  }
}

export function tick(within = document) {
  const now = serverNow();
  const levels = new Map();
  within.querySelectorAll("time[data-since]").forEach((clock) => tickClock(clock, now, levels));
  within.querySelectorAll("[data-bar-full]").forEach((bar) => tickBar(bar, now));
  for (const [holder, level] of levels) {
    if (holder.dataset.level !== level) {
      holder.dataset.level = level;
    }
    announce(holder, level);
  }
}

export function startClocks() {
  tick();
  setInterval(() => tick(), 250);
}
