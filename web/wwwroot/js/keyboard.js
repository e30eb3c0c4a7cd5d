// g and a letter opens a page of the main menu, s and a letter or digit sets the state on a desk, ? lists the shortcuts. Nothing happens
// while somebody types.
const WaitMs = 1200;
const kinds = { g: "shortcut", s: "stateKey" };
let leader = null;

const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

// By position too, so that the shortcuts work in a Cyrillic layout.
const letter = (event) => (/^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : event.key.toLowerCase());

const find = (kind, key) => {
  const attribute = kind.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  return [...document.querySelectorAll(`[data-${attribute}]:not(:disabled)`)].find((one) => one.dataset[kind] === key);
};

export function startKeyboard() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      return;
    }
    const dialog = document.getElementById("shortcuts");
    if ((event.key === "?" || (event.shiftKey && event.code === "Slash")) && dialog) {
      event.preventDefault();
      dialog.open ? dialog.close() : dialog.showModal();
      return;
    }
    const key = letter(event);
    const before = leader;
    leader = null;
    if (before && performance.now() - before.at < WaitMs) {
      const wanted = find(before.kind, key);
      if (wanted) {
        event.preventDefault();
        wanted.click();
      }
    } else if (kinds[key]) {
      leader = { kind: kinds[key], at: performance.now() };
    }
  });
}
