/**
 * Euclidean rhythms as live coders write them: beginning with a hit, `(3,8)` is `x..x..x.` (G. Toussaint, "The Euclidean
 * algorithm generates traditional musical rhythms", 2005).
 */

/** Which of `steps` are hits, turned left by `rotate`. `pulses` is at most `steps`. */
export function euclidFromHit(pulses: number, steps: number, rotate: number): boolean[] {
  let groups: boolean[][] = Array.from({ length: pulses }, () => [true]);
  let rest: boolean[][] = Array.from({ length: steps - pulses }, () => [false]);
  while (Math.min(groups.length, rest.length) > 1) {
    const paired = Math.min(groups.length, rest.length);
    const left = groups.length > paired ? groups.slice(paired) : rest.slice(paired);
    groups = groups.slice(0, paired).map((group, index) => [...group, ...rest[index]!]);
    rest = left;
  }
  const rhythm = [...groups, ...rest].flat();
  const turn = rotate % steps;
  return [...rhythm.slice(turn), ...rhythm.slice(0, turn)];
}
