/**
 * Speed of the effects in millions of frames per second: `node bench/audio-effects.ts` after a build. Baselines are
 * plain loops over both channels: `Math.*`, delay lines with `%`, windows scanned for every sample.
 */
import { audioParams } from '@speccade/spec/kinds/audio_v1';
import { BLOCK, inBlocks } from '../packages/audio/src/dsp/process.ts';
import { connectStage } from '../packages/audio/src/effects/connect-stage.ts';
import { effects } from '../packages/audio/src/effects/index.ts';
import { effectFor, type StereoSource } from '../packages/audio/src/effects/types.ts';
import { printRows, type Row } from './row.ts';

const RATE = 44100;
const LENGTH = 1 << 17;
const ROUNDS = 5;

type Work = (left: Float64Array, right: Float64Array) => void;
/** One channel, sample by sample. */
type Channel = (side: number) => (x: number, t: number) => number;
/** A gain from both channels. */
type Gain = (left: number, right: number) => number;

const TONE = Float64Array.from({ length: LENGTH }, (_, i) => Math.sin(i / 17) * Math.sin(i / 9001));

function best(work: Work): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const left = TONE.slice();
    const right = TONE.slice();
    const start = performance.now();
    work(left, right);
    fastest = Math.min(fastest, performance.now() - start);
  }
  return LENGTH / fastest / 1000;
}

function compare(raw: { type: string }, baseline: Work): Row {
  const effect = audioParams.parse({ duration_seconds: 1, layers: [], effects: [raw] }).effects[0]!;
  const ours = best((left, right) => {
    const context = { sampleRate: RATE, frames: LENGTH, seed: 1, modulation: {} };
    const stage = effectFor(effects, effect)!(effect, context);
    const input: StereoSource = (outL, outR, start, end) => {
      outL.set(left.subarray(start, end));
      outR.set(right.subarray(start, end));
    };
    const source = connectStage(stage, input, LENGTH);
    const [l, r] = [new Float64Array(BLOCK), new Float64Array(BLOCK)];
    inBlocks(LENGTH, (start, end) => source(l, r, start, end));
  });
  const plain = best(baseline);
  return { name: raw.type, ours, baseline: plain, ratio: ours / plain, unit: 'M frames/s' };
}

const each =
  (channel: Channel): Work =>
  (left, right) => {
    [left, right].forEach((x, side) => {
      const step = channel(side);
      for (let i = 0; i < x.length; i++) x[i] = step(x[i]!, i / RATE);
    });
  };

const linked =
  (make: () => Gain): Work =>
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

const wave = (turns: number) => Math.sin(2 * Math.PI * turns);

/** `taps` are delays in samples at a time in seconds. */
const delayed = (wet: number, feedback: number, taps: (t: number, side: number) => number[]): Work =>
  each((side) => {
    const l = line(RATE / 4);
    return (x, t) => {
      const y = taps(t, side).reduce((sum, d) => sum + l.read(d), 0);
      l.write(x + feedback * y);
      return (1 - wet) * x + wet * y;
    };
  });

const biquads = (count: number, moving = false): Work =>
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

const limiting = (window: number): Work =>
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

const follower = () => {
  let e = 0;
  return (p: number) => (e = p > e ? 0.99 * e + 0.01 * p : 0.999 * e + 0.001 * p);
};

const reverb: Work = each(() => {
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

const phaser: Work = each((side) => {
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

const grains: Work = each(() => {
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

const band = { frequency: 1000, gain_db: 3, q: 1, band_type: 'peak' };
const tap = { time_ms: 50, feedback: 0.3, pan: 0.3, level: 0.5 };
const unit = { rate: 1, depth: 0.5, wet: 0.5 };
const times = { attack_ms: 5, release_ms: 80 };
const sweep = (t: number, side: number) => 0.5 + 0.5 * wave(t + side / 4);

/** Every effect, its parameters beside the plain way. */
const CASES: readonly (readonly [{ type: string; [field: string]: unknown }, Work])[] = [
  [{ type: 'parametric_eq', bands: [band, band, band] }, biquads(3)],
  [{ type: 'reverb', room_size: 0.6, damping: 0.4, wet: 0.3 }, reverb],
  [{ type: 'delay', time_ms: 50, feedback: 0.4, wet: 0.3 }, delayed(0.3, 0.4, () => [2205])],
  [{ type: 'multi_tap_delay', taps: [tap, tap] }, delayed(0.3, 0.3, () => [2205, 2205.5])],
  [
    { type: 'chorus', ...unit, voices: 3 },
    delayed(0.2, 0, (t, side) => [0, 1, 2].map((v) => 900 + 800 * sweep(t + v / 3, side))),
  ],
  [{ type: 'phaser', ...unit, stages: 4 }, phaser],
  [
    { type: 'flanger', ...unit, feedback: 0.5, delay_ms: 3 },
    delayed(0.5, 0.5, (t, side) => [133 + 110 * sweep(t, side)]),
  ],
  [{ type: 'bitcrush', bits: 8 }, each(() => (x) => Math.round(x * 128) / 128)],
  [{ type: 'waveshaper', drive: 4, wet: 1 }, each(() => (x) => Math.tanh(4 * x) / 2)],
  [
    { type: 'tape_saturation', drive: 3, bias: 0.1, wow_rate: 1, flutter_rate: 8, hiss_level: 0.01 },
    (left, right) => {
      each(() => (x) => (3 * x) / (1 + Math.abs(3 * x)) + 0.01 * Math.random())(left, right);
      delayed(1, 0, (t) => [441 + 132 * wave(t) + 22 * wave(8 * t)])(left, right);
    },
  ],
  [
    { type: 'compressor', threshold_db: -18, ratio: 4, ...times },
    linked(() => {
      const follow = follower();
      return (l, r) => {
        const over = 20 * Math.log10(Math.max(follow(Math.sqrt((l * l + r * r) / 2)), 1e-10)) + 18;
        return 10 ** ((over > 0 ? -0.75 * over : 0) / 20);
      };
    }),
  ],
  [{ type: 'limiter', threshold_db: -9, release_ms: 50, lookahead_ms: 5, ceiling_db: -1 }, limiting(221)],
  [{ type: 'true_peak_limiter', ceiling_db: -6, release_ms: 100 }, limiting(23)],
  [
    { type: 'gate_expander', threshold_db: -12, ratio: 4, ...times, hold_ms: 5, range_db: -40 },
    linked(() => {
      const follow = follower();
      return (l, r) => {
        const under = -12 - 20 * Math.log10(Math.max(follow(Math.max(Math.abs(l), Math.abs(r))), 1e-10));
        return 10 ** (Math.max(under > 0 ? -0.75 * under : 0, -40) / 20);
      };
    }),
  ],
  [
    { type: 'transient_shaper', attack: 0.6, sustain: -0.3, output_gain_db: 2 },
    linked(() => {
      const [fast, slow] = [follower(), follower()];
      return (l, r) => {
        const p = Math.max(Math.abs(l), Math.abs(r));
        const s = slow(p);
        return (1 + 0.6 * Math.max(fast(p) - s, 0)) * (1 - 0.3 * s);
      };
    }),
  ],
  [{ type: 'auto_filter', sensitivity: 0.5, ...times, depth: 0.5, base_frequency: 300 }, biquads(1, true)],
  [
    { type: 'stereo_widener', width: 1.5 },
    (left, right) => {
      for (let i = 0; i < left.length; i++) {
        const [l, r] = [left[i]!, right[i]!];
        left[i] = (l + r) / 2 + 1.5 * ((l - r) / 2);
        right[i] = (l + r) / 2 - 1.5 * ((l - r) / 2);
      }
    },
  ],
  [{ type: 'cabinet_sim', cabinet_type: 'guitar_4x12' }, biquads(5)],
  [
    { type: 'rotary_speaker', ...unit },
    delayed(0.5, 0, (t, side) => [132 + 44 * wave(t + side / 4) * (1 + 0.3 * wave(t + side / 4))]),
  ],
  [{ type: 'ring_modulator', frequency: 150, mix: 0.6 }, each(() => (x, t) => 0.6 * x * wave(150 * t) + 0.4 * x)],
  [{ type: 'granular_delay', time_ms: 60, feedback: 0.4, grain_size_ms: 60, pitch_semitones: 7, wet: 0.5 }, grains],
];

export function run(): Row[] {
  return CASES.map(([raw, baseline]) => compare(raw, baseline));
}

if (import.meta.main) printRows('Effects against a plain loop', run());
