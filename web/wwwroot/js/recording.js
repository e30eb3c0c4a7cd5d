// The player of one recording: the buttons, the axis over waveform and map (a slider for keyboard and readers), the place that both show.
// The sound is the browser's <audio>; what is drawn of it is in waveform.js.
import { drawWaveform } from "./waveform.js";

const StepS = 5;

const time = (seconds) => {
  const whole = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
};

class Player {
  constructor(section) {
    this.section = section;
    this.length = Number(section.dataset.recording);
    this.sound = section.querySelector("[data-sound]");
    this.axis = section.querySelector("[data-axis]");
    this.cursor = section.querySelector("[data-cursor]");
    this.now = section.querySelector("[data-now]");
    this.button = section.querySelector("[data-play]");
    this.second = -1;
  }

  open() {
    this.section.dataset.recordingOpen = "";
    this.sound.hidden = true;
    this.section.querySelector("[data-buttons]").hidden = false;
    this.cursor.hidden = false;
    for (const [name, value] of Object.entries({
      role: "slider", tabindex: "0", "aria-label": this.axis.dataset.label, "aria-valuemin": "0",
      "aria-valuemax": String(Math.round(this.length)),
    })) {
      this.axis.setAttribute(name, value);
    }
    this.listen();
    this.show();
    drawWaveform(this.section, this.sound, this.length).then(() => this.tell());
  }

  listen() {
    this.button.addEventListener("click", () => this.toggle());
    this.section.querySelectorAll("[data-jump]").forEach((button) =>
      button.addEventListener("click", () => this.jump(this.sound.currentTime + Number(button.dataset.jump))));
    this.section.querySelector("[data-speed]").addEventListener("change", (event) => {
      this.sound.playbackRate = Number(event.target.value);
    });
    this.axis.addEventListener("pointerdown", (event) => this.drag(event));
    this.axis.addEventListener("pointermove", (event) => this.axis.hasPointerCapture(event.pointerId) && this.jumpTo(event));
    this.axis.addEventListener("keydown", (event) => this.press(event));
    for (const change of ["play", "pause", "ended"]) {
      this.sound.addEventListener(change, () => this.turn());
    }
    this.sound.addEventListener("timeupdate", () => this.show());
    this.sound.addEventListener("playing", () => this.say(false));
    this.sound.addEventListener("error", () => this.say(true));
  }

  toggle() {
    if (this.sound.paused) {
      this.sound.play().catch(() => {});
    } else {
      this.sound.pause();
    }
  }

  turn() {
    const isPlaying = !this.sound.paused && !this.sound.ended;
    this.section.toggleAttribute("data-playing", isPlaying);
    this.section.querySelector("[data-word]").textContent = isPlaying ? this.button.dataset.pause : this.button.dataset.play;
    if (isPlaying) {
      this.follow();
    }
  }

  // Time updates come four times a second: the line moves with each picture.
  follow() {
    this.show();
    if (!this.sound.paused && !this.sound.ended && this.section.isConnected) {
      requestAnimationFrame(() => this.follow());
    }
  }

  jump(seconds) {
    this.sound.currentTime = Math.min(Math.max(seconds, 0), this.length);
    this.tell();
  }

  // Before anything is loaded the browser tells nobody of a jump.
  tell() {
    this.sound.dispatchEvent(new Event("timeupdate"));
  }

  drag(event) {
    if (event.button === 0) {
      this.axis.setPointerCapture(event.pointerId);
      this.jumpTo(event);
    }
  }

  jumpTo(event) {
    const box = this.axis.getBoundingClientRect();
    this.jump(((event.clientX - box.left) / box.width) * this.length);
  }

  press(event) {
    const now = this.sound.currentTime;
    const places = {
      ArrowLeft: now - StepS, ArrowDown: now - StepS, ArrowRight: now + StepS, ArrowUp: now + StepS, PageDown: now - 2 * StepS,
      PageUp: now + 2 * StepS, Home: 0, End: this.length,
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key === " " || event.key in places)) {
      return;
    }
    event.preventDefault();
    if (event.key === " ") {
      this.toggle();
    } else {
      this.jump(places[event.key]);
    }
  }

  show() {
    const now = Math.min(this.sound.currentTime, this.length);
    this.cursor.style.left = `${(now / this.length) * 100}%`;
    const second = Math.floor(now);
    if (second !== this.second) {
      this.second = second;
      this.now.textContent = time(now);
      this.axis.setAttribute("aria-valuenow", String(second));
      this.axis.setAttribute("aria-valuetext", this.axis.dataset.place.replace("{0}", time(now)).replace("{1}", time(this.length)));
    }
  }

  say(isUnplayable) {
    this.section.querySelector("[data-unplayable]").hidden = !isUnplayable;
  }
}

export function play(section) {
  if (!section.hasAttribute("data-recording-open")) {
    new Player(section).open();
  }
}
