/** Carries out the plan of a graph. */
import { deriveComponentSeed } from '@speccade/spec';
import { SIGNATURES, type TextureNode } from '@speccade/spec/kinds/texture';
import { operationOf } from './operations.ts';
import { planGraph, type Step } from './plan.ts';
import type { Band, BandFunction, NodeContext } from './types.ts';

export interface GraphOptions {
  readonly width: number;
  readonly height: number;
  readonly tileable: boolean;
  /** Of the spec. */
  readonly seed: number;
  /** Pixels that are computed at a time, at least one row. Has no bearing on the result. */
  readonly bandPixels?: number;
  /** Buffers of the size of the picture that should exist at once. Has no bearing on the result either. */
  readonly mostBuffers?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Takes some rows of an output: gray or planar colour, as {@link Band} says. */
export type TakeRows = (values: Float64Array, band: Band) => void;

/** So many that the rows of a dozen fused nodes stay in a second-level cache. */
const BAND_PIXELS = 4096;
/** Bytes of buffers beyond which some are made again rather than kept: six of 4096 x 4096 pixels. */
const BUFFER_BYTES = 0.82e9;
/** Below which no graph gets along. */
const FEWEST_BUFFERS = 4;
/** Pixels from which on buffers that nobody uses are not kept for later while files are written. */
const LARGE = 1 << 22;

/**
 * Evaluates what `outputs` need, and hands their rows out from the top, one output after the other.
 *
 * @param nodes a graph that passed validation
 */
export function evaluateGraph(
  nodes: readonly TextureNode[],
  outputs: readonly string[],
  options: GraphOptions,
  take: (id: string) => TakeRows,
): void {
  const { width, height, signal } = options;
  const rows = Math.min(height, Math.max(1, Math.floor((options.bandPixels ?? BAND_PIXELS) / width)));
  const stride = rows * width;
  const free: Float64Array[] = [];
  const buffers = new Map<string, Float64Array>();
  const borrow = () => free.pop() ?? new Float64Array(width * height);
  const giveBack = (buffer: Float64Array) => void free.push(buffer);
  const contextOf = ({ id }: TextureNode): NodeContext => ({
    width,
    height,
    tileable: options.tileable,
    seed: deriveComponentSeed(options.seed, `texture.procedural_v1/${id}`),
    borrow,
    giveBack,
  });

  const most = options.mostBuffers ?? Math.max(Math.floor(BUFFER_BYTES / (8 * width * height)), FEWEST_BUFFERS);
  for (const step of planGraph(nodes, outputs, most).steps) {
    signal?.throwIfAborted();
    const { node, makes } = step;
    const operation = operationOf(node.type);
    if (makes === 'buffer' && 'whole' in operation) {
      buffers.set(
        node.id,
        operation.whole(
          node as never,
          contextOf(node),
          inputIds(node).map((id) => buffers.get(id!)!),
        ),
      );
    } else {
      const out = makes === 'buffer' ? borrow() : undefined;
      // Writing the file of a large picture needs memory of its own.
      if (makes === 'output' && width * height > LARGE) free.length = 0;
      const takeRows = makes === 'output' ? take(node.id) : undefined;
      const group = new FusedGroup(step, buffers, stride, width, contextOf);
      for (let y = 0; y < height; y += rows) {
        const band: Band = { y, rows: Math.min(rows, height - y), count: 0, stride };
        band.count = band.rows * width;
        const values = group.run(band, out);
        takeRows?.(values, band);
      }
      if (out) buffers.set(node.id, out);
    }
    for (const id of step.frees) {
      giveBack(buffers.get(id)!);
      buffers.delete(id);
    }
  }
}

/** Ids in the order of the signature, `undefined` where an input is left out. */
function inputIds(node: TextureNode): (string | undefined)[] {
  const fields = node as unknown as Readonly<Record<string, string | null | undefined>>;
  return Object.keys(SIGNATURES[node.type].inputs).map((field) => fields[field] ?? undefined);
}

interface FusedNode {
  readonly compute: BandFunction;
  readonly out: Float64Array;
  readonly inputs: Float64Array[];
  /** Inputs that are rows of a buffer: where they stand among the inputs, and the buffer. */
  readonly windows: readonly { readonly at: number; readonly buffer: Float64Array }[];
}

class FusedGroup {
  private readonly nodes: readonly FusedNode[];
  private readonly source: Float64Array | undefined;
  private readonly width: number;

  constructor(
    step: Step,
    buffers: ReadonlyMap<string, Float64Array>,
    stride: number,
    width: number,
    contextOf: (node: TextureNode) => NodeContext,
  ) {
    this.width = width;
    this.source = step.fused.length === 0 ? buffers.get(step.node.id) : undefined;
    const bands = new Map<string, Float64Array>();
    this.nodes = step.fused.map((node) => {
      const operation = operationOf(node.type);
      if ('whole' in operation) throw new Error(`${node.type} cannot be computed row by row`);
      const fields = Object.keys(SIGNATURES[node.type].inputs);
      const windows: { at: number; buffer: Float64Array }[] = [];
      const inputs = inputIds(node).map((id, at) => {
        if (id === undefined) return undefined as unknown as Float64Array;
        const buffer = buffers.get(id);
        if (!buffer) return bands.get(id)!;
        if (!operation.random?.includes(fields[at]!)) windows.push({ at, buffer });
        return buffer;
      });
      const planes = SIGNATURES[node.type].value === 'color' ? 4 : 1;
      const out = new Float64Array(planes * stride);
      bands.set(node.id, out);
      return { compute: operation.bands(node as never, contextOf(node)), out, inputs, windows };
    });
  }

  /** Computes the rows of a band; into those of `buffer`, where there is one. */
  run(band: Band, buffer: Float64Array | undefined): Float64Array {
    const from = band.y * this.width;
    if (this.source) return this.source.subarray(from, from + band.count);
    const last = this.nodes.length - 1;
    let out: Float64Array | undefined;
    for (let k = 0; k <= last; k++) {
      const node = this.nodes[k]!;
      for (const { at, buffer: input } of node.windows) node.inputs[at] = input.subarray(from, from + band.count);
      out = k === last && buffer ? buffer.subarray(from, from + band.count) : node.out;
      node.compute(out, node.inputs, band);
    }
    return out!;
  }
}
