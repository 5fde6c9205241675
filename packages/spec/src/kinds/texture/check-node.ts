/** Parameters of one node that only make sense together, or with the size of the picture. */
import type { PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import type { Size } from './common.ts';
import type { TextureNode } from './nodes.ts';

export function checkNode(
  node: TextureNode,
  [width, height]: Size,
  path: readonly PathStep[],
  findings: Findings,
): void {
  const wrong = (field: PathStep | readonly PathStep[], expected: string, found: unknown): void => {
    const steps = Array.isArray(field) ? field : [field as PathStep];
    findings.error('E012', [...path, ...steps], `${steps[0]} of ${node.type} must be ${expected}`, {
      expected,
      found: String(found),
    });
  };
  switch (node.type) {
    case 'clamp':
      if (node.min > node.max) wrong('min', `at most max (${node.max})`, node.min);
      break;
    case 'noise': {
      const { algorithm, octaves, persistence } = node.noise;
      const fractal = algorithm === 'fbm' || ((algorithm === 'perlin' || algorithm === 'simplex') && octaves > 1);
      if (fractal && weightSum(octaves, persistence) === 0)
        wrong(['noise', 'persistence'], 'such that the weights of the octaves do not cancel', persistence);
      break;
    }
    case 'wang_tiles':
      if (node.tile_count[0] > width) wrong(['tile_count', 0], `at most the width (${width})`, node.tile_count[0]);
      if (node.tile_count[1] > height) wrong(['tile_count', 1], `at most the height (${height})`, node.tile_count[1]);
      break;
    case 'periodic_noise': {
      const finest = Math.max(...node.cells) * powerOf(node.lacunarity, node.octaves - 1);
      if (finest > FINEST) wrong('octaves', `so few that the finest has at most ${FINEST} cells`, node.octaves);
      break;
    }
    case 'hexagons':
      if (node.rows % 2 === 1) wrong('rows', 'even, so that the pattern closes', node.rows);
      break;
    case 'texture_bomb': {
      const work = stampedPixels(node.density, node.scale_variation, width, height);
      if (work > MOST_STAMPED)
        wrong('density', 'such that fewer pixels are stamped; a smaller scale_variation helps as well', node.density);
      break;
    }
    case 'corner_tiles':
    case 'histogram_tiles':
      if (node.tiles[0] > width) wrong(['tiles', 0], `at most the width (${width})`, node.tiles[0]);
      if (node.tiles[1] > height) wrong(['tiles', 1], `at most the height (${height})`, node.tiles[1]);
      break;
    case 'levels':
      if (node.in_low === node.in_high) wrong('in_high', 'another value than in_low', node.in_high);
      break;
    case 'curves':
      node.points.forEach(([x], index) => {
        const before = node.points[index - 1];
        if (before && !(x > before[0])) wrong(['points', index], `right of the point before it (${before[0]})`, x);
      });
      break;
    case 'gradient_stops':
      node.stops.forEach(({ position }, index) => {
        const before = node.stops[index - 1];
        if (before && position < before.position)
          wrong(['stops', index, 'position'], `at least that of the stop before it (${before.position})`, position);
      });
      break;
    case 'warp_2d':
      if (node.x == null && node.y == null) wrong('x', 'given, or y', 'nothing');
      break;
  }
}

/** Cells along one side of the finest octave. */
const FINEST = 65536;
/** Pixels of all stamps together: some minutes. */
const MOST_STAMPED = 1e10;

function powerOf(base: number, exponent: number): number {
  let power = 1;
  for (let k = 0; k < exponent; k++) power *= base;
  return power;
}

function stampedPixels(density: number, scales: readonly [number, number], width: number, height: number): number {
  const stamps = ((width * height) / 1024) * Math.min(Math.max(density, 0), 1);
  // Beyond twice the size a stamp is cut to what can be seen.
  const scale = Math.min(Math.max(scales[0], scales[1], 0.1), 2);
  return stamps * width * scale * height * scale;
}

function weightSum(octaves: number, persistence: number): number {
  let sum = 0;
  let weight = 1;
  for (let k = 0; k < Math.max(octaves, 1); k++) {
    sum += weight;
    weight *= persistence;
  }
  return sum;
}
