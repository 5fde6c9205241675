/**
 * The loops that take most of the time of textures, as WebAssembly with SIMD: the same numbers as from the functions
 * beside them. Gradient noise is no faster than what V8 makes of those in the end, simplex noise half as fast again; but
 * here that is so from the first row on, and few textures have so many that the difference would not count. Where there is
 * no such WebAssembly there is no kernel, and the functions do the work.
 */
import { WASM } from './module.generated.ts';
import { reserve, type WasmExports, WasmModule } from './platform.generated.ts';

interface Exports extends WasmExports {
  writeNoise(
    simplex: number,
    out: number,
    xs: number,
    count: number,
    y: number,
    octaves: number,
    octaveCount: number,
    farthest: number,
    sum: number,
    permutation: number,
  ): void;
  writeGray(values: number, count: number, deep: number, out: number): void;
  writeRgba(values: number, plane: number, count: number, deep: number, out: number): void;
  stepReaction(
    a: number,
    b: number,
    nextA: number,
    nextB: number,
    width: number,
    height: number,
    feed: number,
    loss: number,
    diffuseA: number,
    diffuseB: number,
    dt: number,
  ): void;
}

/** Bytes of memory beyond which there is no instance. */
const MOST = 1 << 28;
/** Instances write at most so much behind what they are asked for. */
const SLACK = 32;

const module = new WasmModule<Exports>(WASM);

/** An instance for rows of noise, and whose columns are in its memory. */
let noises: Exports | undefined;
let loaded: object | undefined;
/** An instance for pixels. */
let pixels: Exports | undefined;

/** Noise on the lattice that {@link NoiseRows} computes. */
export interface LatticeNoise {
  readonly kind: 'perlin' | 'simplex';
  readonly permutation: Uint8Array;
  /** Coordinates beyond it have no noise. */
  readonly farthest: number;
}

/** Rows of octaves of noise over columns that stay. */
export class NoiseRows {
  private readonly noise: LatticeNoise;
  private readonly xs: Float64Array;
  private readonly octaves: Float64Array;
  private readonly sum: number;
  private readonly kernel: Exports;
  private readonly from: number;
  /** With its entries modulo 12 behind it. */
  private readonly permutation = new Uint8Array(1024);
  private view = new Float64Array(0);

  /**
   * @param octaves frequency and amplitude of each, in turn
   * @param sum what the result is divided by
   * @returns undefined where there is no kernel
   */
  static over(noise: LatticeNoise, xs: Float64Array, octaves: Float64Array, sum: number): NoiseRows | undefined {
    noises ??= module.instantiate();
    const size = octaves.byteLength + 1024 + 2 * (xs.byteLength + SLACK);
    const from = noises && size <= MOST ? reserve(noises, size) : undefined;
    return from === undefined ? undefined : new NoiseRows(noise, xs, octaves, sum, noises!, from);
  }

  private constructor(
    noise: LatticeNoise,
    xs: Float64Array,
    octaves: Float64Array,
    sum: number,
    kernel: Exports,
    from: number,
  ) {
    this.noise = noise;
    this.xs = xs;
    this.octaves = octaves;
    this.sum = sum;
    this.kernel = kernel;
    this.from = from;
    this.permutation.set(noise.permutation);
    this.permutation.set(
      noise.permutation.map((entry) => entry % 12),
      512,
    );
  }

  /** Writes the noise of row y, one value per column, to out[at] and on. */
  write(out: Float64Array, at: number, y: number): void {
    const { kernel, noise, octaves, xs } = this;
    const permutation = this.from;
    const table = permutation + 1024;
    const columns = table + octaves.byteLength;
    const row = columns + xs.byteLength + SLACK;
    if (loaded !== this || this.view.length !== xs.length) {
      const { buffer } = kernel.memory;
      new Uint8Array(buffer, permutation, 1024).set(this.permutation);
      new Float64Array(buffer, table, octaves.length).set(octaves);
      new Float64Array(buffer, columns, xs.length).set(xs);
      this.view = new Float64Array(buffer, row, xs.length);
      loaded = this;
    }
    const simplex = noise.kind === 'simplex' ? 1 : 0;
    const { farthest } = noise;
    const count = octaves.length / 2;
    kernel.writeNoise(simplex, row, columns, xs.length, y, table, count, farthest, this.sum, permutation);
    out.set(this.view, at);
  }
}

/**
 * Writes `count` pixels of one or four planes to `data` from byte `at` on; false where there is no kernel.
 *
 * @param bitDepth of samples; those of 16 bits have the higher byte first
 */
export function writePixelsFast(
  planes: readonly Float64Array[],
  count: number,
  bitDepth: number,
  data: Uint8Array,
  at: number,
): boolean {
  pixels ??= module.instantiate();
  const plane = 8 * count + SLACK;
  const size = (planes.length * count * bitDepth) / 8;
  const bytes = planes.length * plane + size + SLACK;
  const from = pixels && bytes <= MOST ? reserve(pixels, bytes) : undefined;
  if (from === undefined) return false;
  const { memory, writeGray, writeRgba } = pixels!;
  for (let k = 0; k < planes.length; k++) {
    new Float64Array(memory.buffer, from + k * plane, count).set(planes[k]!.subarray(0, count));
  }
  const deep = bitDepth === 16 ? 1 : 0;
  const out = from + planes.length * plane;
  if (planes.length === 1) writeGray(from, count, deep, out);
  else writeRgba(from, plane, count, deep, out);
  data.set(new Uint8Array(memory.buffer, out, size), at);
  return true;
}

/** Constants of the Gray-Scott model, in the order of the equations; `loss` is feed and kill together. */
export type Reaction = readonly [feed: number, loss: number, diffuseA: number, diffuseB: number, dt: number];

/** A step from the state `a`, `b` to the other state, both with a border of one place. */
export type ReactionStep = (
  a: Float64Array,
  b: Float64Array,
  nextA: Float64Array,
  nextB: Float64Array,
  reaction: Reaction,
) => void;

/** Four fields with a border of one place for a model of this size, and what steps from two to the others. */
export function reactionFields(
  width: number,
  height: number,
): { readonly fields: readonly Float64Array[]; readonly step: ReactionStep } | undefined {
  const size = (width + 2) * (height + 2);
  const bytes = 32 * size + SLACK;
  // Too much of it would stay until somebody collects it.
  const kernel = bytes <= MOST ? module.instantiate() : undefined;
  const from = kernel && reserve(kernel, bytes);
  if (from === undefined) return undefined;
  const { buffer } = kernel!.memory;
  return {
    fields: Array.from({ length: 4 }, (_, k) => new Float64Array(buffer, from + 8 * k * size, size)),
    step: (a, b, nextA, nextB, reaction) =>
      kernel!.stepReaction(a.byteOffset, b.byteOffset, nextA.byteOffset, nextB.byteOffset, width, height, ...reaction),
  };
}
