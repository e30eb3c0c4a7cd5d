"""Music to wait with, composed here: nobody else's work is in it. And the tone of a voicemail."""

import math

from Making.sound import RATE, amplitude, faded

BAR_SECONDS = 4
NOTES_IN_BAR = 8
MUSIC_DB = -20.0
TONE_DB = -12.0

# One chord a bar, from the bass up, as MIDI numbers (60 is C4): C major with its neighbours, twice, the second time around A minor.
CHORDS = [
    (48, 55, 60, 64, 67, 71), (45, 52, 57, 60, 64, 67), (41, 53, 57, 60, 64, 69), (43, 50, 59, 62, 65, 67),
    (52, 55, 59, 64, 67, 71), (45, 57, 60, 64, 69, 72), (50, 53, 57, 60, 65, 69), (43, 55, 59, 62, 65, 71),
    (41, 53, 57, 60, 65, 72), (48, 55, 60, 64, 67, 72), (50, 57, 60, 65, 69, 72), (43, 50, 57, 59, 62, 67),
]
# Which note of the chord each eighth of a bar plays, in turn for odd and even bars.
PATTERNS = [(1, 2, 3, 4, 5, 4, 3, 2), (1, 3, 2, 4, 3, 5, 4, 3)]


def hertz(note):
    return 440 * 2 ** ((note - 69) / 12)


def add(loop, start, note, level, attack, decay, seconds, harmonics):
    """A note dies away along an exponential; what goes beyond the end sounds at the beginning, so that the loop has no seam."""
    count = int(seconds * RATE)
    step = 2 * math.pi * hertz(note) / RATE
    partials = [(number, weight) for number, weight in harmonics if number * hertz(note) < 3_400]
    release = 0.1 * RATE
    for at in range(count):
        envelope = min(1.0, at / (attack * RATE), (count - at) / release) * math.exp(-at / (decay * RATE))
        sample = sum(weight * math.sin(number * step * at) for number, weight in partials)
        loop[(start + at) % len(loop)] += level * envelope * sample


def waiting_music():
    loop = [0.0] * (len(CHORDS) * BAR_SECONDS * RATE)
    soft = [(1, 1.0), (2, 0.12)]
    triangle = [(1, 1.0), (3, -1 / 9), (5, 1 / 25)]
    for bar, chord in enumerate(CHORDS):
        start = bar * BAR_SECONDS * RATE
        add(loop, start, chord[0] + 12, 0.5, 0.04, 2.5, BAR_SECONDS + 1, soft)
        for note in chord[2:5]:
            add(loop, start, note, 0.12, 0.8, 6.0, BAR_SECONDS + 0.8, soft)
        for number, which in enumerate(PATTERNS[bar % len(PATTERNS)]):
            level = 0.42 if number % 4 == 0 else 0.32
            add(loop, start + number * BAR_SECONDS * RATE // NOTES_IN_BAR, chord[which] + 12, level, 0.012, 0.7, 2.2, triangle)
    rms = math.sqrt(sum(sample * sample for sample in loop) / len(loop))
    return [sample * amplitude(MUSIC_DB) / rms for sample in loop]


def voicemail_tone():
    peak = amplitude(TONE_DB)
    return faded([peak * math.sin(2 * math.pi * 1_000 * at / RATE) for at in range(int(0.4 * RATE))])
