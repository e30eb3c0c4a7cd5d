// Recordings of a card: what plays them is loaded when one is there. Without it the browser's own player stays.
export function startRecordings(root = document) {
  const found = [...root.querySelectorAll("[data-recording]")];
  if (found.length > 0) {
    import("./recording.js").then(({ play }) => found.forEach(play), () => {});
  }
}

// One that is open is a script's: a page that is exchanged around it leaves it as it is.
export const isOpen = (node) => node instanceof Element && node.hasAttribute("data-recording-open");
