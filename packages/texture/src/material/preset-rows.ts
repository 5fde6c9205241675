/** What the ready-made materials look like: a row of pixels from rows of noise. */
import { sin } from '@speccade/numerics';
import type { MaterialPresetName } from '@speccade/spec/kinds/texture';

/** One row of each map, and of the heights that the normals come from. */
export interface MaterialRows {
  readonly red: Float64Array;
  readonly green: Float64Array;
  readonly blue: Float64Array;
  readonly roughness: Float64Array;
  readonly metallic: Float64Array;
  readonly height: Float64Array;
}

export interface MaterialSettings {
  readonly width: number;
  readonly imageHeight: number;
  readonly base: readonly number[];
  readonly low: number;
  readonly high: number;
  readonly metallic: number;
  /** Radians per pixel of the waves of wood. */
  readonly pattern: number;
  /** Width and height of a panel, pixels. */
  readonly panel: readonly [number, number];
}

/** A noise of a material: its kind, and what its coordinates are multiplied with. */
export interface MaterialNoise {
  readonly kind: 'perlin' | 'simplex' | 'worley' | 'simplex_fbm3' | 'perlin_fbm4';
  readonly x: number;
  readonly y: number;
}

export interface Material {
  /** In the order in which they draw their seeds. `pattern` is the material's pattern scale. */
  noises(pattern: number): readonly MaterialNoise[];
  /** Fills row `y`; `noise` has one row for each of the noises, -1 to 1. */
  fill(rows: MaterialRows, noise: readonly Float64Array[], settings: MaterialSettings, y: number): void;
}

/** One pixel's results, so that the fills below say what they compute and nothing else. */
function put(
  rows: MaterialRows,
  x: number,
  red: number,
  green: number,
  blue: number,
  roughness: number,
  metallic: number,
  height: number,
): void {
  rows.red[x] = red;
  rows.green[x] = green;
  rows.blue[x] = blue;
  rows.roughness[x] = roughness;
  rows.metallic[x] = metallic;
  rows.height[x] = height;
}

const perlin = (x: number, y = x): MaterialNoise => ({ kind: 'perlin', x, y });

export const MATERIALS: Readonly<Record<MaterialPresetName, Material>> = {
  toon_metal: {
    noises: () => [perlin(1)],
    fill(rows, [noise], { width, imageHeight, base: [r, g, b], low, high, metallic }, y) {
      const dy = y / imageHeight - 0.5;
      for (let x = 0; x < width; x++) {
        const n = (noise![x]! + 1) / 2;
        const s = Math.floor(4 * n) / 3;
        const dx = x / width - 0.5;
        const glint = Math.max(0, 1 - 1.5 * Math.sqrt(dx * dx + dy * dy));
        const k = 0.9 + 0.1 * s + 0.1 * glint;
        const m = metallic * (0.95 + 0.05 * n);
        const rough = low + s * (high - low);
        put(rows, x, Math.min(1, r! * k), Math.min(1, g! * k), Math.min(1, b! * k), rough, m, 0.5 + 0.5 * s);
      }
    },
  },
  stylized_wood: {
    noises: () => [{ kind: 'simplex', x: 0.5, y: 0.5 }, perlin(3)],
    fill(rows, [bend, detail], { width, base: [r, g, b], low, high, metallic, pattern }, y) {
      const [dr, dg, db] = [r! * 0.6, g! * 0.5, b! * 0.4];
      for (let x = 0; x < width; x++) {
        const wave = sin(y * pattern + 20 * bend![x]!) * 0.5 + 0.5;
        const k = 0.7 * (wave * wave) + (0.3 * (detail![x]! + 1)) / 2;
        const rough = low + k * (high - low);
        put(rows, x, dr + (r! - dr) * k, dg + (g! - dg) * k, db + (b! - db) * k, rough, metallic, 0.35 + 0.3 * k);
      }
    },
  },
  neon_glow: {
    noises: (pattern) => [
      { kind: 'simplex_fbm3', x: 1, y: 1 },
      { kind: 'worley', x: 10 * pattern, y: 10 * pattern },
    ],
    fill(rows, [clouds, cells], { width, base: [r, g, b], low, high, metallic }, y) {
      for (let x = 0; x < width; x++) {
        const edge = 1 - cells![x]!;
        const e = edge * edge * (edge * edge);
        const k = (0.3 * (clouds![x]! + 1)) / 2 + 0.7 * e;
        const cyan = (x + y) % 2 === 0;
        const red = Math.min(1, r! + 0.8 * k * (cyan ? 0 : 1));
        const green = Math.min(1, g! + 0.8 * k * (cyan ? 0.9 : 0));
        const blue = Math.min(1, b! + 0.8 * k * (cyan ? 1 : 0.8));
        put(rows, x, red, green, blue, high - k * (high - low), metallic, 0.4 + 0.2 * k);
      }
    },
  },
  ceramic_glaze: {
    noises: () => [perlin(1)],
    fill(rows, [noise], { width, base: [r, g, b], low, high, metallic }) {
      for (let x = 0; x < width; x++) {
        const n = (noise![x]! + 1) / 2;
        const light = 0.05 * n;
        const rough = low + 0.3 * n * (high - low);
        const tone = 0.5 + 0.05 * n;
        put(rows, x, Math.min(1, r! + light), Math.min(1, g! + light), Math.min(1, b! + light), rough, metallic, tone);
      }
    },
  },
  sci_fi_panel: {
    noises: () => [perlin(1)],
    fill(rows, [noise], { width, base: [r, g, b], low, high, metallic, panel }, y) {
      const [side, rise] = panel;
      const edgeRow = y % rise < 2 || y % rise >= rise - 2;
      for (let x = 0; x < width; x++) {
        const at = x % side;
        if (edgeRow || at < 2 || at >= side - 2) {
          put(rows, x, 0.3 * r!, 0.3 * g!, 0.3 * b!, high, metallic, 0.2);
          continue;
        }
        const n = (noise![x]! + 1) / 2;
        const k = 0.9 + 0.2 * n;
        const rough = low + 0.5 * n * (high - low);
        put(rows, x, Math.min(1, r! * k), Math.min(1, g! * k), Math.min(1, b! * k), rough, metallic, 0.6 + 0.1 * n);
      }
    },
  },
  clean_plastic: {
    noises: () => [perlin(5)],
    fill(rows, [noise], { width, base: [r, g, b], low, high, metallic }) {
      const range = high - low;
      for (let x = 0; x < width; x++) {
        const n = (noise![x]! + 1) / 2;
        const light = 0.02 * n;
        const rough = low + 0.2 * n * range + 0.4 * range;
        const tone = 0.5 + 0.02 * n;
        put(rows, x, Math.min(1, r! + light), Math.min(1, g! + light), Math.min(1, b! + light), rough, metallic, tone);
      }
    },
  },
  rough_stone: {
    noises: (pattern) => [{ kind: 'perlin_fbm4', x: pattern, y: pattern }, perlin(3), { kind: 'worley', x: 2, y: 2 }],
    fill(rows, [large, detail, cells], { width, base: [r, g, b], low, high, metallic }) {
      const range = high - low;
      for (let x = 0; x < width; x++) {
        const l = (large![x]! + 1) / 2;
        const d = (detail![x]! + 1) / 2;
        const k = 0.6 * l + 0.3 * d + 0.1 * (1 - cells![x]!);
        const tone = 0.7 + 0.3 * k;
        const rough = Math.min(1, low + 0.5 * k * range + 0.5 * range);
        const up = 0.3 + 0.4 * k;
        put(rows, x, Math.min(1, r! * tone), Math.min(1, g! * tone), Math.min(1, b! * tone), rough, metallic, up);
      }
    },
  },
  brushed_metal: {
    noises: () => [perlin(0.5, 10), perlin(20, 2)],
    fill(rows, [strokes, scratches], { width, base: [r, g, b], low, high, metallic }) {
      for (let x = 0; x < width; x++) {
        const s = (strokes![x]! + 1) / 2;
        const k = 0.7 * s + (0.3 * (scratches![x]! + 1)) / 2;
        const tone = 0.85 + 0.15 * k;
        const rough = low + k * (high - low);
        const up = 0.4 + 0.2 * s;
        put(rows, x, Math.min(1, r! * tone), Math.min(1, g! * tone), Math.min(1, b! * tone), rough, metallic, up);
      }
    },
  },
};
