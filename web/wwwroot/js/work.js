// The entry of pages that are worked with, instead of start.js. Starts their circuits, and brings a page back after a break: the
// connection is tried again until it is there; a circuit that the server no longer has (it was started anew) begins again with the
// page, which finds what was typed in the browser (keep.js). Meanwhile a line says so, and nothing is covered.
import "./keep.js";
import { startDrawers } from "./drawers.js";
import { startForms } from "./forms.js";
import { startKeyboard } from "./keyboard.js";
import { startMenus } from "./menus.js";
import { startSounds } from "./sounds.js";
import { startTheme } from "./theme.js";

startTheme();
startDrawers();
startMenus();
startForms();
startKeyboard();
startSounds();

const RetryMs = [0, 300, 700, 1500, 3000];
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

let running = false;

async function comeBack() {
  if (running) {
    return;
  }
  running = true;
  document.documentElement.dataset.circuit = "lost";
  for (let tries = 0; ; tries++) {
    await wait(RetryMs[Math.min(tries, RetryMs.length - 1)]);
    try {
      const answer = await fetch("/live/renew", { headers: { "X-Requested-With": "fetch" } });
      if (answer.status === 401 || answer.status === 403 || (answer.ok && !(await Blazor.reconnect()))) {
        // The sign-in has ended, or the server does not know the circuit.
        location.reload();
        return;
      }
      if (answer.ok) {
        break;
      }
    } catch {
      // It does not answer yet.
    }
  }
  running = false;
  delete document.documentElement.dataset.circuit;
}

Blazor.start({
  circuit: {
    reconnectionHandler: {
      onConnectionDown: () => void comeBack(),
      onConnectionUp: () => delete document.documentElement.dataset.circuit,
    },
  },
});
