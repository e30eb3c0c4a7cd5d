// Makes plain forms smooth: data-auto-submit sends a filter when a choice changes; data-quiet sends a form without leaving the page
// (its effect comes back over the live region); a button with data-confirm asks first.
function say(form, text) {
  const holder = form.closest("[data-live-region]") ?? form.parentElement;
  let note = holder.querySelector(":scope > .problem-note");
  if (!text) {
    note?.remove();
    return;
  }
  if (!note) {
    note = document.createElement("p");
    note.className = "problem-note";
    note.setAttribute("role", "alert");
    (holder.querySelector(":scope > h1") ?? holder.firstElementChild).after(note);
  }
  note.textContent = text;
}

async function sendQuietly(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Quiet-Form": "1" } });
  if (answer.status === 401 || answer.redirected) {
    location.reload();
    return;
  }
  const isText = answer.headers.get("content-type")?.startsWith("text/plain");
  say(form, answer.ok ? "" : isText ? await answer.text() : String(answer.status));
}

// Resolves to whether the person agreed. The words come from the button.
function ask({ confirm, confirmYes, confirmNo }) {
  const dialog = document.createElement("dialog");
  dialog.className = "ask";
  dialog.setAttribute("aria-label", confirm);
  const text = document.createElement("p");
  text.textContent = confirm;
  const form = document.createElement("form");
  form.method = "dialog";
  for (const [value, label, kind] of [["no", confirmNo, "button"], ["yes", confirmYes, "button danger"]]) {
    const button = document.createElement("button");
    Object.assign(button, { value, textContent: label, className: kind });
    form.append(button);
  }
  dialog.append(text, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}

async function onSubmit(event) {
  const { target: form, submitter } = event;
  const quiet = form.matches("[data-quiet]");
  const mustAsk = submitter?.dataset.confirm && !submitter.dataset.agreed;
  if (!quiet && !mustAsk) {
    return;
  }
  event.preventDefault();
  if (mustAsk && !(await ask(submitter.dataset))) {
    return;
  }
  if (quiet) {
    await sendQuietly(form, submitter).catch(() => form.submit());
    return;
  }
  submitter.dataset.agreed = "1";
  form.requestSubmit(submitter);
  delete submitter.dataset.agreed;
}

export function startForms() {
  document.documentElement.dataset.script = "on";
  document.addEventListener("submit", onSubmit);
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-auto-submit]");
    if (form) {
      // Empty choices stay out of the address.
      [...form.elements].forEach((element) => element.name && !element.value && (element.disabled = true));
      form.requestSubmit();
    }
  });
}
