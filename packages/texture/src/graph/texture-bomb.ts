// biome-ignore-all lint/complexity/useMathMinMax: comparisons are several times as fast here as Math.min, which must mind NaN and -0
/**
 * Stamps: scaled and turned copies of the whole input, thrown at random places. Each pixel of a stamp is carried to the
 * nearest pixel of the picture, so that magnified stamps have holes; published pictures show them.
 */
import { cos, Pcg32, sin } from '@speccade/numerics';
import type { NodeOf } from '@speccade/spec/kinds/texture';
import { wrap } from './sampled.ts';
import type { NodeContext, WholeOperation } from './types.ts';

/** Pixels below it are not stamped. */
const FAINTEST = 0.01;

export const textureBomb: WholeOperation<'texture_bomb'> = {
  whole(node, context, inputs) {
    const { width, height, borrow, giveBack } = context;
    const out = borrow().fill(0);
    const mode = node.blend_mode.toLowerCase();
    const counts = mode === 'average' ? borrow().fill(0) : undefined;
    const modeIndex = mode === 'max' ? 0 : mode === 'add' ? 1 : 2;
    for (const stamp of stampsOf(node, context)) {
      placeStamp(out, counts ?? out, inputs[0]!, width, height, stamp, modeIndex, node.wrap === true);
    }
    if (counts) {
      for (let k = 0; k < out.length; k++) if (counts[k]! > 0) out[k] = out[k]! / counts[k]!;
      giveBack(counts);
    }
    return out;
  },
};

/** X, Y, scale, cosine, sine of each stamp. */
function stampsOf(node: NodeOf<'texture_bomb'>, { width, height, seed }: NodeContext): Float64Array[] {
  const density = Math.min(Math.max(node.density, 0), 1);
  const least = Math.max(node.scale_variation[0], 0.1);
  const most = Math.max(node.scale_variation[1], least);
  const turn = Math.min(Math.max(node.rotation_variation, 0), 360);
  const rng = new Pcg32(seed);
  const stamps: Float64Array[] = [];
  for (let n = Math.ceil(((width * height) / 4096) * density * 4); n > 0; n--) {
    const x = rng.nextF64() * width;
    const y = rng.nextF64() * height;
    const scale = Math.abs(most - least) < 1e-6 ? least : least + rng.nextF64() * (most - least);
    const angle = turn === 0 ? 0 : ((rng.nextF64() * turn) / 180) * Math.PI;
    stamps.push(Float64Array.of(x, y, scale, cos(angle), sin(angle)));
  }
  return stamps;
}

function placeStamp(
  out: Float64Array,
  counts: Float64Array,
  input: Float64Array,
  width: number,
  height: number,
  stamp: Float64Array,
  mode: number,
  wraps: boolean,
): void {
  const x = stamp[0]!;
  const y = stamp[1]!;
  const scale = stamp[2]!;
  const c = stamp[3]!;
  const s = stamp[4]!;
  // What is farther from the stamp's middle than the picture is wide cannot be seen.
  const far = width + height;
  const hw = Math.min(Math.floor(Math.round(width * scale) / 2), far);
  const hh = Math.min(Math.floor(Math.round(height * scale) / 2), far);
  for (let b = -hh; b <= hh; b++) {
    const v = (b / scale + height / 2) / height;
    if (!(v >= 0 && v < 1)) continue;
    const line = Math.round(v * (height - 1)) * width;
    for (let a = -hw; a <= hw; a++) {
      const u = (a / scale + width / 2) / width;
      if (!(u >= 0 && u < 1)) continue;
      const value = input[line + Math.round(u * (width - 1))]!;
      if (!(value >= FAINTEST)) continue;
      let tx = roundAway(x + a * c - b * s);
      let ty = roundAway(y + a * s + b * c);
      if (wraps) {
        tx = wrap(tx, width);
        ty = wrap(ty, height);
      } else if (tx < 0 || ty < 0 || tx >= width || ty >= height) continue;
      const k = ty * width + tx;
      const current = out[k]!;
      if (mode === 0) out[k] = value > current ? value : current;
      else if (mode === 1) out[k] = current + value < 1 ? current + value : 1;
      else {
        out[k] = current + value;
        counts[k] = counts[k]! + 1;
      }
    }
  }
}

/** Halves away from zero. */
function roundAway(x: number): number {
  return x < 0 ? -Math.floor(0.5 - x) : Math.floor(x + 0.5);
}
