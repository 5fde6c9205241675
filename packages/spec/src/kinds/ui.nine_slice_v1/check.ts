/** Rules of nine-slice panels that need more than one field. */
import type { SpecEnvelope } from '../../document.ts';
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import { nineSliceLayout, type Region } from './layout.ts';
import type { NineSliceParams } from './params.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];

export function check(params: NineSliceParams, _envelope: SpecEnvelope, findings: Findings): void {
  const { regions, width, height } = nineSliceLayout(params);
  const [w, h] = params.resolution;
  if (width > w || height > h) {
    findings.error('E012', [...PARAMS, 'resolution'], 'the nine regions and their gutters do not fit into the atlas', {
      expected: `at least [${width}, ${height}]`,
      found: `[${w}, ${h}]`,
    });
  }
  for (const region of regions) checkRegion(region, regions, [w, h], findings);
  if (params.edge_layout === 'natural') return;
  for (const field of ['corner_radius', 'border_width'] as const) {
    if (params[field] === 0) continue;
    findings.error('E012', [...PARAMS, field], `${field} needs the natural edge layout`, {
      expected: '0, or "edge_layout": "natural"',
      found: describe(params[field]),
    });
  }
}

/** In the uniform layout edges can be larger than the space that corners leave them. */
function checkRegion(region: Region, all: readonly Region[], [w, h]: readonly [number, number], findings: Findings) {
  const more = { suggestion: 'set "edge_layout": "natural", or edges no larger than the corners' };
  const path = [...PARAMS, 'regions', region.name];
  if (region.width === 0 || region.height === 0) {
    const found = `${region.width} x ${region.height}`;
    findings.warn('W009', path, `the region ${region.name} has no pixels of its own, only a gutter`, { found });
  } else if (region.x + region.width > w || region.y + region.height > h) {
    findings.warn('W009', path, `the region ${region.name} is cut off at the border of the atlas`, more);
  }
  const other = all.slice(all.indexOf(region) + 1).find((later) => overlap(region, later));
  if (other) findings.warn('W009', path, `${other.name} is drawn over a part of ${region.name}`, more);
}

function overlap(a: Region, b: Region): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
