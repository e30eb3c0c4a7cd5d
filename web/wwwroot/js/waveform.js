// The waveform of a recording, drawn by wavesurfer from the peaks that the server gives: nothing of the sound is loaded for it.
const drawn = new WeakMap();
const HeightOfLane = 36;

// A canvas knows no custom properties: what the style sheet says is read from an element. Opaque, because what was played is drawn over it.
function colour(place, name) {
  const probe = document.createElement("i");
  probe.className = name;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

const lanes = (place) => ["wave-client", "wave-employee"].map((name) => ({
  waveColor: colour(place, name), progressColor: colour(place, `${name} played`),
}));

// Its style element would be refused by the security policy when it comes into the page; the same rules as a sheet of the script are not.
function moveStyle(root) {
  const style = root.querySelector("style");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style.textContent);
  style.remove();
  root.adoptedStyleSheets = [sheet];
}

// There is none of a long recording, and while the peaks cannot be had. The map is there all the same.
export async function drawWaveform(section, sound, length) {
  const place = section.querySelector("[data-wave]");
  if (!place) {
    return;
  }
  try {
    const [{ default: WaveSurfer }, answer] = await Promise.all([import("../lib/wavesurfer.esm.js"), fetch(section.dataset.peaks)]);
    if (!answer.ok) {
      throw new Error("no peaks");
    }
    const container = document.createElement("div");
    const wave = WaveSurfer.create({
      container, media: sound, peaks: await answer.json(), duration: length, height: HeightOfLane, splitChannels: lanes(place),
      interact: false, cursorWidth: 0, barWidth: 2, barGap: 1, barRadius: 1, hideScrollbar: true,
    });
    moveStyle(wave.getWrapper().getRootNode());
    place.append(container);
    drawn.set(section, wave);
  } catch {
    place.remove();
  }
}

// Another theme: the person's choice, or the system's.
function redraw() {
  for (const section of document.querySelectorAll("[data-recording-open]")) {
    drawn.get(section)?.setOptions({ splitChannels: lanes(section.querySelector("[data-wave]")) });
  }
}

new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
