import { describe, expect, test } from 'vitest';
import { silence, sine, sound } from './_wav-files.ts';
import { kWeighting } from './k-weighting.ts';
import { integratedLoudness } from './loudness.ts';
import { speakerWeights } from './speakers.ts';

test('at 48 kHz the filters are those that the standard prints', () => {
  const [shelf, highPass] = kWeighting(48000);
  const printed = [
    [1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585],
    [1, -2, 1, -1.99004745483398, 0.99007225036621],
  ];
  for (const [i, { b0, b1, b2, a1, a2 }] of [shelf, highPass].entries()) {
    for (const [j, value] of [b0, b1, b2, a1, a2].entries()) expect(value).toBeCloseTo(printed[i]![j]!, 7);
  }
});

describe.each([8000, 22050, 44100, 48000, 96000])('at %i Hz', (rate) => {
  test('a 997 Hz sine of full scale in one channel reads -3.01 LUFS, in both 0.0', () => {
    const tone = sine(997, 5, rate);
    expect(integratedLoudness(sound([tone], rate))).toBeCloseTo(-3.01, 1);
    const left = integratedLoudness(sound([tone, silence(5, rate)], rate))!;
    expect(Math.abs(left + 3.01)).toBeLessThan(0.05);
    expect(Math.abs(integratedLoudness(sound([tone, tone], rate))!)).toBeLessThan(0.05);
    // Channels of opposite sign are as loud; their mean is silent.
    expect(integratedLoudness(sound([tone, tone.map((x) => -x)], rate))).toBeCloseTo(left + 3.0103, 3);
  });
});

test('low tones count as little at 44.1 kHz as at 48 kHz', () => {
  const at = (rate: number) => integratedLoudness(sound([sine(30, 5, rate)], rate))!;
  expect(at(44100)).toBeCloseTo(at(48000), 1);
  expect(at(44100)).toBeLessThan(-10);
});

// EBU Tech 3341, minimum requirements, cases 1 to 5: 1 kHz in both channels, ±0.1 LU.
test.each([
  [[[-23, 20]], -23],
  [[[-33, 20]], -33],
  [
    [
      [-36, 10],
      [-23, 60],
      [-36, 10],
    ],
    -23,
  ],
  [
    [
      [-72, 10],
      [-36, 10],
      [-23, 60],
      [-36, 10],
      [-72, 10],
    ],
    -23,
  ],
  [
    [
      [-26, 20],
      [-20, 20.1],
      [-26, 20],
    ],
    -23,
  ],
])('EBU Tech 3341: %j reads %f', (parts, expected) => {
  // At a third of the usual rate, to be quick.
  const tones = parts.map(([db, seconds]) => sine(1000, seconds!, 16000, 10 ** (db! / 20)));
  const channel = new Float64Array(tones.reduce((length, tone) => length + tone.length, 0));
  let at = 0;
  for (const tone of tones) {
    channel.set(tone, at);
    at += tone.length;
  }
  expect(Math.abs(integratedLoudness(sound([channel, channel], 16000))! - expected)).toBeLessThan(0.1);
});

test('EBU Tech 3341 case 6: five channels, surround ones count more', () => {
  const at = (db: number) => sine(1000, 5, 48000, 10 ** (db / 20));
  const [side, centre, rear] = [at(-28), at(-24), at(-30)];
  const wav = sound([side, side, centre, rear, rear]);
  expect(Math.abs(integratedLoudness(wav)! + 23)).toBeLessThan(0.1);
  const withLowFrequency = sound([side, side, centre, at(0), rear, rear], 48000, 0x3f);
  expect(integratedLoudness(withLowFrequency)).toBeCloseTo(integratedLoudness(wav)!, 9);
});

test('weights of the usual layouts', () => {
  expect(speakerWeights(2)).toEqual([1, 1]);
  expect(speakerWeights(6)).toEqual([1, 1, 1, 0, 1.41, 1.41]);
  expect(speakerWeights(8)).toEqual([1, 1, 1, 0, 1, 1, 1.41, 1.41]);
  expect(speakerWeights(3, 0x1)).toEqual([1, 1, 1]);
});

test('short, silent and very slow sounds have no loudness', () => {
  expect(integratedLoudness(sound([sine(997, 0.39)]))).toBeUndefined();
  expect(integratedLoudness(sound([sine(997, 0.4)]))).toBeDefined();
  expect(integratedLoudness(sound([silence(2)]))).toBeUndefined();
  expect(integratedLoudness(sound([sine(997, 2, 48000, 1e-4)]))).toBeUndefined();
  expect(integratedLoudness(sound([sine(100, 2, 3000)], 3000))).toBeUndefined();
});
