/** What one pixel of each operation costs beside one sample of a plain oscillator, which is 1; measured, rounded. */

/** Filtering and deflating one pixel of a picture. */
export const PIXEL_WEIGHT = 6;

/** The light and the outline of a sphere. */
export const MATCAP_WEIGHT = 30;

/** One octave. */
export const NOISE_WEIGHTS = { perlin: 1.5, fbm: 1.5, value: 1.5, simplex: 2.5, worley: 2.5, gabor: 115 } as const;

/** Operations that are not listed cost 1. */
export const NODE_WEIGHTS: Readonly<Record<string, number>> = {
  blur: 16,
  erode: 6,
  dilate: 6,
  warp: 3,
  uv_rotate: 5,
  color_ramp: 2,
  palette: 4,
  normal_from_height: 2,
  wang_tiles: 3,
  texture_bomb: 7,
  periodic_noise: 3,
  voronoi: 13,
  bricks: 6,
  hexagons: 6,
  curves: 3,
  gradient_stops: 2,
  color_blend: 6,
  color_mix: 4,
  hsv_adjust: 12,
  ambient_occlusion: 21,
  warp_2d: 8,
  transform: 6,
  corner_tiles: 35,
  histogram_tiles: 60,
};
