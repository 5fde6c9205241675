/** Nodes of texture graphs that need no other node. */
import { oneOf, positive, ranged, unit } from './checks.ts';
import { define, float, int, num, optional, str, typeName } from './define.ts';
import { both, miscounted } from './shapes.ts';
import { GRADIENT_DIRECTION, NOISE_ALGORITHM, REACTION_DIFFUSION, STRIPE_DIRECTION } from './texture-choices.ts';
import { node } from './texture-nodes.ts';

const upToOne = ranged({ min: 0, exclusiveMin: true, max: 1 }, 'be in (0.0, 1.0]');
const upToTwo = ranged({ min: 0, exclusiveMin: true, max: 2 }, 'be in (0.0, 2.0]');

export const TEXTURE_SOURCES = [
  node(
    'noise_node',
    'noise',
    'Noise, in several octaves.',
    {
      algorithm: str(oneOf(NOISE_ALGORITHM), 'perlin'),
      scale: num(positive, 0.1),
      octaves: int(positive, 4),
      persistence: num(undefined, 0.5),
      lacunarity: num(undefined, 2),
    },
    ({ id: _, ...noise }) => ({ noise }),
  ),
  node('reaction_diffusion_node', 'reaction_diffusion', "Patterns of Gray and Scott's model.", {
    steps: int(both(positive, ranged({ max: 2000 }, 'be <= 2000')), 120),
    feed: num(upToOne, 0.055),
    kill: num(upToOne, 0.062),
    diffuse_a: num(upToTwo, 1),
    diffuse_b: num(upToTwo, 0.5),
    dt: num(upToTwo, 1),
    seed_density: num(ranged({ min: 0, max: 0.5 }, 'be in [0.0, 0.5]'), 0.03),
  }),
  define({
    name: 'reaction_diffusion_preset',
    category: 'texture.nodes',
    description: 'Values for reaction_diffusion_node, to be taken out one by one.',
    params: { preset: str(oneOf(Object.keys(REACTION_DIFFUSION)), 'mitosis') },
    build({ preset }) {
      const { steps, feed, kill, seed_density } = REACTION_DIFFUSION[preset as keyof typeof REACTION_DIFFUSION];
      return { preset, steps, feed, kill, diffuse_a: float(1), diffuse_b: 0.5, dt: float(1), seed_density };
    },
  }),
  node(
    'gradient_node',
    'gradient',
    'A gradient from edge to edge or around a centre.',
    {
      direction: str(oneOf(GRADIENT_DIRECTION), 'horizontal'),
      start: num(undefined, 0),
      end: num(undefined, 1),
      center: optional.any(),
      inner: optional.num(),
      outer: optional.num(),
    },
    ({ direction, start, end, center, inner, outer }, { refuse, read }) => {
      if (center === undefined) return { direction, start, end, inner, outer };
      const items = ['list', 'tuple'].includes(typeName(center)) ? read(center, 'center') : undefined;
      if (!Array.isArray(items)) return refuse('S102', 'center', `'center' expected list, got ${typeName(center)}`);
      const refusal = miscounted(items.length, 2, '[x, y]', 'center');
      if (refusal) return refuse(refusal.code, 'center', refusal.text);
      return { direction, start, end, center: items, inner, outer };
    },
  ),
  node('constant_node', 'constant', 'The same value everywhere.', { value: num() }),
  node('stripes_node', 'stripes', 'Stripes of two values.', {
    direction: str(oneOf(STRIPE_DIRECTION)),
    stripe_width: int(positive),
    color1: num(unit, 0),
    color2: num(unit, 1),
  }),
  node('checkerboard_node', 'checkerboard', 'Squares of two values.', {
    tile_size: int(positive),
    color1: num(unit, 0),
    color2: num(unit, 1),
  }),
];
