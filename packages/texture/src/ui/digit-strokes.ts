/**
 * The characters of damage numbers as strokes on a field 10 wide and 14 high, y downwards: polylines, and arcs as
 * polylines of many short pieces.
 */
import { cos, sin } from '@speccade/numerics';

export const FIELD = { width: 10, height: 14 } as const;
/** Half the width of a stroke. */
export const HALF_STROKE = 1.15;

type Line = readonly number[];

/** An arc around (cx, cy), its angles in degrees, clockwise from the right. */
function arc(cx: number, cy: number, rx: number, ry: number, from: number, to: number): Line {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 15));
  const points: number[] = [];
  for (let i = 0; i <= steps; i++) {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180;
    points.push(cx + rx * cos(angle), cy + ry * sin(angle));
  }
  return points;
}

export const DIGIT_STROKES: Readonly<Record<string, readonly Line[]>> = {
  '0': [arc(5, 7, 3.2, 5.6, 0, 360)],
  '1': [
    [2.4, 3.6, 5.2, 1.4, 5.2, 12.6],
    [2.6, 12.6, 7.8, 12.6],
  ],
  '2': [[...arc(5, 4.6, 3.2, 3.2, -170, 35), 1.9, 12.6, 8.3, 12.6]],
  '3': [[...arc(4.8, 4.2, 2.9, 2.8, -160, 90)], [...arc(4.7, 9.8, 3.4, 2.8, -90, 160)], [3.6, 7, 4.8, 7]],
  '4': [[6.6, 12.6, 6.6, 1.4, 1.5, 9.4, 8.8, 9.4]],
  '5': [
    [7.8, 1.4, 2.4, 1.4, 2, 6.6],
    [2, 6.6, ...arc(4.8, 8.9, 3.3, 3.7, -130, 150)],
  ],
  '6': [[...arc(5.6, 7, 3.8, 5.6, -60, -180), 1.8, 9.2], arc(5, 9.2, 3.2, 3.4, 0, 360)],
  '7': [[1.6, 1.4, 8.3, 1.4, 4, 12.6]],
  '8': [arc(5, 4.1, 2.7, 2.7, 0, 360), arc(5, 9.7, 3.3, 2.9, 0, 360)],
  '9': [arc(5, 4.8, 3.2, 3.4, 0, 360), [8.2, 4.8, ...arc(4.4, 7, 3.8, 5.6, 0, 120)]],
  '+': [
    [1.8, 7.4, 8.2, 7.4],
    [5, 4.2, 5, 10.6],
  ],
  '-': [[2, 7.4, 8, 7.4]],
  '.': [[5, 12.2, 5, 12.4]],
};
