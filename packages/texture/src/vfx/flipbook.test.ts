import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { generate, hexAt, type Picture, picture } from '../../test/fixtures.ts';

const KIND = 'vfx.flipbook_v1';
const EFFECTS = ['explosion', 'smoke', 'energy', 'dissolve'] as const;

function frame(sheet: Picture, left: number, top: number, width: number, height: number): string[] {
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => hexAt(sheet, left + x, top + y)).join(''),
  );
}

describe('published pixels', () => {
  it.each([
    ['explosion', 0xcf216777],
    ['smoke', 0xc1c75df0],
    ['energy', 0xd2d56449],
    ['dissolve', 0xc5b2a04d],
  ])('%s', async (effect, crc) => {
    const params = { resolution: [144, 144], padding: 2, effect, frame_count: 9, frame_size: [40, 40] };
    expect(crc32((await picture(KIND, params)).data)).toBe(crc);
  });

  it.each([
    ['explosion', ['0'.repeat(32), '00000000ffffffffffffffffffffffff'], 1],
    ['smoke', ['66666680868686a87c7c7c9b5e5e5e76', '1d1d1d255959596f474747593232323f'], 1],
    ['energy', ['0'.repeat(32), '00000000286b866b0000000022597059'], 7],
  ])('%s of 4 x 3 pixels', async (effect, rows, left) => {
    const sheet = await picture(KIND, { resolution: [18, 5], padding: 1, effect, frame_count: 3, frame_size: [4, 3] });
    expect(frame(sheet, left, 1, 4, 2)).toEqual(rows);
  });
});

it('describes its frames', async () => {
  const params = { resolution: [18, 5], padding: 1, effect: 'energy', frame_count: 3, frame_size: [4, 3], fps: 7 };
  const { json } = await picture(KIND, params);
  expect(JSON.stringify(json)).toMatch(
    /^{"atlas_width":18,"atlas_height":5,"padding":1,"effect":"energy","frame_count":3,"frame_size":\[4,3\],"fps":7,"loop_mode":"once","total_duration_ms":428,"frames":\[{"index":0,"u_min":0.05555555555555555,"v_min":0.2,"u_max":0.2777777777777778,"v_max":0.8,"width":4,"height":3},/,
  );
});

const base = { resolution: [144, 144], padding: 2, frame_count: 9, frame_size: [40, 40] };

/** Sum of |alpha difference| between two frames, by index on the 3 x 3 grid. */
function distance(sheet: Picture, a: number, b: number): number {
  let sum = 0;
  for (let y = 0; y < 40; y++) {
    for (let x = 0; x < 40; x++) {
      const alpha = (i: number) => sheet.data[((Math.floor(i / 3) * 44 + 2 + y) * 144 + (i % 3) * 44 + 2 + x) * 4 + 3]!;
      sum += Math.abs(alpha(a) - alpha(b));
    }
  }
  return sum;
}

describe('options', () => {
  it.each(EFFECTS)('edge_fade leaves the border of %s empty', async (effect) => {
    const sheet = await picture(KIND, { ...base, effect, edge_fade: 0.5 });
    for (let i = 0; i < 40; i++) {
      for (const [x, y] of [
        [i, 0],
        [i, 39],
        [0, i],
        [39, i],
      ] as const) {
        expect(sheet.data[((46 + y) * 144 + 46 + x) * 4 + 3]).toBe(0);
      }
    }
    expect(sheet.data.some((byte, i) => i % 4 === 3 && byte > 50)).toBe(true);
  });

  it('gain makes smoke denser', async () => {
    const alpha = async (gain: number) => {
      const { data } = await picture(KIND, { ...base, effect: 'smoke', gain });
      return data.filter((_, i) => i % 4 === 3).reduce((sum, a) => sum + a, 0);
    };
    expect((await alpha(2)) / (await alpha(1))).toBeCloseTo(2, 1);
  });

  it('fade_out ends with nothing', async () => {
    const sheet = await picture(KIND, { ...base, effect: 'explosion', fade_out: 0.5 });
    expect(frame(sheet, 90, 90, 40, 40).every((row) => /^(......00)*$/.test(row))).toBe(true);
  });

  it('a seamless loop moves from its last frame to its first no more than elsewhere', async () => {
    const sheet = await picture(KIND, { ...base, effect: 'smoke', seamless: true, loop_mode: 'loop' });
    const steps = Array.from({ length: 8 }, (_, i) => distance(sheet, i, i + 1));
    expect(distance(sheet, 8, 0)).toBeLessThanOrEqual(1.2 * Math.max(...steps));
    const cut = await picture(KIND, { ...base, effect: 'smoke', loop_mode: 'loop' });
    const cutSteps = Array.from({ length: 8 }, (_, i) => distance(cut, i, i + 1));
    expect(distance(cut, 8, 0)).toBeGreaterThan(2 * Math.max(...cutSteps));
  });

  it('periodic noise has no seam on the left of a ring', async () => {
    const jump = async (angular_noise: string) => {
      const sheet = await picture(KIND, {
        resolution: [520, 260],
        effect: 'energy',
        frame_count: 2,
        frame_size: [256, 256],
        angular_noise,
      });
      // In the last frame the ring passes the left border; the seam lies along the middle row.
      const blue = (x: number, y: number) => sheet.data[((2 + y) * 520 + 262 + x) * 4 + 2]!;
      let sum = 0;
      for (let x = 0; x < 18; x++) sum += Math.abs(blue(x, 127) - blue(x, 129));
      return sum;
    };
    expect(await jump('periodic')).toBeLessThan((await jump('unwrapped')) / 2);
  });

  it('a ramp gives its colours, and premultiplied ones are no brighter than their alpha', async () => {
    const color_ramp = [
      [0, 0, 1, 1],
      [0, 1, 0, 1],
    ];
    const sheet = await picture(KIND, { ...base, effect: 'smoke', color_ramp, alpha: 'premultiplied' });
    for (let i = 0; i < sheet.data.length; i += 4) {
      const [r, g, b, a] = sheet.data.subarray(i, i + 4) as unknown as [number, number, number, number];
      expect(r).toBe(0);
      expect(Math.abs(g + b - a)).toBeLessThanOrEqual(1);
    }
    expect((sheet.json as { alpha?: string }).alpha).toBe('premultiplied');
  });

  it('mip levels align the cells', async () => {
    const params = { resolution: [256, 256], frame_count: 4, frame_size: [40, 30], effect: 'smoke', mip_levels: 3 };
    const { json, ...sheet } = await picture(KIND, params);
    const { frames } = json as { frames: { u_min: number; v_min: number }[] };
    for (const { u_min, v_min } of frames) expect([(u_min * 256) % 8, (v_min * 256) % 8]).toEqual([0, 0]);
    // The gutter right of the last column of content reaches the end of the cell.
    expect(hexAt(sheet, 8 + 40 + 7, 8)).toBe(hexAt(sheet, 8 + 39, 8));
    expect(hexAt(sheet, 8, 8 + 32 + 7)).toBe(hexAt(sheet, 8, 8 + 29));
  });
});

it('writes the same bytes to every primary output', async () => {
  const outputs = ['a', 'b'].map((name) => ({ kind: 'primary', format: 'png', path: `${name}.png` }));
  const [a, b] = await generate(KIND, { ...base, effect: 'energy' }, { outputs });
  expect(b!.bytes).toEqual(a!.bytes);
});
