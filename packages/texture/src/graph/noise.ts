import { noiseSampler } from '../noise/sampler.ts';
import type { BandOperation } from './types.ts';

export const noise: BandOperation<'noise'> = {
  bands: (node, { seed, width, height, tileable }) => {
    const sample = noiseSampler(node.noise, seed, width, height, tileable);
    return (out, _inputs, { y, rows }) => sample(out, y, rows);
  },
};
