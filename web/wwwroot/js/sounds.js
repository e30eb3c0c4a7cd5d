// Buttons that play a sound, one at a time; the one that plays stops it.
let playing = null;

function stop() {
  playing?.sound.pause();
  playing?.button.setAttribute("aria-pressed", "false");
  playing = null;
}

function play(button) {
  const sound = new Audio(button.dataset.sound);
  const stopThis = () => playing?.sound === sound && stop();
  playing = { button, sound };
  button.setAttribute("aria-pressed", "true");
  sound.addEventListener("ended", stopThis);
  sound.play().catch(stopThis);
}

export function startSounds() {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-sound]") : null;
    if (button) {
      const isOn = playing?.button === button;
      stop();
      if (!isOn) play(button);
    }
  });
}
