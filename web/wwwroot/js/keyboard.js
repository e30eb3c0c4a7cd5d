// g and a letter opens a page of the main menu, ? lists the shortcuts. Nothing happens while somebody types.
const WaitMs = 1200;
let leader = 0;

const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

// By position too, so that the shortcuts work in a Cyrillic layout.
const letter = (event) => (/^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : event.key.toLowerCase());

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
    if (performance.now() - leader < WaitMs && leader > 0) {
      leader = 0;
      const link = [...document.querySelectorAll("[data-shortcut]")].find((one) => one.dataset.shortcut === key);
      if (link) {
        event.preventDefault();
        link.click();
      }
    } else if (key === "g") {
      leader = performance.now();
    }
  });
}
