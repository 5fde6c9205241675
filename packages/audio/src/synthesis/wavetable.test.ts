import { describe, expect, it } from 'vitest';
import { paramsOf } from '../_fixtures.ts';
import { aliasing } from '../_spectrum.ts';
import { renderParams } from '../render.ts';
import { FRAME_SIZE, type TableName, wavetableFrames } from './wavetable-frames.ts';
import { levelAt, octaveLevels, octaveOf } from './wavetable-levels.ts';

const RATE = 44100;
const render = (synthesis: object, change: object = {}, compat?: 'reference') =>
  renderParams(
    paramsOf([{ synthesis: { type: 'wavetable', ...synthesis } }], {
      duration_seconds: 0.4,
      sample_rate: RATE,
      ...change,
    }),
    1,
    { compat },
  ).channels[0]! as Float64Array;

describe('frames', () => {
  const at = [
    [0, 10],
    [0, 200],
    [20, 10],
    [31, 100],
    [45, 60],
    [63, 10],
    [63, 100],
  ] as const;
  it.each([
    ['basic', [0.24298, -0.980785, -0.877612, 0.37978, 1, 1, -1]],
    ['analog', [0.12149, -0.490393, 0.351266, 0.171152, 0.473529, 0.805307, 0.179077]],
    ['digital', [1, -0.417786, 1, 0.422402, 0.851579, 1, 0.148438]],
    ['pwm', [1, -1, 1, 1, 1, 1, 1]],
    ['formant', [0.763447, -0.268653, 0.408168, 0.50914, 1, 0.450486, 0.195328]],
    ['organ', [0.254297, -0.065798, 0.259938, 0.180049, 0.30463, 0.272067, 0.240198]],
  ] as [TableName, number[]][])('%s', (name, values) => {
    const frames = wavetableFrames(name);
    at.forEach(([frame, sample], k) => {
      expect(frames[frame * FRAME_SIZE + sample]).toBeCloseTo(values[k]!, 6);
    });
  });
});

describe('band-limiting', () => {
  it.each(['basic', 'digital', 'pwm', 'formant'])('%s at 3 kHz has far less aliasing', (table) => {
    const hz = 3001.7;
    const sound = { table, frequency: hz, position: 0.4 };
    const ours = aliasing(render(sound), hz, RATE);
    expect(ours).toBeLessThan(aliasing(render(sound, {}, 'reference'), hz, RATE) - 15);
    expect(ours).toBeLessThan(-35);
  });

  it('a low note keeps every harmonic of its frame', () => {
    const { size, samples } = levelAt('analog', 20 / RATE);
    const frames = wavetableFrames('analog');
    for (const [frame, sample] of [
      [5, 40],
      [40, 199],
    ] as const) {
      expect(samples[frame * size + (sample * size) / FRAME_SIZE]).toBeCloseTo(frames[frame * FRAME_SIZE + sample]!, 2);
    }
  });

  it('levels change without a step', () => {
    let last = 0;
    for (let width = 1e-4; width <= 0.5; width *= 1.001) {
      const octave = octaveOf(width);
      expect(octave).toBeGreaterThanOrEqual(last);
      expect(octave - last).toBeLessThan(0.01);
      last = octave;
      const harmonics = 128 >> Math.floor(octave);
      if (harmonics > 0) expect(harmonics * width).toBeLessThanOrEqual(0.5);
    }
    expect(last).toBeCloseTo(8, 1);
    expect(octaveLevels('pwm')[8]!.samples.every((v) => v === 0)).toBe(true);
  });
});

it('follows a pitch envelope', () => {
  const up = { pitch_envelope: { attack: 0, decay: 0, sustain: 1, release: 0, depth: 12 } };
  const bent = render({ table: 'analog', frequency: 220, position: 0.1 }, up);
  const straight = render({ table: 'analog', frequency: 440, position: 0.1 });
  bent.forEach((v, i) => {
    expect(Math.abs(v - straight[i]!)).toBeLessThan(0.02);
  });
});
