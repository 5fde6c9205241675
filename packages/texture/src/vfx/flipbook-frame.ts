/** One frame of a flipbook, pixel by pixel, onto the atlas. */

import { sin } from '@speccade/numerics';
import type { FlipbookParams } from '@speccade/spec/kinds/vfx.flipbook_v1';
import { hypot } from '../draw/distance.ts';
import { type Surface, toByte } from '../draw/surface.ts';
import type { SimplexField } from '../noise/simplex.ts';
import type { Effect } from './effects.ts';

/** What all frames share. */
export interface Film {
  readonly params: FlipbookParams;
  readonly effect: Effect;
  readonly noise: SimplexField;
  /** Red, green, blue and alpha at even steps of intensity, where the colours are not the effect's own. */
  readonly ramp: Float64Array | undefined;
}

/** Red, green, blue and alpha of the pixel at hand. */
const pixel = new Float64Array(4);
const other = new Float64Array(4);

/** Draws frame `index` with its top left pixel at (left, top). */
export function drawFrame(s: Surface, film: Film, index: number, left: number, top: number): void {
  const { params } = film;
  const [w, h] = params.frame_size;
  const n = params.frame_count;
  const t = n > 1 ? index / (n - 1) : 0;
  // A loop takes its last frame one step before its first.
  const phase = index / n;
  const late = (phase + 0.5) % 1;
  const swing = sin(Math.PI * phase);
  const weight = swing * swing;
  const ending = endingAt(t, params.fade_out);
  const plain = !params.seamless && ending === 1 && params.edge_fade === 0;
  for (let y = 0; y < h; y++) {
    let at = ((top + y) * s.width + left) * 4;
    for (let x = 0; x < w; x++, at += 4) {
      if (params.seamless) {
        colorAt(film, x, y, phase, pixel);
        colorAt(film, x, y, late, other);
        blend(weight);
      } else colorAt(film, x, y, t, pixel);
      if (!plain) pixel[3] = pixel[3]! * ending * edgeAt(x, y, w, h, params.edge_fade);
      const scale = params.alpha === 'premultiplied' ? pixel[3]! : 1;
      s.data[at] = toByte(pixel[0]! * scale);
      s.data[at + 1] = toByte(pixel[1]! * scale);
      s.data[at + 2] = toByte(pixel[2]! * scale);
      s.data[at + 3] = toByte(pixel[3]!);
    }
  }
}

function colorAt(film: Film, x: number, y: number, t: number, out: Float64Array): void {
  const { params, effect, noise, ramp } = film;
  const intensity = effect.intensity(noise, x, y, params.frame_size[0], params.frame_size[1], t) * params.gain;
  // Negative where noise is; unlike an encoded byte, it must not take part in blending.
  const alpha = Math.max(0, Math.min(intensity * (1 - t * effect.decay), 1));
  if (ramp !== undefined) {
    rampAt(ramp, intensity, out);
    out[3] = out[3]! * alpha;
    return;
  }
  out[0] = Math.max(0, Math.min(intensity * effect.color[0], 1));
  out[1] = Math.max(0, Math.min(intensity * effect.color[1], 1));
  out[2] = Math.max(0, Math.min(intensity * effect.color[2], 1));
  out[3] = alpha;
}

/** The colour of an intensity, linearly between the steps of the ramp. */
function rampAt(ramp: Float64Array, intensity: number, out: Float64Array): void {
  const last = ramp.length / 4 - 1;
  const place = Math.max(0, Math.min(intensity, 1)) * last;
  const step = Math.min(Math.floor(place), last - 1);
  const part = place - step;
  for (let c = 0; c < 4; c++) {
    const from = ramp[step * 4 + c]!;
    out[c] = from + (ramp[step * 4 + 4 + c]! - from) * part;
  }
}

/**
 * Cross-fades `pixel`, which counts `weight`, with `other`: two copies of one motion, half a period apart, each unseen
 * while it starts anew (A. Vlachos, "Water flow in Portal 2", SIGGRAPH 2010). Colours count by their alpha.
 */
function blend(weight: number): void {
  const a = pixel[3]! * weight;
  const b = other[3]! * (1 - weight);
  const sum = a + b;
  const share = sum > 0 ? a / sum : 0;
  for (let c = 0; c < 3; c++) pixel[c] = pixel[c]! * share + other[c]! * (1 - share);
  pixel[3] = sum;
}

/** What is left of the alpha at time t when the last `part` of the sequence fades out. */
function endingAt(t: number, part: number): number {
  return part > 0 ? Math.min(1, (1 - t) / part) : 1;
}

/**
 * What is left of the alpha at a pixel when it fades in from the border: a smooth step of how far it lies within the
 * ellipse through the outermost pixels of the frame.
 */
function edgeAt(x: number, y: number, w: number, h: number, part: number): number {
  if (part === 0) return 1;
  const across = w > 1 ? (2 * x) / (w - 1) - 1 : 0;
  const down = h > 1 ? (2 * y) / (h - 1) - 1 : 0;
  const k = Math.min(1, Math.max(0, 1 - hypot(across, down)) / part);
  return k * k * (3 - 2 * k);
}
