/** Effects in the plain way, over both channels: `Math.*`, delay lines with `%`, windows scanned for every sample. */
import { RATE } from './measure.ts';

export type StereoWork = (left: Float64Array, right: Float64Array) => void;
/** One channel, sample by sample. */
type Channel = (side: number) => (x: number, t: number) => number;
/** A gain from both channels. */
type Gain = (left: number, right: number) => number;

export const each =
  (channel: Channel): StereoWork =>
  (left, right) => {
    [left, right].forEach((x, side) => {
      const step = channel(side);
      for (let i = 0; i < x.length; i++) x[i] = step(x[i]!, i / RATE);
    });
  };

export const linked =
  (make: () => Gain): StereoWork =>
  (left, right) => {
    const gain = make();
    for (let i = 0; i < left.length; i++) {
      const g = gain(left[i]!, right[i]!);
      left[i] = left[i]! * g;
      right[i] = right[i]! * g;
    }
  };

function line(length: number) {
  const values = new Float64Array(length);
  let n = 0;
  return {
    write: (x: number) => {
      values[n++ % length] = x;
    },
    read: (d: number) => {
      const k = Math.floor(d);
      const at = n - k + 2 * length;
      return (1 - (d - k)) * values[at % length]! + (d - k) * values[(at - 1) % length]!;
    },
  };
}

export const wave = (turns: number) => Math.sin(2 * Math.PI * turns);

/** `taps` are delays in samples at a time in seconds. */
export const delayed = (wet: number, feedback: number, taps: (t: number, side: number) => number[]): StereoWork =>
  each((side) => {
    const l = line(RATE / 4);
    return (x, t) => {
      const y = taps(t, side).reduce((sum, d) => sum + l.read(d), 0);
      l.write(x + feedback * y);
      return (1 - wet) * x + wet * y;
    };
  });

export const biquads = (count: number, moving = false): StereoWork =>
  each(() => {
    const state = Array.from({ length: count }, () => [0, 0, 0, 0]);
    let b: number[] = [];
    return (x, t) => {
      if (moving || b.length === 0) {
        const w = (2 * Math.PI * (500 + 100 * t)) / RATE;
        const a0 = 1 + Math.sin(w) / 2;
        b = [(1 - Math.cos(w)) / 2 / a0, (1 - Math.cos(w)) / a0, (-2 * Math.cos(w)) / a0, (1 - Math.sin(w) / 2) / a0];
      }
      let y = x;
      for (const s of state) {
        const out = b[0]! * y + b[1]! * s[0]! + b[0]! * s[1]! - b[2]! * s[2]! - b[3]! * s[3]!;
        s[1] = s[0]!;
        s[0] = y;
        s[3] = s[2]!;
        s[2] = out;
        y = out;
      }
      return y;
    };
  });

export const limiting = (window: number): StereoWork =>
  linked(() => {
    const recent = new Float64Array(window);
    let n = 0;
    return (l, r) => {
      recent[n++ % window] = Math.max(Math.abs(l), Math.abs(r));
      let peak = 0;
      for (const v of recent) peak = Math.max(peak, v);
      return peak > 0.3 ? 0.3 / peak : 1;
    };
  });

export const follower = () => {
  let e = 0;
  return (p: number) => (e = p > e ? 0.99 * e + 0.01 * p : 0.999 * e + 0.001 * p);
};

export const reverb: StereoWork = each(() => {
  const combs = Array.from({ length: 8 }, (_, k) => ({ line: new Float64Array(1100 + 70 * k), at: 0, s: 0 }));
  const passes = Array.from({ length: 4 }, (_, k) => ({ line: new Float64Array(200 + 90 * k), at: 0 }));
  return (x) => {
    let y = 0;
    for (const c of combs) {
      const o = c.line[c.at]!;
      c.s = 0.8 * o + 0.2 * c.s;
      c.line[c.at] = 0.015 * x + 0.9 * c.s;
      c.at = (c.at + 1) % c.line.length;
      y += o;
    }
    for (const p of passes) {
      const o = p.line[p.at]!;
      p.line[p.at] = y + 0.5 * o;
      p.at = (p.at + 1) % p.line.length;
      y = o - y;
    }
    return 0.7 * x + y;
  };
});

export const phaser: StereoWork = each((side) => {
  const z = [0, 0, 0, 0, 0];
  return (x, t) => {
    const f = Math.tan((Math.PI * 300 * 2 ** (2 + 2 * wave(t + side / 4))) / RATE);
    const a = (f - 1) / (f + 1);
    let y = x;
    for (let s = 0; s < 4; s++) {
      const out = a * (y - z[s + 1]!) + z[s]!;
      z[s] = y;
      y = out;
    }
    z[4] = y;
    return (x + y) / 2;
  };
});

export const grains: StereoWork = each(() => {
  const l = line(RATE / 2);
  const size = 2646;
  let n = 0;
  return (x) => {
    let y = 0;
    for (const k of [n % size, (n + size / 2) % size]) {
      y += 0.5 * (1 - Math.cos((2 * Math.PI * k) / size)) * l.read(6000 - 0.5 * k);
    }
    l.write(x + 0.4 * y);
    n++;
    return (x + y) / 2;
  };
});
