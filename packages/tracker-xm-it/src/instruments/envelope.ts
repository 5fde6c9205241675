/** Envelopes in ticks, from seconds. */
import type { PointEnvelope, TrackerEnvelope } from '@speccade/spec/kinds/music.tracker_song_v1';
import type { Envelope } from '../song/model.ts';

/** Both formats' editors stop here. */
const LAST_TICK = 9999;
export const FULL = 64;

/** Attack, decay, sustain and release as the points of a volume envelope; a sustain of 0 is no sustain point. */
export function volumeEnvelope(envelope: TrackerEnvelope, ticksPerSecond: number): Envelope {
  const { points, sustain } = adsrPoints(envelope, (seconds) =>
    Math.min(Math.max(Math.floor(ticksPerSecond * seconds + 0.5), 0), LAST_TICK),
  );
  return { points: inOrder(points), sustain };
}

/** The points of the envelope, whose times `ticks` counts. */
export function adsrPoints(
  { attack, decay, sustain, release }: TrackerEnvelope,
  ticks: (seconds: number) => number,
): { readonly points: [number, number][]; readonly sustain: number | undefined } {
  const rise = ticks(attack);
  const points: [number, number][] =
    rise === 0
      ? [[0, FULL]]
      : [
          [0, 0],
          [rise, FULL],
        ];
  if (sustain <= 0) {
    points.push([rise + Math.max(ticks(decay) + ticks(release), 1), 0]);
    return { points, sustain: undefined };
  }
  const held = rise + Math.max(ticks(decay), 1);
  points.push([held, Math.min(Math.max(Math.floor(FULL * sustain + 0.5), 0), FULL)]);
  points.push([held + Math.max(ticks(release), 1), 0]);
  return { points, sustain: points.length - 2 };
}

/** Held at its full level, released as `release` says: what is struck has its own decay in the sample. */
export function flatEnvelope({ release }: TrackerEnvelope, ticksPerSecond: number): Envelope {
  const end = Math.floor(ticksPerSecond * release + 0.5);
  return {
    points: [
      [0, FULL],
      [Math.min(Math.max(end, 1), LAST_TICK), 0],
    ],
    sustain: 0,
  };
}

/** Given points, with `scale` bringing their values to the format's. */
export function pointEnvelope(envelope: PointEnvelope, ticksPerSecond: number, scale: number): Envelope {
  const points = envelope.points.map(([seconds, value]): [number, number] => [
    Math.floor(ticksPerSecond * seconds + 0.5),
    // Without the sign of a zero.
    Math.round(value * scale) + 0,
  ]);
  return { points: inOrder(points), sustain: envelope.sustain ?? undefined, loop: envelope.loop ?? undefined };
}

/** Ticks strictly rising up to {@link LAST_TICK}. */
function inOrder(points: readonly (readonly [number, number])[]): [number, number][] {
  let previous = -1;
  return points.map(([tick, value], index) => {
    const latest = LAST_TICK - (points.length - 1 - index);
    previous = Math.min(Math.max(tick, previous + 1), latest);
    return [previous, value];
  });
}
