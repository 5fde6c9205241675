/**
 * Band-limited sawtooths and triangles, of which pulses are made too. Low pitches, whose aliases are weak, are waveforms
 * with rounded edges; high ones are read from tables of their harmonics, and have no aliases at all. In between one fades
 * into the other.
 */
import { HarmonicTables, readTable } from './harmonic-tables.ts';
import { cosTurns, sinTurns } from './sine.ts';
import { fillSawtooth, sawtooth, triangle } from './waveforms.ts';

/**
 * Turns per sample up to which edges are rounded, and from which on there are tables: 1.8 and 2.8 kHz at 44.1 kHz. The
 * strongest alias of a sawtooth is then below −45 dB up to 15 kHz.
 */
const LOW = 1 / 24;
const HIGH = 1 / 16;

/** A waveform at a phase in [0, 1) and an edge width, the turns per sample. */
type Shape = (phase: number, width: number) => number;

/** Writes a waveform at the first `count` phases to `out`; `widths` are the edge widths there. */
export type WaveFill = (out: Float64Array, phases: Float64Array, widths: Float64Array, count: number) => void;

interface Wave {
  readonly tables: HarmonicTables;
  /** The waveform of low pitches. */
  readonly fill: WaveFill;
  /** That of any pitch, sample by sample. */
  readonly any: WaveFill;
}

const sawTables = new HarmonicTables((h, phase) => (-2 / Math.PI / h) * sinTurns(phase));
const triangleTables = new HarmonicTables((h, phase) =>
  h % 2 === 1 ? (-8 / (Math.PI * Math.PI * h * h)) * cosTurns(phase) : 0,
);

const saw: Wave = {
  tables: sawTables,
  fill: fillSawtooth,
  any(out, phases, widths, count) {
    for (let k = 0; k < count; k++) out[k] = sawAt(phases[k]!, widths[k]!);
  },
};

const tri: Wave = {
  tables: triangleTables,
  fill(out, phases, _widths, count) {
    for (let k = 0; k < count; k++) out[k] = triangle(phases[k]!);
  },
  any(out, phases, widths, count) {
    for (let k = 0; k < count; k++) out[k] = triangleAt(phases[k]!, widths[k]!);
  },
};

/** One sample of a sawtooth, which rises from −1 to 1. */
export const sawAt: Shape = (phase, width) => {
  if (width <= LOW) return sawtooth(phase, width);
  if (width >= HIGH) return sawTables.at(phase, width);
  return mix(sawtooth(phase, width), sawTables.at(phase, width), width);
};

/** One sample of a triangle, from −1 up to 1 and back. */
export const triangleAt: Shape = (phase, width) => {
  if (width <= LOW) return triangle(phase);
  if (width >= HIGH) return triangleTables.at(phase, width);
  return mix(triangle(phase), triangleTables.at(phase, width), width);
};

/** `width`: that of a pitch that stands still. */
export const createSaw = (width: number | undefined): WaveFill => waveAt(saw, width);
export const createTriangle = (width: number | undefined): WaveFill => waveAt(tri, width);

function waveAt(wave: Wave, width: number | undefined): WaveFill {
  if (width === undefined) return wave.any;
  if (width <= LOW) return wave.fill;
  const table = wave.tables.fixed(width);
  if (width >= HIGH) return (out, phases, _widths, count) => readAll(out, phases, count, table);
  return (out, phases, widths, count) => {
    wave.fill(out, phases, widths, count);
    mixAll(out, phases, count, width, table);
  };
}

function readAll(out: Float64Array, phases: Float64Array, count: number, table: Float64Array): void {
  for (let k = 0; k < count; k++) out[k] = readTable(table, phases[k]!);
}

function mixAll(out: Float64Array, phases: Float64Array, count: number, width: number, table: Float64Array): void {
  for (let k = 0; k < count; k++) out[k] = mix(out[k]!, readTable(table, phases[k]!), width);
}

function mix(low: number, high: number, width: number): number {
  return low + (high - low) * ((width - LOW) / (HIGH - LOW));
}

/** Whether pitches of all widths are low. */
export function areLow(widths: Float64Array, count: number): boolean {
  for (let k = 0; k < count; k++) if (widths[k]! > LOW) return false;
  return true;
}
