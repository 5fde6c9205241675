/** The nearest degree within the octave from C to B, which can be almost an octave away. */
export function nearestInOctave(midi: number, root: number, scale: readonly number[]): number {
  const pitchClass = (((midi - root) % 12) + 12) % 12;
  let best = scale[0]!;
  let least = 12;
  for (const interval of scale) {
    const apart = Math.abs(pitchClass - interval);
    const distance = Math.min(apart, 12 - apart);
    if (distance < least) [best, least] = [interval, distance];
  }
  return Math.min(127, 12 * Math.floor(midi / 12) + ((root + best) % 12));
}
