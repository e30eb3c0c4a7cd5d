// Recordings of a card: what plays them is loaded when one is there. Without it the browser's own player stays.
const player = () => import("./recording.js");

export function startRecordings(root = document) {
  const found = [...root.querySelectorAll("[data-recording]")];
  if (found.length > 0) {
    player().then(({ open }) => found.forEach(open), () => {});
  }
}

// Somebody asked to hear it: it plays at once, and the keyboard is there. Asked again it pauses.
export function startPlaying(root) {
  const section = root?.querySelector("[data-recording]");
  if (section) {
    player().then(({ toggle }) => toggle(section), () => {});
  }
}

// One that is open is a script's: a page that is exchanged around it leaves it as it is.
export const isOpen = (node) => node instanceof Element && node.hasAttribute("data-recording-open");
