// The first field of a drawer gets the keyboard the moment the drawer is there. The server could give it as well, one way over the network
// later: whoever types at once would then type into two fields.
const fields = "input:enabled:not([type=hidden]), select:enabled, textarea:enabled, button:enabled";

function open(drawer) {
  (drawer.querySelector(`.side-content :is(${fields})`) ?? drawer.querySelector(".side-title button"))?.focus({ preventScroll: true });
}

export function startDrawers() {
  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      const drawer = node instanceof Element && (node.matches(".side-drawer") ? node : node.querySelector(".side-drawer"));
      if (drawer) {
        open(drawer);
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
}
