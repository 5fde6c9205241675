import { describe, expect, it } from 'vitest';
import { curveOf, paramsOf } from '../_fixtures.ts';
import { referenceEffects } from '../reference/effects.ts';
import { renderParams } from '../render.ts';
import { levelAt, noiseOf, RATE, rms, run, sineOf } from './_fixtures.ts';

const shaper = { type: 'waveshaper', drive: 4, curve: 'tanh', wet: 1 };
const tape = { type: 'tape_saturation', drive: 4, bias: 0.1, wow_rate: 0, flutter_rate: 0, hiss_level: 0 };
const HZ = 5001;

/** The strongest alias of a tone of {@link HZ} below 20 kHz, in dB below the tone. */
function strongestAlias(out: Float64Array): number {
  let worst = 0;
  for (let n = 5; n < 120; n++) {
    const folded = Math.abs(n * HZ - RATE * Math.round((n * HZ) / RATE));
    const onHarmonic = Math.abs(folded - HZ * Math.round(folded / HZ)) < 60;
    if (folded > 60 && folded < 19000 && !onHarmonic) worst = Math.max(worst, levelAt(out, folded));
  }
  return 20 * Math.log10(worst / levelAt(out, HZ));
}

const alias = (raw: object, level = 1) => strongestAlias(run(raw, sineOf(HZ, 0.1, level)).left);

describe('oversampling', () => {
  it.each([
    ['tanh', 2, -30],
    ['tanh', 4, -50],
    ['tanh', 8, -70],
    ['soft_clip', 8, -60],
    ['hard_clip', 8, -45],
    ['sine', 8, -60],
  ])('of a waveshaper by %s keeps aliases down, at factor %i below %i dB', (curve, oversampling, limit) => {
    expect(alias({ ...shaper, curve, oversampling })).toBeLessThan(limit);
    expect(alias({ ...shaper, curve, oversampling })).toBeLessThan(alias({ ...shaper, curve }) - 10);
  });

  it('of tape keeps aliases down', () => {
    expect(alias({ ...tape, oversampling: 8 })).toBeLessThan(alias(tape) - 25);
  });

  it.each([shaper, tape, { ...tape, wow_rate: 1, flutter_rate: 8 }])(
    'leaves low notes as they are: $type',
    (effect) => {
      const x = sineOf(220, 0.2, 0.3);
      const plain = run(effect, x).left;
      const raised = run({ ...effect, oversampling: 4 }, x).left;
      const difference = plain.map((value, i) => value - raised[i]!).subarray(100, -100);
      expect(rms(difference)).toBeLessThan(0.002 * rms(plain));
    },
  );

  it('by 1 is none', () => {
    const x = noiseOf(3000, 0.5);
    expect(run({ ...shaper, oversampling: 1 }, x)).toEqual(run(shaper, x));
    expect(run({ ...tape, oversampling: 1 }, x)).toEqual(run(tape, x));
  });

  it('is nothing the reference knows', () => {
    const x = noiseOf(3000, 0.5);
    for (const effect of [shaper, tape]) {
      const plain = run(effect, x, x, {}, referenceEffects);
      expect(run({ ...effect, oversampling: 8 }, x, x, {}, referenceEffects)).toEqual(plain);
    }
  });

  it('follows a drive that an LFO moves', () => {
    const x = sineOf(220, 0.2, 0.3);
    const rising = Array.from({ length: x.length + 2048 }, (_, i) => 6 * (i / x.length));
    const moved = () => ({ modulation: { distortion_drive: () => curveOf(rising) } });
    for (const effect of [shaper, tape]) {
      const plain = run(effect, x, x, moved()).left;
      const raised = run({ ...effect, oversampling: 2 }, x, x, moved()).left;
      const difference = plain.map((value, i) => value - raised[i]!).subarray(100, -100);
      expect(rms(difference)).toBeLessThan(0.003 * rms(plain));
    }
  });

  it('keeps both channels apart', () => {
    const x = sineOf(220, 0.1, 0.3);
    const silence = new Float64Array(x.length);
    const { left, right } = run({ ...shaper, oversampling: 4 }, x, silence);
    expect(rms(left)).toBeGreaterThan(0.1);
    expect(right).toEqual(silence);
  });
});

describe('oversampling where a spec does not ask for it', () => {
  const sound = (hz: number, effect: object, compat?: 'reference') => {
    const layer = { synthesis: { type: 'oscillator', waveform: 'sine', frequency: hz } };
    return renderParams(paramsOf([layer], { effects: [effect], duration_seconds: 0.1, sample_rate: RATE }), 1, {
      compat,
    }).channels[0]!;
  };

  it.each(['tanh', 'soft_clip', 'hard_clip', 'sine'])('keeps aliases of a 5 kHz tone below -60 dB: %s', (curve) => {
    expect(strongestAlias(sound(HZ, { ...shaper, curve }) as Float64Array)).toBeLessThan(-60);
  });

  it('keeps those of tape below -60 dB', () => {
    expect(strongestAlias(sound(HZ, { ...tape, bias: 0 }) as Float64Array)).toBeLessThan(-60);
  });

  it('leaves low notes alone, sample for sample', () => {
    for (const effect of [shaper, tape]) expect(sound(440, effect)).toEqual(sound(440, { ...effect, oversampling: 1 }));
  });

  it('is left to the spec that says something', () => {
    expect(sound(HZ, { ...shaper, oversampling: 1 })).not.toEqual(sound(HZ, shaper));
    expect(sound(HZ, { ...shaper, oversampling: 8 })).toEqual(sound(HZ, shaper));
  });

  it('is nothing the reference does', () => {
    expect(sound(HZ, shaper, 'reference')).toEqual(sound(HZ, { ...shaper, oversampling: 1 }, 'reference'));
  });
});
