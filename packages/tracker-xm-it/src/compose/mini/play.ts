/** From a mini-notation to the events of a cycle. */
import { add, type Fraction, fraction, less, multiply, ONE, ZERO } from './fraction.ts';
import { type MiniNode, voicesOf } from './tree.ts';

/** One event. Times are in cycles from the beginning of its cycle; it may end after that cycle. */
export interface MiniEvent {
  readonly word: string;
  /** Where the word stands in the notation. */
  readonly offset: number;
  readonly begin: Fraction;
  readonly end: Fraction;
  /** Which of the voices that sound at once, from 0. */
  readonly voice: number;
}

/**
 * The events that begin in a cycle, in the order of the notation. `visit` is called for every step on the way and may
 * throw to end what takes too long. Throws `TooFine`.
 */
export function playCycle(node: MiniNode, cycle: number, visit: () => void): MiniEvent[] {
  const events: MiniEvent[] = [];
  play(node, cycle, ZERO, ONE, 0, visit, events);
  return events;
}

function play(
  node: MiniNode,
  cycle: number,
  begin: Fraction,
  length: Fraction,
  voice: number,
  visit: () => void,
  out: MiniEvent[],
): void {
  visit();
  switch (node.kind) {
    case 'rest':
      return;
    case 'event':
      out.push({ word: node.word, offset: node.offset, begin, end: add(begin, length), voice });
      return;
    case 'sequence': {
      let passed = 0;
      for (const { node: step, weight } of node.steps) {
        const at = add(begin, multiply(length, fraction(passed, node.weight)));
        play(step, cycle, at, multiply(length, fraction(weight, node.weight)), voice, visit, out);
        passed += weight;
      }
      return;
    }
    case 'alternation': {
      const count = node.steps.length;
      play(node.steps[cycle % count]!, Math.floor(cycle / count), begin, length, voice, visit, out);
      return;
    }
    case 'stack': {
      let above = voice;
      for (const part of node.parts) {
        play(part, cycle, begin, length, above, visit, out);
        above += voicesOf(part);
      }
      return;
    }
    case 'fast':
      for (let i = 0; i < node.factor; i++) {
        const at = add(begin, multiply(length, fraction(i, node.factor)));
        const inner = cycle * node.factor + i;
        play(node.body, inner, at, multiply(length, fraction(1, node.factor)), voice, visit, out);
      }
      return;
    case 'slow':
      out.push(...slowed(node.body, node.factor, cycle, begin, length, voice, visit));
  }
}

/** The events of a body, `factor` times as slow, that begin in this cycle. */
function slowed(
  body: MiniNode,
  factor: number,
  cycle: number,
  begin: Fraction,
  length: Fraction,
  voice: number,
  visit: () => void,
): MiniEvent[] {
  const whole: MiniEvent[] = [];
  play(body, Math.floor(cycle / factor), ZERO, ONE, voice, visit, whole);
  const part = cycle % factor;
  const stretch = (time: Fraction) => add(multiply(time, fraction(factor, 1)), fraction(-part, 1));
  return whole.flatMap((event) => {
    const from = stretch(event.begin);
    if (less(from, ZERO) || !less(from, ONE)) return [];
    const to = stretch(event.end);
    return [{ ...event, begin: add(begin, multiply(length, from)), end: add(begin, multiply(length, to)) }];
  });
}
