import { describe, expect, it } from 'vitest';
import { aliasing } from '../_spectrum.ts';
import { naiveTone } from '../reference/tone.ts';
import { bandLimitedTone } from './tone.ts';

const RATE = 44100;
const SIZE = 16384;
const made = (tone: typeof naiveTone, waveform: 'sawtooth' | 'square' | 'sine' | 'triangle', hz: number) => {
  const x = new Float64Array(SIZE);
  tone(x, SIZE, waveform, hz, RATE);
  return x;
};

describe('a tone of 3 kHz', () => {
  it.each(['sawtooth', 'square'] as const)('%s has far less aliasing than the naive wave', (waveform) => {
    const hz = 3001.7;
    const alias = (tone: typeof naiveTone) => aliasing(made(tone, waveform, hz), hz, RATE);
    expect(alias(bandLimitedTone)).toBeLessThan(alias(naiveTone) - 12);
  });
});

it.each(['sine', 'triangle'] as const)('%s is as the naive one', (waveform) => {
  const naive = made(naiveTone, waveform, 440);
  made(bandLimitedTone, waveform, 440).forEach((v, i) => {
    expect(v).toBeCloseTo(naive[i]!, 9);
  });
});

it('is finite at any frequency', () => {
  for (const hz of [0, -440, 1e12, 1e300, 22050, 44100]) {
    for (const waveform of ['sine', 'triangle', 'sawtooth', 'square'] as const) {
      expect(made(bandLimitedTone, waveform, hz).every((v) => Math.abs(v) <= 1 + 1e-12)).toBe(true);
    }
  }
});
