// The player of one recording: the buttons, the axis over waveform and map (a slider for keyboard and readers), the place that both show.
// The sound is the browser's <audio>; what is drawn of it is in waveform.js.
import { drawWaveform } from "./waveform.js";

const StepS = 5;

// So long behind a change of speaker one still means the one before it.
const ReturnS = 1;

const players = new WeakMap();

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
    this.speed = section.querySelector("[data-speed]");
    this.turns = (section.dataset.turns ?? "").split(" ").filter(Boolean).map(Number);
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
    this.axis.title = this.axis.dataset.keys;
    this.listen();
    this.show();
    if (this.section.dataset.at) {
      this.jump(Number(this.section.dataset.at));
      this.section.scrollIntoView({ block: "nearest" });
    }
    drawWaveform(this.section, this.sound, this.length).then(() => this.tell());
  }

  listen() {
    this.button.addEventListener("click", () => this.toggle());
    this.section.querySelectorAll("[data-jump]").forEach((button) =>
      button.addEventListener("click", () => this.jump(this.sound.currentTime + Number(button.dataset.jump))));
    this.section.querySelectorAll("[data-turn]").forEach((button) =>
      button.addEventListener("click", () => this.turnTo(Number(button.dataset.turn))));
    this.speed.addEventListener("change", () => {
      this.sound.playbackRate = Number(this.speed.value);
    });
    this.axis.addEventListener("pointerdown", (event) => this.drag(event));
    this.axis.addEventListener("pointermove", (event) => this.axis.hasPointerCapture(event.pointerId) && this.jumpTo(event));
    this.section.addEventListener("keydown", (event) => this.press(event));
    for (const change of ["play", "pause", "ended"]) {
      this.sound.addEventListener(change, () => this.change());
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

  change() {
    const isPlaying = !this.sound.paused && !this.sound.ended;
    if (isPlaying) {
      this.quietOthers();
    }
    this.section.toggleAttribute("data-playing", isPlaying);
    this.section.querySelector("[data-word]").textContent = isPlaying ? this.button.dataset.pause : this.button.dataset.play;
    if (isPlaying) {
      this.follow();
    }
  }

  // Two conversations at once are none.
  quietOthers() {
    for (const sound of document.querySelectorAll("[data-recording-open] [data-sound]")) {
      if (sound !== this.sound) {
        sound.pause();
      }
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

  // To the change of speaker before or behind; where there is none, to the end on that side.
  turnTo(direction) {
    const now = this.sound.currentTime;
    this.jump(direction > 0
      ? this.turns.find((at) => at > now + 0.01) ?? this.length
      : this.turns.findLast((at) => at < now - (this.sound.paused ? 0.01 : ReturnS)) ?? 0);
  }

  hasten(steps) {
    const place = this.speed.selectedIndex + steps;
    if (place >= 0 && place < this.speed.options.length) {
      this.speed.selectedIndex = place;
      this.speed.dispatchEvent(new Event("change"));
    }
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

  // On the axis and on the buttons; a button has its own way with the space bar, a list with all keys.
  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, a, summary, [data-sound]")) {
      return;
    }
    const now = this.sound.currentTime;
    const to = (seconds) => () => this.jump(seconds);
    const keys = {
      ArrowLeft: event.shiftKey ? () => this.turnTo(-1) : to(now - StepS),
      ArrowRight: event.shiftKey ? () => this.turnTo(1) : to(now + StepS),
      ArrowDown: to(now - StepS), ArrowUp: to(now + StepS), PageDown: to(now - 2 * StepS), PageUp: to(now + 2 * StepS),
      Home: to(0), End: to(this.length), "+": () => this.hasten(1), "=": () => this.hasten(1), "-": () => this.hasten(-1),
    };
    if (event.key === " " && !event.target.closest("button")) {
      keys[" "] = () => this.toggle();
    }
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
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

export function open(section) {
  if (!section.hasAttribute("data-recording-open")) {
    const player = new Player(section);
    players.set(section, player);
    player.open();
  }
}

export function toggle(section) {
  open(section);
  const player = players.get(section);
  player.button.focus({ preventScroll: true });
  player.toggle();
}
