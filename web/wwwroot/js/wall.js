// The wallboard shows as many departments as fit and turns to the next ones. The attribute survives morphing (sections.js).

export function startWall() {
  const tiles = document.querySelector(".wall .tiles");
  if (!tiles) {
    return;
  }
  const turnMs = 1000 * Number(document.querySelector(".wall [data-turn]").dataset.turn);
  let first = 0;
  const show = () => {
    const all = [...tiles.children];
    all.forEach((tile) => tile.removeAttribute("data-off-wall"));
    if (tiles.scrollHeight <= tiles.clientHeight + 2) {
      first = 0;
      return;
    }
    const shown = new Set();
    for (let i = first; i < all.length; i++) {
      all.forEach((tile, index) => tile.toggleAttribute("data-off-wall", index < first || index > i));
      if (i > first && tiles.scrollHeight > tiles.clientHeight + 2) {
        break;
      }
      shown.add(i);
    }
    all.forEach((tile, index) => tile.toggleAttribute("data-off-wall", !shown.has(index)));
    first = first + shown.size >= all.length ? 0 : first + shown.size;
  };
  show();
  setInterval(show, turnMs);
}
