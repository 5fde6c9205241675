import { describe, expect, it } from 'vitest';
import { curveOf } from '../_fixtures.ts';
import { referenceEffects } from '../reference/effects.ts';
import { levelAt, noiseOf, RATE, rms, run, sineOf } from './_fixtures.ts';

describe('phaser', () => {
  const phaser = { type: 'phaser', rate: 1, depth: 1, stages: 4, wet: 1 };

  it.each([100, 440, 2000, 8000])('the chain alone has a gain of 1 at %i Hz', (hz) => {
    expect(rms(run({ ...phaser, rate: 0.1 }, sineOf(hz)).left) / rms(sineOf(hz))).toBeCloseTo(1, 2);
  });

  it('keeps the energy of noise, which the reference raises by more than 16 dB', () => {
    const x = noiseOf(RATE);
    expect(rms(run(phaser, x).left) / rms(x)).toBeCloseTo(1, 2);
    expect(rms(run(phaser, x, x, {}, referenceEffects).left) / rms(x)).toBeGreaterThan(6);
  });

  it('moves: what a notch takes out comes back', () => {
    const out = run({ ...phaser, wet: 0.5 }, sineOf(1500)).left;
    const levels = Array.from({ length: 20 }, (_, k) => rms(out.subarray(k * 2205, (k + 1) * 2205)));
    expect(Math.min(...levels)).toBeLessThan(0.35 * Math.max(...levels));
    const still = run({ ...phaser, wet: 0.5, depth: 0 }, sineOf(1500)).left;
    const steady = Array.from({ length: 19 }, (_, k) => rms(still.subarray((k + 1) * 2205, (k + 2) * 2205)));
    expect(Math.min(...steady)).toBeGreaterThan(0.99 * Math.max(...steady));
  });

  it('moves the sides a quarter period apart', () => {
    const { left, right } = run({ ...phaser, rate: 10 }, noiseOf(4410));
    expect(left).not.toEqual(right);
  });

  it('an ignored feedback changes nothing', () => {
    const x = noiseOf(2000);
    expect(run({ ...phaser, feedback: 0.9 }, x).left).toEqual(run(phaser, x).left);
  });
});

describe('granular_delay', () => {
  const grains = { type: 'granular_delay', time_ms: 50, feedback: 0, grain_size_ms: 100, pitch_semitones: 0, wet: 1 };
  const tone = sineOf(440);
  /** Centre of the spectrum in semitones from 440 Hz. */
  const pitchOf = (pitch_semitones: number, table?: typeof referenceEffects) => {
    const out = run({ ...grains, pitch_semitones }, tone, tone, {}, table).left.subarray(RATE / 4);
    let [sum, weighted] = [0, 0];
    for (let hz = 20; hz < 1400; hz += 4) {
      const power = levelAt(out, hz) ** 2;
      sum += power;
      weighted += power * hz;
    }
    return 12 * Math.log2(weighted / sum / 440);
  };

  it.each([12, -12, 7, 0])('a pitch of %i semitones is one', (semitones) => {
    expect(Math.abs(pitchOf(semitones) - semitones)).toBeLessThan(0.1);
  });

  it('the reference is right only an octave down', () => {
    expect(Math.abs(pitchOf(-12, referenceEffects) + 12)).toBeLessThan(0.1);
    expect(Math.abs(pitchOf(7, referenceEffects) - 7)).toBeGreaterThan(3);
  });

  it('at no pitch it is a plain delay: windows sum to 1', () => {
    const constant = new Float64Array(RATE).fill(0.5);
    const out = run(grains, constant).left.subarray(RATE / 2);
    for (const v of out) expect(v).toBeCloseTo(0.5, 3);
  });
});

describe('tape_saturation', () => {
  const tape = { type: 'tape_saturation', drive: 5, bias: 0.4, wow_rate: 0, flutter_rate: 0, hiss_level: 0 };

  it('a bias gives no constant where nothing sounds', () => {
    const silence = new Float64Array(2000);
    expect(run(tape, silence).left.every((v) => v === 0)).toBe(true);
    expect(run(tape, silence, silence, {}, referenceEffects).left[1000]).toBeGreaterThan(0.1);
  });

  it('wavers around its place with wow and flutter', () => {
    const click = new Float64Array(RATE);
    for (let at = 1000; at < RATE; at += 2000) click[at] = 0.5;
    const { left, lookahead } = run({ ...tape, bias: 0, wow_rate: 1, flutter_rate: 7 }, click);
    expect(lookahead).toBe(Math.ceil(3.5 * 44.1));
    const moved = [...left.keys()]
      .filter((i) => left[i]! > 0.1)
      .map((i) => i - (Math.round((i - 1000) / 2000) * 2000 + 1000));
    expect(Math.max(...moved)).toBeGreaterThan(100);
    expect(Math.min(...moved)).toBeLessThan(-100);
    expect(Math.max(...moved.map(Math.abs))).toBeLessThanOrEqual(lookahead + 1);
  });
});

it('auto_filter stays stable where its cutoff passes Nyquist', () => {
  const open = { type: 'auto_filter', sensitivity: 1, attack_ms: 0.1, release_ms: 10, depth: 1, base_frequency: 8000 };
  for (const sampleRate of [8000, 22050]) {
    const { left } = run(open, noiseOf(20000, 3), undefined, { sampleRate });
    expect(left.every(Number.isFinite)).toBe(true);
    expect(rms(left)).toBeLessThan(10);
  }
});

it('the compressor brings 12 dB above the threshold down to 3 at 4:1', () => {
  const effect = { type: 'compressor', threshold_db: -20, ratio: 4, attack_ms: 1, release_ms: 100 };
  const level = 10 ** (-8 / 20);
  const { left } = run(effect, new Float64Array(RATE).fill(level));
  expect(20 * Math.log10(left[RATE - 1]!)).toBeCloseTo(-17, 2);
});

it('the gate closes to its range after the hold', () => {
  const gate = {
    type: 'gate_expander',
    threshold_db: -20,
    ratio: 20,
    attack_ms: 1,
    hold_ms: 100,
    release_ms: 10,
    range_db: -40,
  };
  const x = new Float64Array(2 * RATE).fill(1e-4).fill(0.5, 0, 1000);
  const { left } = run(gate, x);
  expect(left[1000 + 0.1 * RATE]! / x[1000 + 0.1 * RATE]!).toBeCloseTo(1, 3);
  expect(20 * Math.log10(left[2 * RATE - 1]! / 1e-4)).toBeCloseTo(-40, 1);
});

it('ping-pong crosses the echoes of a sound on one side', () => {
  const click = new Float64Array(4410);
  click[0] = 1;
  const effect = { type: 'delay', time_ms: 10, feedback: 0.5, wet: 0.5, ping_pong: true };
  const { left, right } = run(effect, click, new Float64Array(4410));
  expect([left[441], right[441], left[882], right[882]]).toEqual([0.5, 0, 0, 0.25]);
});

it('echoes that an LFO moves do not run away, whatever their feedback', () => {
  const x = noiseOf(RATE);
  const taps = [{ time_ms: 5, feedback: 9, pan: 4, level: 1 }];
  const moved = { modulation: { delay_time: () => curveOf([]) } };
  const { left, right } = run({ type: 'multi_tap_delay', taps }, x, x, moved);
  expect(rms(left) + rms(right)).toBeLessThan(20);
});
