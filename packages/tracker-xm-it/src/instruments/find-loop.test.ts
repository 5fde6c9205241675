import { describe, expect, it } from 'vitest';
import { findLoop } from './find-loop.ts';
import type { LoopQuery } from './loop-parts.ts';

const RATE = 22050;
const usual = { attack: 0.01, decay: 0.1, sustain: 0.7, release: 0.2 };
const wave = (frames: number, at: (i: number) => number) =>
  Int16Array.from({ length: frames }, (_, i) => Math.round(12000 * at(i)));
const tone = (frames: number, hertz: number) => wave(frames, (i) => Math.sin((2 * Math.PI * hertz * i) / RATE));
const find = (pcm: Int16Array, frequency: number, more: Partial<LoopQuery> = {}) =>
  findLoop({ pcm, rate: RATE, frequency, envelope: usual, mode: 'auto', ...more });

/** Cents from a tone to what its loop makes of it: the loop has so many cycles. */
function centsOf({ start, end }: { start: number; end: number }, hertz: number): number {
  const cycles = Math.round(((end - start) * hertz) / RATE);
  return 1200 * Math.log2((cycles * RATE) / (end - start) / hertz);
}

/** The largest step between two samples of the loop, the one from its end to its start included. */
function largestStep(pcm: Int16Array, { start, end }: { start: number; end: number }): number {
  let largest = 0;
  for (let i = start; i < end; i++) {
    largest = Math.max(largest, Math.abs(pcm[i + 1 < end ? i + 1 : start]! - pcm[i]!));
  }
  return largest;
}

describe('a steady tone', () => {
  it.each([41.2, 65.41, 110, 220.3, 261.63, 523.25, 1760.7, 3520])(
    'of %f Hz keeps its pitch and has no seam',
    (hertz) => {
      const pcm = tone(RATE, hertz);
      const found = find(pcm, hertz);
      expect(found.loop.mode).toBe('forward');
      expect(Math.abs(centsOf(found.loop, hertz))).toBeLessThan(0.1);
      expect(largestStep(found.pcm, found.loop)).toBeLessThan(1.05 * largestStep(pcm, { start: 0, end: RATE - 1 }) + 2);
      expect(found.pcm.length).toBe(found.loop.end);
    },
  );

  it('keeps it where the base note is wrong', () => {
    expect(Math.abs(centsOf(find(tone(RATE, 228), 220).loop, 228))).toBeLessThan(0.1);
  });

  it('is looped early enough, however long its envelope takes', () => {
    const { loop, desiredStart } = find(tone(RATE, 220), 220, { envelope: { ...usual, attack: 3 } });
    expect(desiredStart).toBe(Math.floor(RATE / 4));
    expect(loop).toMatchObject({ mode: 'forward' });
    expect(loop.end - loop.start).toBeGreaterThan(RATE / 4);
  });
});

describe('a sample too short to search', () => {
  it('is joined by its cycles', () => {
    const { loop, crossfade } = find(tone(2000, 440), 440);
    expect(loop.mode).toBe('forward');
    expect(Math.abs(centsOf(loop, 440))).toBeLessThan(1);
    expect(crossfade).toBeGreaterThan(0);
  });

  it('of one cycle is the loop, where that is asked for', () => {
    const pcm = wave(64, (i) => Math.sin((2 * Math.PI * i) / 64));
    expect(find(pcm, RATE / 64, { mode: 'forward' })).toMatchObject({
      loop: { mode: 'forward', start: 0, end: 64 },
      pcm,
    });
  });

  it('and without a pitch turns round', () => {
    const noise = wave(700, (i) => Math.sin(i ** 3) * Math.cos(7 * i ** 2));
    expect(find(noise, 440).loop.mode).toBe('pingpong');
    expect(find(Int16Array.of(1, 2, 3, 4), 8, { mode: 'forward' }).loop.mode).toBe('pingpong');
  });
});

it('turns round where it is asked to, and where nothing is alike', () => {
  expect(find(tone(RATE, 220), 220, { mode: 'pingpong' }).loop.mode).toBe('pingpong');
  const chirp = wave(RATE, (i) => Math.sin(i * i * 1e-5));
  const found = find(chirp, 220);
  expect(found.loop.mode).toBe('pingpong');
  expect(found.correlation).toBeLessThan(0.85);
  expect(find(chirp, 220, { mode: 'forward' }).loop.mode).toBe('forward');
});

it('takes silence', () => {
  for (const mode of ['auto', 'forward'] as const) {
    const { loop, pcm } = find(new Int16Array(9000), 220, { mode });
    expect(loop.end).toBeLessThanOrEqual(pcm.length);
    expect(loop.end - loop.start).toBeGreaterThan(100);
  }
});
