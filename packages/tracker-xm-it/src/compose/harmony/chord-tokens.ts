/** What stands behind the quality of a chord symbol. The first prefix that fits counts. */

/** A chord in the making: semitones above its root. */
export interface ChordBuilder {
  readonly intervals: Set<number>;
  /** The third and the fifth of the quality, where it has them. */
  readonly third: number | undefined;
  readonly fifth: number | undefined;
  replaceThird(suspended: number): void;
}

export type ChordToken = readonly [prefix: string, apply: (chord: ChordBuilder) => void];

const add = (interval: number) => (chord: ChordBuilder) => void chord.intervals.add(interval);

/** One interval in place of all of its kind. */
const alter = (interval: number, instead: readonly number[]) => (chord: ChordBuilder) => {
  for (const other of instead) chord.intervals.delete(other);
  chord.intervals.add(interval);
};

const omit = (part: 'third' | 'fifth') => (chord: ChordBuilder) => {
  const interval = chord[part];
  if (interval !== undefined) chord.intervals.delete(interval);
};

/** Each degree that stacked thirds pass, with the intervals that count as having it already. */
const STACK: readonly (readonly [interval: number, having: readonly number[]])[] = [
  [10, [9, 10, 11]],
  [14, [13, 14, 15]],
  [17, [17, 18]],
  [21, [21]],
];

/** Thirds up to the ninth (2), eleventh (3) or thirteenth (4). */
const stacked = (count: number) => (chord: ChordBuilder) => {
  STACK.slice(0, count).forEach(([interval, having], index) => {
    const last = index === count - 1;
    if (last || !having.some((other) => chord.intervals.has(other))) chord.intervals.add(interval);
  });
};

/** A seventh and what is stacked on it. */
export function withSeventh(chord: ChordBuilder, seventh: number, above: readonly number[]): void {
  for (const interval of [seventh, ...above]) chord.intervals.add(interval);
}

export const BASE_TOKENS: readonly ChordToken[] = [
  ['add13', add(21)],
  ['add11', add(17)],
  ['add9', add(14)],
  ['no3', omit('third')],
  ['no5', omit('fifth')],
  ['#11', alter(18, [17, 18])],
  ['b13', alter(20, [20, 21])],
  ['b9', alter(13, [13, 14, 15])],
  ['#9', alter(15, [13, 14, 15])],
  ['b5', alter(6, [6, 7, 8])],
  ['#5', alter(8, [6, 7, 8])],
  ['maj7', add(11)],
  ['7', add(10)],
  ['6', add(9)],
  ['13', stacked(4)],
  ['11', stacked(3)],
  ['9', stacked(2)],
];
