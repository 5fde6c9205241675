/** The pictures on the canvas of a browser, where there is one on the PATH; and that the page would notice a wrong one. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/browser.ts';
import { comparePictures } from './browser-page.mjs';
import { samples } from './pictures.ts';
import { readPng } from './read-png.ts';

const browser = findBrowser();

it.skipIf(!browser)(
  'a browser draws every picture as it was encoded',
  () => {
    const script = fileURLToPath(new URL('./run-browser.mjs', import.meta.url));
    const { stdout } = spawnSync(process.execPath, [script, browser!], { encoding: 'utf8', timeout: 90_000 });
    expect(stdout).toMatch(/^\d{2,} pictures, 0 failures\n$/);
  },
  100_000,
);

/** In place of a canvas: 8 bits, and colours multiplied by alpha and divided again. */
function asCanvas(bytes: Uint8Array, change: (data: Uint8ClampedArray) => void = () => {}) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const data = Uint8ClampedArray.from(
    readPng(bytes).flatMap((pixel) => {
      const alpha = pixel[3]! / 65535;
      const drawn = (value: number) => (alpha === 0 ? 0 : Math.round((value / 257) * alpha) / alpha);
      return [...pixel.slice(0, 3).map(drawn), pixel[3]! / 257];
    }),
  );
  change(data);
  return { width: view.getUint32(16), height: view.getUint32(20), data };
}

it('the page finds nothing wrong with what a canvas would show', async () => {
  const pictures = samples();
  const { count, wrong } = await comparePictures(pictures, (bytes: Uint8Array) => asCanvas(bytes));
  expect([count, wrong]).toEqual([pictures.length, []]);
});

it.each([
  ['a colour', (data: Uint8ClampedArray) => void (data[4 * 5] = data[4 * 5]! ^ 64)],
  ['the alpha', (data: Uint8ClampedArray) => void (data[4 * 5 + 3] = data[4 * 5 + 3]! ^ 64)],
])('the page finds %s that is wrong', async (_what, change) => {
  // A colour cannot be wrong where nothing of it is seen.
  const pictures = samples().filter(({ rgba }) => rgba[4 * 5 + 3]! > 60_000);
  const { count, wrong } = await comparePictures(pictures, (bytes: Uint8Array) => asCanvas(bytes, change));
  expect(count).toBeGreaterThan(20);
  expect(wrong).toHaveLength(count);
  expect(wrong[0]).toContain('pixel 5');
});

it('the page finds a picture that cannot be decoded', async () => {
  const fail = () => Promise.reject(new Error('no picture'));
  expect((await comparePictures(samples().slice(0, 1), fail)).wrong).toEqual([expect.stringMatching(/: no picture$/)]);
});
