/** The mean of all channels; the channel itself where there is one. */
export function monoMix(channels: readonly Float64Array[]): Float64Array {
  const [first] = channels;
  if (channels.length === 1) return first!;
  const out = new Float64Array(first!.length);
  for (const channel of channels) for (let i = 0; i < out.length; i++) out[i]! += channel[i]!;
  for (let i = 0; i < out.length; i++) out[i]! /= channels.length;
  return out;
}
