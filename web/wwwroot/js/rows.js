// The menu of a live table's rows is one popover for all of them, filled from the row whose button opens it. In the menu {key}, {name} and
// {extra} stand for that row; a button with data-row-only is for rows that have its word in data-is.
const of = (row) => ({ key: row.dataset.key.slice(2), name: row.querySelector(".who").textContent.trim(), extra: row.dataset.extra,
  is: row.dataset.is.split(" ") });

const filled = (template, row, wrap = (text) => text) => template.replaceAll(/\{(key|name|extra)\}/g, (_, word) => wrap(row[word]));

function fill(menu, row) {
  menu.querySelector("[data-row-name]").textContent = row.name;
  for (const form of menu.querySelectorAll("[data-row-action]")) {
    form.action = filled(form.dataset.rowAction, row, encodeURIComponent);
  }
  for (const input of menu.querySelectorAll("[data-row-value]")) {
    input.value = filled(input.dataset.rowValue, row);
  }
  for (const link of menu.querySelectorAll("[data-row-href]")) {
    link.href = filled(link.dataset.rowHref, row, encodeURIComponent);
  }
  for (const button of menu.querySelectorAll("[data-confirm-template]")) {
    button.dataset.confirm = filled(button.dataset.confirmTemplate, row);
  }
  for (const button of menu.querySelectorAll("[data-row-only]")) {
    button.hidden = !row.is.includes(button.dataset.rowOnly);
  }
}

// Under its button, or above it where there is no room below.
function place(menu, button) {
  const [at, size] = [button.getBoundingClientRect(), menu.getBoundingClientRect()];
  menu.style.left = `${Math.max(8, at.right - size.width)}px`;
  menu.style.top = `${at.bottom + size.height + 8 > innerHeight ? Math.max(8, at.top - size.height - 4) : at.bottom + 4}px`;
}

export function startRows() {
  const menus = document.querySelectorAll("[data-row-menu]");
  let opener = null;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[popovertarget][data-row]");
    if (button) {
      opener = button;
      fill(document.getElementById(button.getAttribute("popovertarget")), of(button.closest("[data-key]")));
    }
  }, true);
  for (const menu of menus) {
    menu.addEventListener("toggle", (event) => {
      if (event.newState === "open") {
        place(menu, opener);
        menu.querySelector("button:not([hidden]), a")?.focus();
      }
    });
    menu.addEventListener("submit", () => menu.hidePopover());
    menu.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        const items = [...menu.querySelectorAll("button:not([hidden]), a")];
        items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
        event.preventDefault();
      }
    });
  }
}
