// A link to a call's card opens it at the side of the page that it is on; data-card is the word for closing it. Whatever goes wrong, and
// every other way of following a link, ends in a plain visit.
import { startRecordings } from "./recordings.js";

async function show(link) {
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
  const card = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".call-card");
  if (!answer.ok || answer.redirected || !card) {
    throw new Error("no card");
  }
  const dialog = document.createElement("dialog");
  dialog.className = "card-drawer";
  const close = document.createElement("button");
  close.className = "button";
  close.textContent = link.dataset.card;
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    document.querySelector(`a[data-card][href="${link.getAttribute("href")}"]`)?.focus();
  });
  const title = card.querySelector("h2");
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(card, close);
  document.body.append(dialog);
  dialog.showModal();
  startRecordings(dialog);
}

export function startCards() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-card]");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    show(link).catch(() => location.assign(link.href));
  });
}
