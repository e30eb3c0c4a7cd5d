// Dropdowns are <details>: Escape, a click elsewhere or leaving by Tab closes them.
export function startMenus() {
  const menus = document.querySelectorAll("details.dropdown");
  for (const menu of menus) {
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
        menu.open = false;
      }
    });
  }
  document.addEventListener("pointerdown", (event) => {
    menus.forEach((menu) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });
}
