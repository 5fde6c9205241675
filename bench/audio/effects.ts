/** Every effect, still and moved by a post-effect LFO, beside the plain way to do the same. */
import { audioParams, type Lfo, type PostFxTarget } from '@speccade/spec/kinds/audio_v1';
import { BLOCK, inBlocks } from '../../packages/audio/src/dsp/process.ts';
import { connectStage } from '../../packages/audio/src/effects/connect-stage.ts';
import { effects } from '../../packages/audio/src/effects/index.ts';
import { effectFor, type StereoSource } from '../../packages/audio/src/effects/types.ts';
import { modulationCurve } from '../../packages/audio/src/lfo.ts';
import { best, RATE, requireAll, type Speed, speedOf } from './measure.ts';
import {
  biquads,
  delayed,
  each,
  follower,
  grains,
  limiting,
  linked,
  phaser,
  reverb,
  type StereoWork,
  wave,
} from './plain-effects.ts';

const LENGTH = 1 << 17;
const TONE = Float64Array.from({ length: LENGTH }, (_, i) => Math.sin(i / 17) * Math.sin(i / 9001));

type Raw = { readonly type: string; readonly [field: string]: unknown };

function timed(work: StereoWork): number {
  return best(LENGTH, () => {
    const left = TONE.slice();
    const right = TONE.slice();
    return () => work(left, right);
  });
}

/** `lfo` moves the effect. */
function stageOf(raw: Raw, lfo?: Lfo): StereoWork {
  const effect = audioParams.parse({ duration_seconds: 1, layers: [], effects: [raw] }).effects[0]!;
  const modulation = lfo ? { [lfo.target.target as PostFxTarget]: () => modulationCurve(lfo, RATE) } : {};
  return (left, right) => {
    const context = { sampleRate: RATE, frames: LENGTH, seed: 1, modulation };
    const stage = effectFor(effects, effect)!(effect, context);
    const input: StereoSource = (outL, outR, start, end) => {
      outL.set(left.subarray(start, end));
      outR.set(right.subarray(start, end));
    };
    const source = connectStage(stage, input, LENGTH);
    const [l, r] = [new Float64Array(BLOCK), new Float64Array(BLOCK)];
    inBlocks(LENGTH, (start, end) => source(l, r, start, end));
  };
}

const band = { frequency: 1000, gain_db: 3, q: 1, band_type: 'peak' };
const tap = { time_ms: 50, feedback: 0.3, pan: 0.3, level: 0.5 };
const unit = { rate: 1, depth: 0.5, wet: 0.5 };
const times = { attack_ms: 5, release_ms: 80 };
const sweep = (t: number, side: number) => 0.5 + 0.5 * wave(t + side / 4);

/** Every effect, its parameters beside the plain way. */
const CASES: readonly (readonly [Raw, StereoWork])[] = [
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

const config = { waveform: 'sine', rate: 2, depth: 1 } as const;
const delayTime: Lfo = { config, target: { target: 'delay_time', amount_ms: 5 } };
const drive: Lfo = { config, target: { target: 'distortion_drive', amount: 2 } };
const moving = (t: number, samples: number) => samples + 220 * wave(2 * t);

/** What an LFO moves, with the plain way where there is one that is as short. */
const MOVED: readonly (readonly [Raw, Lfo, StereoWork?])[] = [
  [{ type: 'delay', time_ms: 50, feedback: 0.4, wet: 0.3 }, delayTime, delayed(0.3, 0.4, (t) => [moving(t, 2205)])],
  [
    { type: 'multi_tap_delay', taps: [tap, tap] },
    delayTime,
    delayed(0.3, 0.3, (t) => [moving(t, 2205), moving(t, 2205.5)]),
  ],
  [{ type: 'flanger', ...unit, feedback: 0.5, delay_ms: 6 }, delayTime],
  [{ type: 'granular_delay', time_ms: 60, feedback: 0.4, grain_size_ms: 60, pitch_semitones: 7, wet: 0.5 }, delayTime],
  [
    { type: 'stereo_widener', width: 1.5, mode: 'haas', delay_ms: 15 },
    delayTime,
    delayed(1, 0, (t, side) => [side === 0 ? 1 : moving(t, 661)]),
  ],
  [
    { type: 'reverb', room_size: 0.6, damping: 0.4, wet: 0.3 },
    { config, target: { target: 'reverb_size', amount: 0.2 } },
  ],
  [{ type: 'waveshaper', drive: 4, wet: 1 }, drive, each(() => (x, t) => Math.tanh((4 + 2 * wave(2 * t)) * x) / 2)],
  [{ type: 'tape_saturation', drive: 4, bias: 0.1, wow_rate: 1, flutter_rate: 8, hiss_level: 0.01 }, drive],
];

export function effectSpeeds(): Speed[] {
  requireAll(
    Object.keys(effects),
    CASES.map(([raw]) => raw.type),
  );
  return [
    ...CASES.map(([raw, plain]) => speedOf(raw.type, timed(stageOf(raw)), timed(plain))),
    ...MOVED.map(([raw, lfo, plain]) => {
      const name = `${raw.type}, ${lfo.target.target} moved`;
      return speedOf(name, timed(stageOf(raw, lfo)), plain && timed(plain));
    }),
  ];
}
