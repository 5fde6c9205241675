/** How far two pictures of the same size are from each other. Differences are those of the second from the first. */
import { log10 } from '@speccade/numerics';
import { histogramOf } from './histogram.ts';
import { toLab } from './lab.ts';
import { lumaOf } from './luma.ts';
import { PngError } from './png-error.ts';
import type { Picture } from './read-png.ts';
import { rounded } from './rounded.ts';
import { ssim } from './ssim.ts';
import { tilingOf } from './tiling.ts';

/** All numbers are rounded to six decimals; keys are in alphabetical order but for the tag. */
export interface TextureComparison {
  readonly type: 'texture';
  /** CIE76 distance of the colours, over what is behind the alpha. */
  readonly delta_e_max: number;
  readonly delta_e_mean: number;
  /** Share of the pixels that differ in any channel. */
  readonly different_pixels: number;
  /** Magnitudes of the differences of the channels' means, from 0 to 255; of channels that both have. */
  readonly histogram_diff: Readonly<Record<string, number>>;
  /** Every pixel has the same colour and alpha, however the files store it. */
  readonly pixels_identical: boolean;
  /** Peak signal-to-noise ratio over all channels, in dB; absent when nothing differs. */
  readonly psnr_db?: number;
  /** Structural similarity of the luma, 1 when nothing differs. */
  readonly ssim: number;
  readonly tiling_score_delta: number;
}

/** Compares two pictures, each as RGBA. Throws {@link PngError} where their sizes differ. */
export function comparePictures(a: Picture, b: Picture): TextureComparison {
  const { width, height } = a;
  if (width !== b.width || height !== b.height) {
    throw new PngError(`the pictures differ in size: ${width} x ${height} and ${b.width} x ${b.height}`);
  }
  const [rgbaA, rgbaB] = [asRgba(a), asRgba(b)];
  const [lumaA, lumaB] = [lumaOf(a), lumaOf(b)];
  const { squares, different } = differences(rgbaA, rgbaB);
  const mse = squares / rgbaA.length;
  return rounded({
    type: 'texture',
    ...deltaE(rgbaA, rgbaB),
    different_pixels: different / (width * height),
    histogram_diff: histogramDifference(a, b),
    pixels_identical: different === 0,
    ...(mse > 0 && { psnr_db: 10 * log10((255 * 255) / mse) }),
    ssim: ssim(lumaA, lumaB, width, height),
    tiling_score_delta: tilingOf(lumaB, width, height).score - tilingOf(lumaA, width, height).score,
  });
}

/** Four levels from 0 to 255 a pixel. */
function asRgba({ data, channels, white, width, height }: Picture): Float64Array {
  const out = new Float64Array(4 * width * height);
  const scale = 255 / white;
  const alpha = channels === 2 ? 1 : channels === 4 ? 3 : undefined;
  const [green, blue] = channels > 2 ? [1, 2] : [0, 0];
  for (let from = 0, to = 0; to < out.length; from += channels, to += 4) {
    out[to] = data[from]! * scale;
    out[to + 1] = data[from + green]! * scale;
    out[to + 2] = data[from + blue]! * scale;
    out[to + 3] = alpha === undefined ? 255 : data[from + alpha]! * scale;
  }
  return out;
}

function differences(a: Float64Array, b: Float64Array): { readonly squares: number; readonly different: number } {
  let [squares, different] = [0, 0];
  for (let at = 0; at < a.length; at += 4) {
    let own = 0;
    for (let channel = at; channel < at + 4; channel++) {
      const difference = a[channel]! - b[channel]!;
      own += difference * difference;
    }
    squares += own;
    if (own > 0) different++;
  }
  return { squares, different };
}

function deltaE(a: Float64Array, b: Float64Array): { readonly delta_e_max: number; readonly delta_e_mean: number } {
  const [labA, labB] = [new Float64Array(3), new Float64Array(3)];
  let [sum, max] = [0, 0];
  for (let at = 0; at < a.length; at += 4) {
    if (a[at] === b[at] && a[at + 1] === b[at + 1] && a[at + 2] === b[at + 2]) continue;
    toLab(a[at]!, a[at + 1]!, a[at + 2]!, labA);
    toLab(b[at]!, b[at + 1]!, b[at + 2]!, labB);
    const [dl, da, db] = [labA[0]! - labB[0]!, labA[1]! - labB[1]!, labA[2]! - labB[2]!];
    const distance = Math.sqrt(dl * dl + da * da + db * db);
    sum += distance;
    if (distance > max) max = distance;
  }
  return { delta_e_max: max, delta_e_mean: (4 * sum) / a.length };
}

function histogramDifference(a: Picture, b: Picture): Record<string, number> {
  const [first, second] = [histogramOf(a), histogramOf(b)];
  const names = ['alpha', 'blue', 'green', 'red'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const [of, other] = [first[name], second[name]];
      return of && other ? [[name, Math.abs(other.mean - of.mean)]] : [];
    }),
  );
}
