/** Grooves, as step after step of a bar in sixteenths: how late a note comes, and how loud it is. */
import type { Groove } from '@speccade/spec/kinds/music.tracker_song_compose_v1';

export interface GrooveStep {
  /** Thousandths of a step. */
  readonly late: number;
  /** Thousandths of the volume. */
  readonly volume: number;
}

const steps = (...pairs: readonly (readonly [late: number, volume: number])[]): readonly GrooveStep[] =>
  pairs.map(([late, volume]) => ({ late, volume }));

/** Swing in the way of drum machines: the first of two sixteenths takes so many per cent of both. */
const swung = (percent: number): readonly GrooveStep[] => steps([0, 1000], [20 * percent - 1000, 860]);

export const GROOVE_TEMPLATES: Readonly<Record<Groove, readonly GrooveStep[]>> = {
  swing_54: swung(54),
  swing_58: swung(58),
  swing_62: swung(62),
  /** Triplets: two thirds and one third. */
  swing_66: steps([0, 1000], [333, 820]),
  /** Swung eighths: the second half of each beat comes late. */
  shuffle: steps([0, 1000], [0, 700], [667, 850], [667, 650]),
  /** Second and fourth beat behind the pulse. */
  laid_back: steps([0, 1000], [80, 780], [60, 880], [80, 780], [170, 1000], [170, 760], [120, 860], [120, 760]),
  /** The accents of a pandeiro, its third and fourth sixteenth leaning on the next beat. */
  samba: steps([0, 1000], [170, 650], [0, 720], [0, 940]),
};
