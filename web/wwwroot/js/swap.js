// Inside [data-swap="id id …"] links to the same page and its GET forms exchange only the named parts; the address changes as it would
// without this script. Whatever goes wrong ends in a plain visit of the address.
import { isOpen, startRecordings } from "./recordings.js";

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

// The keyboard goes where the eye goes: into the card that was opened, or back to the row of the one that was closed.
function moveFocus(area, opener, closedCall) {
  const opened = area.querySelector("[data-swap-focus]");
  const row = closedCall && document.getElementById(`call-${closedCall}`);
  if (opened && opener?.closest("tr")) {
    opened.focus({ preventScroll: true });
    opened.closest("article").scrollIntoView({ block: "nearest" });
  } else if (row) {
    row.querySelector("a")?.focus({ preventScroll: true });
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
  const callBefore = new URL(location).searchParams.get("call");
  if (await visit(area, url)) {
    history.pushState({ swap: true }, "", url);
    moveFocus(area, opener, url.searchParams.has("call") ? null : callBefore);
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

export function startSwap() {
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  addEventListener("popstate", () => {
    const area = document.querySelector("[data-swap]");
    if (area) {
      visit(area, new URL(location));
    }
  });
}
