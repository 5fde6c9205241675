/** Generators in the plain way: one sample at a time, `Math.*`, everything anew for every sample. */
import { Pcg32, RealFft } from '@speccade/numerics';
import { RATE, type Work } from './measure.ts';
import { plainBiquad } from './plain-filters.ts';

/** `shape` of a phase in radians, sample by sample. */
export const plain =
  (shape: (phase: number) => number, hz = (_p: number) => 440): Work =>
  (x) => {
    let phase = 0;
    for (let i = 0; i < x.length; i++) {
      x[i] = shape(phase);
      phase += (2 * Math.PI * hz(i / x.length)) / RATE;
      if (phase >= 2 * Math.PI) phase -= 2 * Math.PI;
    }
  };

export const rising = (p: number) => 110 * (880 / 110) ** p;

export const plainNoise: Work = (x) => {
  const random = new Pcg32(1);
  for (let i = 0; i < x.length; i++) x[i] = random.nextBipolar();
  let peak = 0;
  for (let i = 0; i < x.length; i++) peak = Math.max(peak, Math.abs(x[i]!));
  for (let i = 0; i < x.length; i++) x[i] = x[i]! / peak;
};

/** Without the all-pass that tunes ours. */
export const plainString: Work = (x) => {
  const line: number[] = [];
  const random = new Pcg32(1);
  for (let i = 0; i < 100; i++) line.push(random.nextBipolar());
  for (let i = 0; i < x.length; i++) {
    x[i] = line[i % 100]!;
    line[i % 100] = 0.99 * (0.5 * line[i % 100]! + 0.5 * line[(i + 1) % 100]!);
  }
};

export const HARMONICS = [1, 0.5, 0.33, 0.25, 0.2, 0.17, 0.14, 0.12];
export const harmonics = (phase: number) => HARMONICS.reduce((sum, a, h) => sum + a * Math.sin((h + 1) * phase), 0);

/** Partials of frequency, amplitude and decay rate, each with a sine and an exponential per sample. */
export const plainModes =
  (modes: readonly (readonly [hz: number, amplitude: number, rate: number])[]): Work =>
  (x) => {
    x.fill(0);
    for (const [hz, amplitude, rate] of modes) {
      for (let i = 0; i < x.length; i++) {
        const t = i / RATE;
        x[i] = x[i]! + amplitude * Math.sin(2 * Math.PI * hz * t) * Math.exp(-rate * t);
      }
    }
  };

/** Grains of `size` samples every `interval`, window and sine computed for each sample of each. */
export const plainGrains =
  (size: number, interval: number, hz: number): Work =>
  (x) => {
    x.fill(0);
    for (let at = 0; at < x.length; at += interval) {
      for (let k = 0; k < size && at + k < x.length; k++) {
        const w = 0.5 * (1 - Math.cos((2 * Math.PI * k) / size));
        x[at + k] = x[at + k]! + w * Math.sin((2 * Math.PI * hz * k) / RATE);
      }
    }
  };

/** Two frames of two samples each. */
export const plainTable: Work = (x) => {
  const table = Array.from({ length: 64 * 256 }, (_, i) => Math.sin((2 * Math.PI * i) / 256));
  plain((phase) => {
    const at = (phase / (2 * Math.PI)) * 256;
    const [i, f] = [Math.floor(at) % 256, at % 1];
    const read = (frame: number) => table[frame * 256 + i]! * (1 - f) + table[frame * 256 + ((i + 1) % 256)]! * f;
    return read(12) * 0.4 + read(13) * 0.6;
  })(x);
};

/** Eight bands: a biquad, three sines and a random number each. */
export const plainVocoder: Work = (x) => {
  const random = new Pcg32(1);
  const carrier = x.map((_, i) => 2 * ((i * 110) / RATE - Math.floor((i * 110) / RATE)) - 1);
  x.fill(0);
  for (let band = 0; band < 8; band++) {
    const y = carrier.slice();
    plainBiquad(() => 200 * (band + 1), false)(y);
    let level = 0;
    for (let i = 0; i < x.length; i++) {
      const a = (4 * Math.PI * i) / RATE + band;
      const goal = Math.sin(a) + Math.sin(2.3 * a) + Math.sin(3.7 * a) + 0.1 * random.nextBipolar();
      level = goal + 0.99 * (level - goal);
      x[i] = x[i]! + y[i]! * level;
    }
  }
};

export const plainFormant: Work = (x) => {
  const pulse = (u: number) =>
    u < 0.4 ? 3 * (u / 0.4) ** 2 - 2 * (u / 0.4) ** 3 : u < 0.7 ? 1 - ((u - 0.4) / 0.3) ** 2 : 0;
  plain((phase) => pulse(phase / (2 * Math.PI)))(x);
  const sum = new Float64Array(x.length);
  for (const hz of [800, 1200, 2800, 3500, 4500]) {
    const y = x.slice();
    plainBiquad(() => hz, false)(y);
    for (let i = 0; i < x.length; i++) sum[i] = sum[i]! + y[i]!;
  }
  x.set(sum);
};

export const plainSaws: Work = (x) => {
  const steps = Array.from({ length: 7 }, (_, v) => (220 * 2 ** ((v - 3) / 180)) / RATE);
  for (let i = 0; i < x.length; i++) {
    let sum = 0;
    for (const step of steps) sum += 2 * ((i * step) % 1) - 1;
    x[i] = sum / 7;
  }
};

export const plainPipe: Work = (x) => {
  const line: number[] = Array(100).fill(0);
  const random = new Pcg32(1);
  let z = 0;
  for (let i = 0; i < x.length; i++) {
    z = 0.66 * line[(i + 1) % 100]! + 0.34 * z;
    line[i % 100] = 0.2 * random.nextBipolar() + 0.5 * Math.sin((2 * Math.PI * 440 * i) / RATE) + Math.tanh(0.8 * z);
    x[i] = z;
  }
};

export const plainBow: Work = (x) => {
  const [bridge, nut]: [number[], number[]] = [Array(12).fill(0), Array(88).fill(0)];
  let [fb, fn] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const [vb, vn] = [bridge[(i + 1) % 12]!, nut[(i + 1) % 88]!];
    const v = (0.2 - vb - vn) * 2.8;
    const f = v * Math.max(1 - Math.abs(v), 0) * 0.7;
    fb = 0.66 * (vn + f / 2) + 0.34 * fb;
    fn = 0.66 * (vb + f / 2) + 0.34 * fn;
    bridge[i % 12] = -0.98 * fb;
    nut[i % 88] = -0.99 * fn;
    x[i] = fb;
  }
};

export const plainComb: Work = (x) => {
  for (let i = 0; i < x.length; i++) x[i] = (i < 100 ? i / 50 - 1 : 0) + (i < 100 ? 0 : 0.99 * x[i - 100]!);
};

export const plainVosim: Work = (x) => {
  for (let i = 0; i < x.length; i++) {
    const k = i % 400;
    x[i] = k < 165 ? Math.sin((2 * Math.PI * 800 * k) / RATE) ** 2 * Math.exp((-2.5 * k) / 165) : 0;
  }
};

/** A phase vocoder with angles: arc tangent once, sine and cosine per bin and frame. */
export const plainFreeze: Work = (x) => {
  const fft = new RealFft(2048);
  const [re, im, frame] = [new Float64Array(1025), new Float64Array(1025), new Float64Array(2048)];
  fft.forward(frame.map(Math.sin), re, im);
  const size = re.map((r, k) => Math.hypot(r, im[k]!));
  const angle = re.map((r, k) => Math.atan2(im[k]!, r));
  x.fill(0);
  for (let at = 0; at + 2048 <= x.length; at += 512) {
    for (let k = 0; k < 1025; k++) {
      re[k] = size[k]! * Math.cos(angle[k]!);
      im[k] = size[k]! * Math.sin(angle[k]!);
      angle[k] = angle[k]! + k;
    }
    fft.inverse(re, im, frame);
    for (let k = 0; k < 2048; k++) {
      x[at + k] = x[at + k]! + frame[k]! * 0.5 * (1 - Math.cos((2 * Math.PI * k) / 2048));
    }
  }
};
