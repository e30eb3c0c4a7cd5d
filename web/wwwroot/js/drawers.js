// Drawers and questions of pages that are worked with are <dialog> elements: they open the moment they are there, and a drawer's first
// field gets the keyboard. The server could give it as well, one way over the network later: whoever types at once would then type into two
// fields.
const dialogs = "dialog.side-drawer, dialog[data-opens]";
const fields = "input:enabled:not([type=hidden]), select:enabled, textarea:enabled, button:enabled";

function open(dialog) {
  if (!dialog.open) {
    dialog.showModal();
  }
  (dialog.querySelector(`.side-content :is(${fields})`) ?? dialog.querySelector("button"))?.focus({ preventScroll: true });
}

export function startDrawers() {
  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      if (node instanceof Element) {
        [...(node.matches(dialogs) ? [node] : []), ...node.querySelectorAll(dialogs)].forEach(open);
      }
    }
  }).observe(document.body, { childList: true, subtree: true });

  // The server decides what Escape does (what was typed is asked for), so the browser must not close it.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest?.(dialogs)) {
      event.preventDefault();
    }
  });
}
