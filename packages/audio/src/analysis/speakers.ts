/** How much each channel counts for loudness: ITU-R BS.1770-4, annex 1 table 3 and annex 3. */

const LOW_FREQUENCY = 0x8;
const BACK = 0x10 | 0x20;
const SIDE = 0x200 | 0x400;

/** Positions of files that name none, by number of channels. */
const USUAL: Readonly<Record<number, number>> = { 4: 0x33, 5: 0x37, 6: 0x3f, 8: 0x63f };

const SURROUND = 1.41;

/**
 * Weights in order of the channels. Surround speakers, at 60° to 120°, count 1.41; the low-frequency channel counts
 * nothing. The back pair is the surround pair unless there is one at the sides too.
 */
export function speakerWeights(channels: number, mask = USUAL[channels] ?? 0): number[] {
  const surround = mask & SIDE ? SIDE : BACK;
  const weights: number[] = [];
  for (let bit = 0; bit < 32 && weights.length < channels; bit++) {
    const position = 1 << bit;
    if ((mask & position) === 0) continue;
    weights.push(position === LOW_FREQUENCY ? 0 : position & surround ? SURROUND : 1);
  }
  while (weights.length < channels) weights.push(1);
  return weights;
}
