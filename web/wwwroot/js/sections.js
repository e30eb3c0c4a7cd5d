// Puts fragments into their sections: morphs what changed, adds, removes, and re-sorts only after a while, so that the row somebody
// is about to click stays where it is.
import { tick } from "./clocks.js";

const HoldMs = 3000;
const waiting = new Map();

const children = (section) => [...section.children].filter((child) => child.dataset.key);

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

function numbers(element) {
  return new Map([...element.querySelectorAll("[data-flash]")].map((one) => [one.dataset.flash, one.textContent]));
}

function flashChanged(element, before) {
  for (const one of element.querySelectorAll("[data-flash]")) {
    if (before.has(one.dataset.flash) && before.get(one.dataset.flash) !== one.textContent) {
      one.classList.remove("flash");
      void one.offsetWidth;
      one.classList.add("flash");
      one.addEventListener("animationend", () => one.classList.remove("flash"), { once: true });
    }
  }
}

export function morph(element, html) {
  const before = numbers(element);
  Idiomorph.morph(element, parse(html), {
    morphStyle: "outerHTML",
    // What somebody types stays; a button that was pressed shows what it does next.
    ignoreActiveValue: document.activeElement?.matches("input, textarea, select") ?? false,
    callbacks: { beforeAttributeUpdated: (name) => name !== "data-off-wall" },
  });
  flashChanged(element, before);
}

// Where a key is to be put while the others keep their places: behind its nearest predecessor that is there already.
function insert(section, keys, index, element, present) {
  for (let i = index - 1; i >= 0; i--) {
    const before = present.get(keys[i]);
    if (before) {
      before.after(element);
      return;
    }
  }
  section.prepend(element);
}

function reorder(section) {
  waiting.delete(section);
  const present = new Map(children(section).map((child) => [child.dataset.key, child]));
  const focused = document.activeElement;
  let place = section.firstElementChild;
  for (const key of section.liveKeys) {
    const child = present.get(key);
    if (!child) {
      continue;
    }
    if (child === place) {
      place = place.nextElementSibling;
    } else {
      section.insertBefore(child, place);
    }
  }
  if (focused !== document.activeElement && section.contains(focused)) {
    focused.focus({ preventScroll: true });
  }
}

export function applyOrder(section, keys, html) {
  section.liveKeys = keys;
  const wanted = new Set(keys);
  for (const child of children(section)) {
    if (!wanted.has(child.dataset.key)) {
      child.remove();
    }
  }
  const present = new Map(children(section).map((child) => [child.dataset.key, child]));
  keys.forEach((key, index) => {
    if (!present.has(key) && html[key]) {
      const element = parse(html[key]);
      insert(section, keys, index, element, present);
      present.set(key, element);
    }
  });
  const now = children(section).map((child) => child.dataset.key);
  if (now.some((key, index) => key !== keys[index]) && !waiting.has(section)) {
    waiting.set(section, setTimeout(() => reorder(section), HoldMs));
  }
}

export function applyUpdate(region, update) {
  const section = (name) => region.querySelector(`[data-live-section="${name}"]`);
  for (const [key, html] of Object.entries(update.html)) {
    const element = region.querySelector(`[data-live-section] > [data-key="${CSS.escape(key)}"]`);
    if (element) {
      morph(element, html);
    }
  }
  for (const [name, keys] of update.sections ?? []) {
    if (section(name)) {
      applyOrder(section(name), keys, update.html);
    }
  }
  tick(region);
  region.dispatchEvent(new CustomEvent("live:update", { bubbles: true, detail: { keys: Object.keys(update.html) } }));
}
