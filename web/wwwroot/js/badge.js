// The badge that shows how old the page is: delay of the last update and the 99th percentile of the last thousand; red when the feed
// has been silent for too long, and then the numbers are greyed, because they may be wrong.
const Kept = 1000;
const StaleAfterMs = 3000;

const delays = [];
let next = 0;
let lastSign = performance.now();
let connected = false;
let wasStale = false;

const badge = () => document.querySelector("[data-live-badge]");

export function percentile(values, share) {
  if (values.length === 0) {
    return null;
  }
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export function addDelay(milliseconds) {
  delays[next] = Math.max(0, milliseconds);
  next = (next + 1) % Kept;
  const element = badge()?.querySelector("[data-live-delay]");
  if (element) {
    const p99 = percentile(delays, 0.99);
    element.textContent = `${Math.round(milliseconds)} ms · p99 ${Math.round(p99)} ms`;
    element.dataset.count = delays.length;
    element.dataset.p99 = Math.round(p99);
    element.dataset.p50 = Math.round(percentile(delays, 0.5));
  }
}

export function signOfLife() {
  connected = true;
  lastSign = performance.now();
  show();
}

export function lost() {
  connected = false;
  lastSign = -Infinity;
  show();
}

function show() {
  const element = badge();
  if (!element) {
    return;
  }
  const stale = performance.now() - lastSign > StaleAfterMs;
  const state = stale ? "stale" : connected ? "live" : "connecting";
  element.hidden = false;
  document.documentElement.toggleAttribute("data-stale", stale);
  if (element.dataset.state === state) {
    return;
  }
  element.dataset.state = state;
  const text = element.getAttribute(`data-text-${state}`);
  element.querySelector("[data-live-state]").textContent = text;
  if (stale || wasStale) {
    document.querySelector("[data-live-announce]").textContent = text;
  }
  wasStale = stale;
}

export function startBadge() {
  show();
  setInterval(show, 500);
}
