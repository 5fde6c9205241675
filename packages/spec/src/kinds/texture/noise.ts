/** What a `noise` node is made of. */
import * as z from 'zod/mini';
import { byte, number } from './common.ts';

export const NOISE_ALGORITHMS = ['perlin', 'simplex', 'worley', 'value', 'gabor', 'fbm'] as const;

export const noiseConfig = z.strictObject({
  algorithm: z.enum(NOISE_ALGORITHMS),
  scale: number.check(z.describe('lattice cells per pixel')),
  octaves: z._default(byte, 4),
  persistence: z._default(number, 0.5),
  lacunarity: z._default(number, 2),
});
export type NoiseConfig = z.infer<typeof noiseConfig>;
export type NoiseAlgorithm = NoiseConfig['algorithm'];
