/**
 * The four effects of flipbooks: intensity at a pixel of a frame, and what becomes of it in red, green, blue and alpha.
 * The order of every operation is part of the published results.
 */
import { atan2 } from '@speccade/numerics';
import type { FlipbookEffect, FlipbookParams } from '@speccade/spec/kinds/vfx.flipbook_v1';
import { hypot } from '../draw/distance.ts';
import type { SimplexField } from '../noise/simplex.ts';

/** Intensity at pixel (x, y) of a frame of w × h pixels at time t, 0 to 1. May exceed 1, or be infinite. */
export type Intensity = (noise: SimplexField, x: number, y: number, w: number, h: number, t: number) => number;

export interface Effect {
  readonly intensity: Intensity;
  /** Factors of the intensity in red, green and blue. */
  readonly color: readonly [number, number, number];
  /** How much of the alpha is gone at the end of the sequence. */
  readonly decay: number;
}

/** Four octaves, each of twice the frequency and half the weight of the one before. */
function fractal(noise: SimplexField, x: number, y: number): number {
  let sum = 0;
  let weights = 0;
  let frequency = 1;
  let weight = 1;
  for (let octave = 0; octave < 4; octave++) {
    sum += noise.at(x * frequency, y * frequency) * weight;
    weights += weight;
    weight *= 0.5;
    frequency *= 2;
  }
  return sum / weights;
}

/** A ball of fire that grows, its border torn by noise. */
function explosion(noise: SimplexField, x: number, y: number, w: number, h: number, t: number): number {
  const cx = w / 2;
  const cy = h / 2;
  const q = hypot(x - cx, y - cy) + noise.at(x * 0.05 + t * 10, y * 0.05 + t * 10) * 8;
  const extent = hypot(cx, cy) * t * 1.5;
  return q < extent ? 1 - Math.min(q / extent, 1) : 0;
}

/** Drifting clouds, densest at the top. */
function smoke(noise: SimplexField, x: number, y: number, w: number, h: number, t: number): number {
  const u = x / w;
  const v = y / h;
  return (fractal(noise, u * 4, (v * 2 + t * 1.5) * 4) * 0.5 + 0.5) * (1 - v) * (1 - t * 0.5);
}

/** How much of a pixel at distance r from the centre a ring lights that runs outwards. */
function ringAt(r: number, w: number, h: number, t: number): number {
  const farthest = hypot(w / 2, h / 2);
  return Math.max(0, 1 - Math.abs(r - farthest * t * 0.8) / (farthest * 0.2));
}

/** A ring that runs outwards, its light torn by noise over angle and distance. */
function energy(noise: SimplexField, x: number, y: number, w: number, h: number, t: number): number {
  const dx = x - w / 2;
  const dy = y - h / 2;
  const r = hypot(dx, dy);
  return ringAt(r, w, h, t) * (noise.at(atan2(dy, dx) * 8 + t * 20, r * 0.1) * 0.3 + 0.7);
}

/** Radius of the circle on which the noise around a ring is taken: as fine as when it is unwrapped. */
const CIRCLE = 8;

/** As {@link energy}, but the noise is taken on a circle, so that it meets itself on the left. */
function seamFreeEnergy(noise: SimplexField, x: number, y: number, w: number, h: number, t: number): number {
  const dx = x - w / 2;
  const dy = y - h / 2;
  const r = hypot(dx, dy);
  const scale = r > 0 ? CIRCLE / r : 0;
  return ringAt(r, w, h, t) * (noise.at(dx * scale + t * 20, dy * scale + r * 0.1) * 0.3 + 0.7);
}

/** A surface that breaks up. */
function dissolve(noise: SimplexField, x: number, y: number, w: number, h: number, t: number): number {
  const u = x / w;
  const v = y / h;
  const value = noise.at(u * 10, v * 10) * 0.5 + noise.at(u * 20, v * 20) * 0.3 + noise.at(u * 40, v * 40) * 0.2;
  const threshold = t - 0.3;
  return value > threshold ? Math.min((value - threshold) / 0.3, 1) : 0;
}

const EFFECTS: Readonly<Record<FlipbookEffect, Effect>> = {
  explosion: { intensity: explosion, color: [1.2, 0.7, 0.2], decay: 0.3 },
  smoke: { intensity: smoke, color: [0.8, 0.8, 0.8], decay: 0.6 },
  energy: { intensity: energy, color: [0.3, 0.8, 1], decay: 0.4 },
  dissolve: { intensity: dissolve, color: [1, 1, 1], decay: 1 },
};

export function effectOf({ effect, angular_noise }: FlipbookParams): Effect {
  const found = EFFECTS[effect];
  return effect === 'energy' && angular_noise === 'periodic' ? { ...found, intensity: seamFreeEnergy } : found;
}
