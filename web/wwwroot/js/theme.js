// Changes the theme at once and keeps it in the same cookie that the form would set; the server writes it into the next page, so that
// no page begins in the wrong one.
export function startTheme() {
  const form = document.querySelector("[data-theme-form]");
  form?.addEventListener("submit", (event) => {
    const choice = event.submitter?.value;
    if (!choice) {
      return;
    }
    event.preventDefault();
    document.cookie = `theme=${choice}; path=/; max-age=31536000; samesite=strict${location.protocol === "https:" ? "; secure" : ""}`;
    if (choice === "auto") {
      document.documentElement.removeAttribute("data-theme");
    } else {
      document.documentElement.dataset.theme = choice;
    }
    form.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button.value === choice)));
  });
}
