/** The field that the configuration of a noise node means. */
import type { NoiseConfig } from '@speccade/spec/kinds/texture';
import { Fbm, type NoiseField } from './field.ts';
import { GaborField } from './gabor.ts';
import { permutation } from './lattice.ts';
import { PerlinField } from './perlin.ts';
import { SimplexField } from './simplex.ts';
import { WorleyField } from './worley.ts';

/** Rows of noise between -1 and 1 or thereabouts. Holds caches: one for each sweep through the plane. */
export function fieldOf(config: NoiseConfig, seed: number, shared?: Uint8Array): Fbm {
  const p = () => shared ?? permutation(seed);
  const { octaves, persistence, lacunarity } = config;
  const single = (field: NoiseField) => new Fbm(field, 1, 1, 1);
  switch (config.algorithm) {
    case 'perlin':
    case 'fbm':
      return octaves <= 1
        ? single(new PerlinField(p()))
        : new Fbm(new PerlinField(p()), octaves, persistence, lacunarity);
    case 'simplex':
      return octaves <= 1
        ? single(new SimplexField(p()))
        : new Fbm(new SimplexField(p()), octaves, persistence, lacunarity);
    case 'value':
      // Published pictures have Perlin noise under this name; `periodic_noise` has the other.
      return single(new PerlinField(p()));
    case 'worley':
      return single(new WorleyField(seed));
    case 'gabor':
      return single(new GaborField(seed));
  }
}

/** The permutation that all fields of a configuration can share, if they need one. */
export function sharedPermutation(config: NoiseConfig, seed: number): Uint8Array | undefined {
  return config.algorithm === 'worley' || config.algorithm === 'gabor' ? undefined : permutation(seed);
}
