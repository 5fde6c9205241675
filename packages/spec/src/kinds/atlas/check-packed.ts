/** Rules of atlases that are packed: unique ids, sizes that fit, room for all. */
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import { cellOf } from './cell.ts';
import { type PackedParams, packAtlas } from './pack-atlas.ts';
import type { PackItem } from './shelf.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];

/** `list` is the name of the member that holds the items, `what` what one of them is called. */
export function checkPacked(
  params: PackedParams,
  items: readonly PackItem[],
  list: string,
  what: string,
  findings: Findings,
): void {
  const [width, height] = params.resolution;
  const seen = new Map<string, number>();
  let fits = true;
  items.forEach((item, index) => {
    const first = seen.get(item.id);
    if (first === undefined) seen.set(item.id, index);
    else {
      findings.error('E012', [...PARAMS, list, index, 'id'], `${list}[${first}] already has this id`, {
        expected: 'an id of its own',
        found: describe(item.id),
      });
    }
    const cell = cellOf(item.width, item.height, params.padding, params.mip_levels);
    if (cell.width > width || cell.height > height) {
      fits = false;
      findings.error('E012', [...PARAMS, list, index], `the ${what} and its gutter do not fit into the atlas`, {
        expected: `at most ${width} x ${height} pixels with gutter`,
        found: `${cell.width} x ${cell.height}`,
      });
    } else if (item.width === 0 || item.height === 0) {
      findings.warn('W009', [...PARAMS, list, index], `the ${what} has no pixels of its own, only a gutter`, {
        found: `${item.width} x ${item.height}`,
      });
    }
  });
  if (!fits) return;
  const packing = packAtlas(params, items);
  if (packing.ok) return;
  const { id } = items[packing.index]!;
  findings.error('E012', [...PARAMS, 'resolution'], `not every ${what} fits: there is no room for ${describe(id)}`, {
    expected: `room for ${items.length} of them with their gutters`,
    found: `${width} x ${height}`,
    suggestion: 'make the atlas larger, or the padding smaller',
  });
}
