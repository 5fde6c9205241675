/** What an operation is to the evaluator. */
import type { NodeOf, Size, TextureOp } from '@speccade/spec/kinds/texture';

/**
 * Some whole rows of the picture, as operations read and write them. Colour is planar: red in [0, stride), then green,
 * blue and alpha.
 */
export interface Band {
  /** First row, and how many. */
  y: number;
  rows: number;
  /** Pixels in the band: rows x width. */
  count: number;
  /** From plane to plane of a colour. */
  readonly stride: number;
}

/** What a node knows besides its parameters. */
export interface NodeContext {
  readonly width: number;
  readonly height: number;
  readonly tileable: boolean;
  /** Of this node. */
  readonly seed: number;
  /** Bytes of buffers are borrowed here; what is returned by `whole` stays borrowed. */
  borrow(): Float64Array;
  giveBack(buffer: Float64Array): void;
}

/**
 * Inputs in the order of the operation's signature, `undefined` for those left out. An input that is read at random is
 * the whole picture, another is the same band as the output.
 */
export type Inputs = readonly Float64Array[];

/** Computes the rows of `band`. */
export type BandFunction = (out: Float64Array, inputs: Inputs, band: Band) => void;

/** An operation that computes any rows alone, so that chains of them need no buffers between. */
export interface BandOperation<Op extends TextureOp> {
  /** Inputs that are read elsewhere than at the same pixel. */
  readonly random?: readonly string[];
  /** So little work that it is done again for each reader rather than kept. */
  readonly cheap?: boolean;
  bands(node: NodeOf<Op>, context: NodeContext): BandFunction;
}

/** An operation that only works on the picture as a whole. All its inputs are whole pictures, which it must not change. */
export interface WholeOperation<Op extends TextureOp> {
  /** Returns a borrowed buffer. */
  whole(node: NodeOf<Op>, context: NodeContext, inputs: Inputs): Float64Array;
}

export type Operation<Op extends TextureOp> = BandOperation<Op> | WholeOperation<Op>;
export type { Size };
