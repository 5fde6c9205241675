/** What one pixel of each operation costs beside one sample of a plain oscillator, which is 1; measured, rounded. */

/** Filtering and deflating one pixel of a picture. */
export const PIXEL_WEIGHT = 6;

export const NOISE_WEIGHTS: Readonly<Record<string, number>> = {
  perlin: 16,
  simplex: 20,
  worley: 20,
  value: 4,
  gabor: 200,
  fbm: 16,
};

/** Operations that are not listed cost 1. */
export const NODE_WEIGHTS: Readonly<Record<string, number>> = {
  blur: 6,
  erode: 4,
  dilate: 4,
  normal_from_height: 4,
  texture_bomb: 8,
  periodic_noise: 16,
  voronoi: 20,
  ambient_occlusion: 16,
  corner_tiles: 6,
  histogram_tiles: 20,
};
