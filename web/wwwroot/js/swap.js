// Inside [data-swap="id id …"] links to the same page and its GET forms exchange only the named parts; the address changes as it would
// without this script. Whatever goes wrong ends in a plain visit of the address.
import { isOpen, startPlaying, startRecordings } from "./recordings.js";

let running = null;

const samePage = (url) => url.origin === location.origin && url.pathname === location.pathname;

function exchange(area, html) {
  const next = new DOMParser().parseFromString(html, "text/html");
  for (const id of area.dataset.swap.split(" ")) {
    const [old, fresh] = [document.getElementById(id), next.getElementById(id)];
    if (old && fresh) {
      Idiomorph.morph(old, fresh, {
        morphStyle: "outerHTML",
        ignoreActiveValue: true,
        callbacks: { beforeNodeMorphed: (node, next) => !(isOpen(node) && node.id === next.id) },
      });
    }
  }
  document.title = next.title;
  startRecordings(area);
}

async function visit(area, url) {
  running?.abort();
  running = new AbortController();
  area.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal: running.signal, headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) {
      location.assign(url);
      return false;
    }
    exchange(area, await answer.text());
    area.removeAttribute("aria-busy");
    return true;
  } catch (error) {
    if (error.name !== "AbortError") {
      location.assign(url);
    }
    return false;
  }
}

// What may stand open beside the list, by the name of its call in the address, and what of a row opened it.
const beside = { call: "a.row-link", play: "[data-starts]" };

// The keyboard goes where the eye goes: into what was opened, or back to the row of what was closed.
function moveFocus(area, opener, before, now) {
  const opened = area.querySelector("[data-swap-focus]");
  if (opener?.dataset.starts) {
    startPlaying(document.getElementById(opener.dataset.starts));
  } else if (opened && opener?.closest("tr")) {
    opened.focus({ preventScroll: true });
    opened.closest("article").scrollIntoView({ block: "nearest" });
  } else {
    const closed = Object.keys(beside).find((name) => before.has(name) && !now.has(name));
    closed && document.getElementById(`call-${before.get(closed)}`)?.querySelector(beside[closed])?.focus({ preventScroll: true });
  }
}

function onClick(event) {
  const link = event.target.closest("[data-swap] a[href]");
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  const url = new URL(link.href);
  if (!samePage(url) || link.hasAttribute("download") || link.getAttribute("href").startsWith("#")) {
    return;
  }
  event.preventDefault();
  follow(link.closest("[data-swap]"), url, link);
}

async function follow(area, url, opener) {
  const before = new URL(location).searchParams;
  if (await visit(area, url)) {
    history.pushState({ swap: true }, "", url);
    moveFocus(area, opener, before, url.searchParams);
  }
}

function onSubmit(event) {
  const form = event.target;
  const area = form.closest("[data-swap]");
  if (!area || event.defaultPrevented || form.method !== "get") {
    return;
  }
  const url = new URL(form.action);
  url.search = new URLSearchParams([...new FormData(form, event.submitter)].filter(([, value]) => value !== ""));
  if (samePage(url)) {
    event.preventDefault();
    follow(area, url, null);
  }
}

// Closes what stands open below the list, wherever the keyboard is; what lies above the page has its own way with the key.
function onKey(event) {
  if (event.key === "Escape" && !event.defaultPrevented && !event.target.closest?.("input, select, textarea, dialog, [popover]")
      && !document.querySelector("dialog[open], details.dropdown[open]")) {
    document.querySelector("[data-swap] a[data-escape]")?.click();
  }
}

export function startSwap() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  addEventListener("popstate", () => {
    const area = document.querySelector("[data-swap]");
    if (area) {
      visit(area, new URL(location));
    }
  });
}
