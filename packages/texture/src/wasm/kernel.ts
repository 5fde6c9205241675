/**
 * The loops that take most of the time of textures, as WebAssembly with SIMD: the same numbers as from the functions
 * beside them. Simplex noise and steps of reactions take half the time, Worley noise a fifth to a half, Perlin noise two
 * thirds, normals almost as long; but all do so from the first row on, before V8 would have compiled anything. Where there
 * is no such WebAssembly there is no kernel, and the functions do the work.
 */
import { WASM } from './module.generated.ts';
import { type WasmExports, WasmModule } from './platform.generated.ts';

export interface Exports extends WasmExports {
  columnsSize(count: number): number;
  prepareOctaves(to: number, xs: number, count: number, octaves: number, octaveCount: number): void;
  writeNoise(
    kind: number,
    out: number,
    columns: number,
    count: number,
    y: number,
    octaves: number,
    octaveCount: number,
    farthest: number,
    sum: number,
    unit: number,
    permutation: number,
    seed: number,
    cellColumns: number,
    cellRows: number,
  ): void;
  writeNormals(
    out: number,
    plane: number,
    above: number,
    here: number,
    below: number,
    width: number,
    strengthX: number,
    strengthY: number,
    sobel: number,
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

/** Functions write at most so much behind what they are asked for. */
export const SLACK = 32;

export const KERNEL = new WasmModule<Exports>(WASM);
