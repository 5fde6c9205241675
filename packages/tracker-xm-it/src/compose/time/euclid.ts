/**
 * Euclidean rhythms: pulses spread over steps as evenly as they go (E. Bjorklund, "The theory of rep-rate pattern
 * generation in the SNS timing system", 2003; G. Toussaint, "The Euclidean algorithm generates traditional musical
 * rhythms", 2005). Without the usual rotation to a first hit: E(3,8) is `.x..x..x`.
 */
import type { TimeExpr } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { MAX_EUCLID_STEPS } from '../limits.ts';
import type { Scope } from '../scope.ts';

/** The rows of the pulses, in the order of the rhythm before it is rotated. */
export function euclid(at: TimeExpr & { op: 'euclid' }, scope: Scope): number[] {
  const { pulses, steps, rotate, stride, offset } = at;
  if (steps === 0 || pulses > steps) {
    throw scope.fault('time', ['at'], 'a Euclidean rhythm needs a step to each pulse', {
      expected: 'steps above 0 and pulses of at most that',
      found: `${pulses} pulses, ${steps} steps`,
    });
  }
  if (steps > MAX_EUCLID_STEPS) {
    throw scope.fault('positions', ['at', 'steps'], 'there are too many steps', {
      expected: `at most ${MAX_EUCLID_STEPS}`,
      found: String(steps),
    });
  }
  scope.spend(steps);
  const turn = ((rotate % steps) + steps) % steps;
  const rows: number[] = [];
  bjorklund(steps, pulses).forEach((hit, index) => {
    if (hit) rows.push(((index + turn) % steps) * stride + offset);
  });
  return rows;
}

/** Which of `steps` are hits; `pulses` of at most as many. */
export function bjorklund(steps: number, pulses: number): boolean[] {
  if (pulses === 0 || pulses === steps) return new Array<boolean>(steps).fill(pulses > 0);
  const counts: number[] = [];
  const remainders = [pulses];
  let divisor = steps - pulses;
  let level = 0;
  while (remainders[level]! > 1) {
    counts.push(Math.floor(divisor / remainders[level]!));
    remainders.push(divisor % remainders[level]!);
    divisor = remainders[level]!;
    level++;
  }
  counts.push(divisor);
  const rhythm: boolean[] = [];
  const build = (at: number): void => {
    if (at < 0) {
      rhythm.push(at === -2);
      return;
    }
    for (let i = 0; i < counts[at]!; i++) build(at - 1);
    if (remainders[at] !== 0) build(at - 2);
  };
  build(level);
  return rhythm.slice(0, steps);
}
