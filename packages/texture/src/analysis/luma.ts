import type { Picture } from './read-png.ts';

/** Luma of every pixel by the weights of ITU-R BT.601, from 0 to 255 whatever the depth. Gray is its own luma. */
export function lumaOf({ data, channels, white, width, height }: Picture): Float64Array {
  const luma = new Float64Array(width * height);
  const scale = 255 / white;
  if (channels < 3) {
    for (let i = 0, at = 0; i < luma.length; i++, at += channels) luma[i] = data[at]! * scale;
    return luma;
  }
  for (let i = 0, at = 0; i < luma.length; i++, at += channels) {
    luma[i] = (0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!) * scale;
  }
  return luma;
}
