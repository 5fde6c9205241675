/** Choices of the texture functions, in the order of messages. */
export const NOISE_ALGORITHM = ['perlin', 'simplex', 'worley', 'value', 'gabor', 'fbm'];
export const GRADIENT_DIRECTION = ['horizontal', 'vertical', 'radial'];
export const STRIPE_DIRECTION = ['horizontal', 'vertical'];
export const BOMB_BLEND = ['max', 'add', 'average'];
export const TEXTURE_FORMAT = ['png', 'jpg', 'exr', 'tga'];
export const MASK_MODE = ['noise', 'height', 'slope', 'height_slope'];
export const MATCAP = ['toon_basic', 'toon_rim', 'metallic', 'ceramic', 'clay', 'skin', 'plastic', 'velvet'];
export const MATERIAL = [
  'toon_metal',
  'stylized_wood',
  'neon_glow',
  'ceramic_glaze',
  'sci_fi_panel',
  'clean_plastic',
  'rough_stone',
  'brushed_metal',
];

/** Values of Gray and Scott's model that grow into known patterns. */
export const REACTION_DIFFUSION = {
  mitosis: { steps: 180, feed: 0.0367, kill: 0.0649, seed_density: 0.08 },
  worms: { steps: 220, feed: 0.078, kill: 0.061, seed_density: 0.05 },
  spots: { steps: 160, feed: 0.03, kill: 0.057, seed_density: 0.06 },
};
