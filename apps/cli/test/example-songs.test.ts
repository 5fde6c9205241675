/** The songs in examples/music as they are heard: loud enough, without clipping, small, and going on where they end. */
import { readdirSync, readFileSync } from 'node:fs';
import { validateDocument } from '@speccade/spec';
import { trackerBackend } from '@speccade/tracker-xm-it';
import { songTrace } from '@speccade/tracker-xm-it/export';
import { expect, it } from 'vitest';
import { measureRender } from '../src/music/measure.ts';
import { playModule } from '../src/music/player.ts';

const RATE = 24_000;
/** LUFS. */
const [QUIETEST, LOUDEST] = [-18, -14];
/** dBTP. */
const MOST_PEAK = -1;
const MOST_BYTES = 300_000;

const folder = new URL('../../../examples/music/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.report.json'));

it.each(names)('%s', async (name) => {
  const { spec, errors } = await validateDocument(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  expect(errors).toEqual([]);
  const readFile = (path: string) => readFileSync(new URL(path, folder));
  const { loop } = spec!.recipe!.params as { loop?: boolean };
  for (const { kind, format, bytes } of await trackerBackend.generate(spec!, { readFile })) {
    if (kind !== 'primary') continue;
    expect(bytes.length, format).toBeLessThan(MOST_BYTES);
    const played = (await playModule(bytes, { sampleRate: RATE, loops: loop ? 2 : 1 }))!;
    const { lufs_integrated: loudness, true_peak_db: peak, clipped_samples: clipped } = measureRender(played, RATE);
    expect(loudness, format).toBeGreaterThan(QUIETEST);
    expect(loudness, format).toBeLessThan(LOUDEST);
    expect(peak, format).toBeLessThan(MOST_PEAK);
    expect(clipped, format).toBe(0);
    if (!loop) continue;
    const { continues_at: place, events } = songTrace(spec!, { readFile }, format as 'xm' | 'it');
    const { order, seconds: restart, row } = events.find((event) => event.order === place)!;
    expect([order, row], format).toEqual([place, 0]);
    expectCleanLoop(played.left, Math.round(restart * RATE), Math.round(played.duration * RATE), format);
  }
});

/** What follows the seam is what stands at the place that the song goes on at, and no step there is larger than others. */
function expectCleanLoop(sound: Float64Array, restart: number, seam: number, format: string): void {
  const heard = RATE / 2;
  // Players count whole samples for a tick, so that songs drift.
  const drift = Math.round(0.02 * RATE);
  let likeness = 0;
  for (let by = -drift; by <= drift; by++) {
    let [product, first, again] = [0, 0, 0];
    for (let i = 0; i < heard; i++) {
      const [a, b] = [sound[restart + i]!, sound[seam + by + i]!];
      product += a * b;
      first += a * a;
      again += b * b;
    }
    likeness = Math.max(likeness, product / Math.sqrt(first * again));
  }
  // What rings on from the section before differs; other places of these songs come to less.
  expect(likeness, format).toBeGreaterThan(0.3);
  const largest = (from: number, to: number): number => {
    let step = 0;
    for (let i = from + 1; i < to; i++) step = Math.max(step, Math.abs(sound[i]! - sound[i - 1]!));
    return step;
  };
  expect(largest(seam - drift, seam + drift), format).toBeLessThanOrEqual(largest(0, seam - drift));
}
