// Parts that come from history and so are not live: <div data-refresh="/address" data-refresh-on="key"> is asked for again a moment after
// the live fragment of that key changed, and once more later, because history arrives a little after the event.
import { morph } from "./sections.js";

const AfterMs = [1000, 4000];
const pending = new Map();

async function refresh(id) {
  const element = document.getElementById(id);
  const answer = element && (await fetch(element.dataset.refresh));
  if (answer?.ok && !answer.redirected) {
    morph(element, await answer.text());
  }
}

export function startRefresh() {
  document.addEventListener("live:update", (event) => {
    for (const element of document.querySelectorAll("[data-refresh]")) {
      if (event.detail.keys.includes(element.dataset.refreshOn)) {
        pending.get(element.id)?.forEach(clearTimeout);
        pending.set(element.id, AfterMs.map((ms) => setTimeout(() => refresh(element.id).catch(() => {}), ms)));
      }
    }
  });
}
