/** `texture.trimsheet_v1`: tiles packed into one picture. */
import * as z from 'zod/mini';
import { describe, type PathStep } from '../../issue.ts';
import { packShelves } from '../atlas/shelf.ts';
import type { Findings, KindModule } from '../kind.ts';
import { count, id, type Rgba, rgba, size, uint32 } from './common.ts';
import { checkPngSettings, pngSettings } from './encoding.ts';

/** Unknown keys of a tile are ignored, as published specs rely on it. */
export const tile = z.object({
  id,
  width: count.check(z.describe('pixels')),
  height: count.check(z.describe('pixels')),
  /** `[r, g, b, a]`; what is none gives way to `node_ref`. */
  color: z.optional(z.unknown()),
  /** Reserved; such a tile is magenta. */
  node_ref: z.optional(z.unknown()),
});
export type Tile = z.infer<typeof tile>;

export const trimsheetParams = z.strictObject({
  resolution: size,
  padding: z._default(uint32.check(z.describe('pixels')), 2),
  tiles: z.array(tile),
  png: pngSettings,
});
export type TrimsheetParams = z.infer<typeof trimsheetParams>;

/** What fills a tile: its colour, `node` for one that refers to a node, `undefined` for neither. */
export function tileFill({ color, node_ref }: Tile): Rgba | 'node' | undefined {
  const parsed = rgba.safeParse(color);
  return parsed.success ? parsed.data : typeof node_ref === 'string' ? 'node' : undefined;
}

const TILES: readonly PathStep[] = ['recipe', 'params', 'tiles'];

function check(params: TrimsheetParams, findings: Findings): void {
  const { tiles, padding, resolution } = params;
  const seen = new Set<string>();
  let sound = true;
  tiles.forEach((tile, index) => {
    const path = [...TILES, index];
    if (seen.has(tile.id)) {
      findings.error('E012', [...path, 'id'], `the tile id ${JSON.stringify(tile.id)} is given twice`, {
        expected: 'a different id for each tile',
        found: JSON.stringify(tile.id),
      });
    }
    seen.add(tile.id);
    if (tileFill(tile) === undefined) {
      findings.error('E012', [...path, 'color'], 'a tile needs a color of four numbers or a node_ref', {
        expected: 'four numbers',
        found: describe(tile.color),
      });
    }
    const padded = [tile.width + 2 * padding, tile.height + 2 * padding] as const;
    if (padded[0] > resolution[0] || padded[1] > resolution[1]) {
      sound = false;
      findings.error('E012', path, `the tile ${JSON.stringify(tile.id)} with its padding is larger than the atlas`, {
        expected: `at most ${resolution.join(' x ')}`,
        found: padded.join(' x '),
      });
    }
  });
  if (sound && !packShelves(tiles, ...resolution, padding).ok) {
    findings.error('E012', TILES, 'the tiles do not all fit into the atlas', {
      expected: `tiles that fit into ${resolution.join(' x ')}`,
      found: `${tiles.length} tiles`,
      suggestion: 'a larger resolution or a smaller padding',
    });
  }
}

export const trimsheet: KindModule<TrimsheetParams> = {
  kind: 'texture.trimsheet_v1',
  params: trimsheetParams,
  check(params, _envelope, findings) {
    check(params, findings);
    checkPngSettings(params.png, ['atlas'], findings);
  },
};

export default trimsheet;
