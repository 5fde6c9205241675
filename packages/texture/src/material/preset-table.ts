/** The defaults of the ready-made materials. */
import type { MaterialPresetName, Rgb } from '@speccade/spec/kinds/texture';

export interface PresetDefaults {
  readonly base: Rgb;
  readonly roughness: readonly [low: number, high: number];
  readonly metallic: number;
  /** Lattice cells per pixel. */
  readonly noise: number;
  readonly pattern: number;
}

export const PRESET_DEFAULTS: Readonly<Record<MaterialPresetName, PresetDefaults>> = {
  toon_metal: { base: [0.85, 0.85, 0.9], roughness: [0.2, 0.5], metallic: 0.9, noise: 0.02, pattern: 0.1 },
  stylized_wood: { base: [0.6, 0.4, 0.25], roughness: [0.6, 0.9], metallic: 0, noise: 0.05, pattern: 0.2 },
  neon_glow: { base: [0.1, 0.1, 0.15], roughness: [0.1, 0.3], metallic: 0, noise: 0.03, pattern: 0.15 },
  ceramic_glaze: { base: [0.95, 0.95, 0.98], roughness: [0.05, 0.15], metallic: 0, noise: 0.01, pattern: 0.05 },
  sci_fi_panel: { base: [0.3, 0.35, 0.4], roughness: [0.3, 0.6], metallic: 0.8, noise: 0.04, pattern: 0.25 },
  clean_plastic: { base: [0.8, 0.8, 0.85], roughness: [0.4, 0.6], metallic: 0, noise: 0.01, pattern: 0.05 },
  rough_stone: { base: [0.5, 0.45, 0.4], roughness: [0.7, 0.95], metallic: 0, noise: 0.08, pattern: 0.15 },
  brushed_metal: { base: [0.75, 0.75, 0.8], roughness: [0.25, 0.45], metallic: 0.95, noise: 0.015, pattern: 0.1 },
};
