"""Samples (floats from -1 to 1) to what a telephone can carry: 8 kHz, trimmed, equally loud, A-law in a WAV file."""

import math
import struct
from functools import cache
from operator import mul

RATE = 8_000
MARGIN_SECONDS = 0.05
SPEECH_DB = -20.5
PEAK_DB = -3.0
KNEE_DB = -8.0


def amplitude(decibels):
    return 10 ** (decibels / 20)


def resample(samples, rate):
    """By a windowed sinc that passes 3.4 kHz and stops what would fold back below it."""
    up, down = RATE // math.gcd(RATE, rate), rate // math.gcd(RATE, rate)
    half = 24 * rate // RATE
    cutoff = 3_700 / rate
    phases = [taps(phase / up, cutoff, half) for phase in range(up)]
    padded = [0.0] * half + samples + [0.0] * (half + 1)
    result = []
    for number in range(len(samples) * up // down):
        start, phase = divmod(number * down, up)
        result.append(sum(map(mul, phases[phase], padded[start:start + 2 * half + 1])))
    return result


@cache
def taps(shift, cutoff, half):
    values = [tap(position - shift, cutoff, half) for position in range(-half, half + 1)]
    total = sum(values)
    return [value / total for value in values]


def tap(distance, cutoff, half):
    window = 0.5 + 0.5 * math.cos(math.pi * distance / (half + 1))
    angle = 2 * math.pi * cutoff * distance
    return window * (1.0 if angle == 0 else math.sin(angle) / angle)


def without_rumble(samples):
    """What lies below 120 Hz is not heard on a telephone and takes room from what is."""
    keep = math.exp(-2 * math.pi * 120 / RATE)
    before, last, result = 0.0, 0.0, []
    for sample in samples:
        last = keep * (last + sample - before)
        before = sample
        result.append(last)
    return result


def trimmed(samples):
    """Silence at both ends is cut down to the margin, so that words can be put in a row."""
    frame = RATE // 200
    levels = [max(map(abs, samples[at:at + frame])) for at in range(0, len(samples), frame)]
    threshold = max(levels) * amplitude(-40)
    loud = [at for at, level in enumerate(levels) if level > threshold]
    margin = int(MARGIN_SECONDS * RATE)
    padded = [0.0] * margin + samples + [0.0] * (margin + frame)
    return faded(padded[loud[0] * frame:(loud[-1] + 1) * frame + 2 * margin])


def faded(samples):
    ramp = RATE // 200
    return [sample * min(1.0, at / ramp, (len(samples) - 1 - at) / ramp) for at, sample in enumerate(samples)]


def equally_loud(samples):
    """As loud as all others by the frames in which somebody speaks; the few peaks that would be too high are rounded off."""
    frame = RATE // 50
    powers = [sum(map(mul, samples[at:at + frame], samples[at:at + frame])) / frame for at in range(0, len(samples), frame)]
    threshold = max(powers) / 1_000
    spoken = [power for power in powers if power > threshold]
    gain = amplitude(SPEECH_DB) / math.sqrt(sum(spoken) / len(spoken))
    return [rounded_off(sample * gain) for sample in samples]


def rounded_off(sample):
    """As it is up to the knee, and from there along a curve that does not reach the peak."""
    knee, peak = amplitude(KNEE_DB), amplitude(PEAK_DB)
    over = abs(sample) - knee
    return sample if over <= 0 else math.copysign(knee + (peak - knee) * math.tanh(over / (peak - knee)), sample)


def a_law(sample):
    """ITU-T G.711, table 1."""
    value = max(-32_768, min(32_767, round(sample * 32_767))) >> 3
    sign = 0x80 if value >= 0 else 0
    magnitude = value if value >= 0 else -value - 1
    segment = max(0, (magnitude | 1).bit_length() - 5)
    return (sign | segment << 4 | magnitude >> max(1, segment) & 0x0F) ^ 0x55


def write(path, samples):
    codes = bytes(map(a_law, samples))
    padding = b"\0" * (len(codes) % 2)
    form = b"WAVE" + struct.pack("<4sIHHIIHHH", b"fmt ", 18, 6, 1, RATE, RATE, 1, 8, 0)
    form += struct.pack("<4sII", b"fact", 4, len(codes)) + struct.pack("<4sI", b"data", len(codes)) + codes + padding
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<4sI", b"RIFF", len(form)) + form)
