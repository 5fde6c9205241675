/**
 * The drawings of icons, as signed distances on a square from -1 to 1 with y downwards. Each leaves a rim of about a
 * twentieth, so that it does not touch the border.
 */
import { cos, sin } from '@speccade/numerics';
import type { Shape } from '@speccade/spec/kinds/atlas';
import { box, circle, polygon, polyline, segment } from './distance.ts';

type Figure = (x: number, y: number) => number;

const { min, max, abs } = Math;
/** Half the width of a stroke. */
const STROKE = 0.15;

function regular(corners: number, radius: number, inner = radius, turn = -Math.PI / 2): Float64Array {
  const count = inner === radius ? corners : 2 * corners;
  const points = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    const r = inner === radius || i % 2 === 0 ? radius : inner;
    const angle = turn + (2 * Math.PI * i) / count;
    points[2 * i] = r * cos(angle);
    points[2 * i + 1] = r * sin(angle);
  }
  return points;
}

const filled =
  (...points: number[]): Figure =>
  (x, y) =>
    polygon(x, y, points);
const stroked =
  (width: number, ...lines: number[][]): Figure =>
  (x, y) => {
    let d = Infinity;
    for (const line of lines) d = min(d, polyline(x, y, line));
    return d - width;
  };

const HEXAGON = regular(6, 0.95);
const STAR = regular(5, 0.98, 0.42);
const GEAR_TEETH = 8;
const GEAR_ANGLES = Array.from({ length: GEAR_TEETH }, (_, i) => (2 * Math.PI * i) / GEAR_TEETH);
const TEETH = GEAR_ANGLES.map((a) => [0.5 * cos(a), 0.5 * sin(a), 0.8 * cos(a), 0.8 * sin(a)] as const);

/** An arrow to the right; the others are turned. */
const arrow: Figure = (x, y) => min(segment(x, y, -0.75, 0, 0.7, 0) - STROKE, polyline(x, y, ARROW_HEAD) - STROKE);
const ARROW_HEAD = [0.15, -0.6, 0.75, 0, 0.15, 0.6];

/** A padlock. Its shackle is raised by so much, and `open` on the right. */
const padlock = (rise: number, open: boolean): Figure => {
  return (x, y) => {
    const sy = y + 0.22 + rise;
    // Half a ring, and two legs down into the body.
    const arc = sy < 0 ? abs(circle(x, sy, 0.4)) : abs(abs(x) - 0.4);
    const shackle = max(arc - 0.12, (open && x > 0 ? y + 0.36 : y) - 0.2);
    const hole = min(circle(x, y - 0.38, 0.13), box(x, y - 0.53, 0.06, 0.16));
    return max(min(box(x, y - 0.43, 0.68, 0.49, 0.12), shackle), -hole);
  };
};

export const FIGURES: Readonly<Record<Shape, Figure>> = {
  rectangle: (x, y) => box(x, y, 1, 1),
  rounded: (x, y) => box(x, y, 0.96, 0.96, 0.35),
  circle: (x, y) => circle(x, y, 0.95),
  ring: (x, y) => abs(circle(x, y, 0.76)) - 0.18,
  diamond: filled(0, -0.96, 0.96, 0, 0, 0.96, -0.96, 0),
  triangle: filled(0, -0.9, 0.95, 0.8, -0.95, 0.8),
  hexagon: (x, y) => polygon(x, y, HEXAGON),
  star: (x, y) => polygon(x, y - 0.06, STAR),
  plus: stroked(0.19, [-0.7, 0, 0.7, 0], [0, -0.7, 0, 0.7]),
  minus: stroked(0.19, [-0.7, 0, 0.7, 0]),
  check: stroked(0.17, [-0.72, 0.08, -0.22, 0.58, 0.75, -0.55]),
  close: stroked(0.17, [-0.62, -0.62, 0.62, 0.62], [0.62, -0.62, -0.62, 0.62]),
  arrow_right: arrow,
  arrow_left: (x, y) => arrow(-x, y),
  arrow_up: (x, y) => arrow(-y, x),
  arrow_down: (x, y) => arrow(y, x),
  play: filled(-0.6, -0.88, 0.88, 0, -0.6, 0.88),
  pause: (x, y) => box(abs(x) - 0.42, y, 0.24, 0.82, 0.06),
  stop: (x, y) => box(x, y, 0.78, 0.78, 0.1),
  menu: stroked(0.13, [-0.75, -0.58, 0.75, -0.58], [-0.75, 0, 0.75, 0], [-0.75, 0.58, 0.75, 0.58]),
  home: (x, y) => max(min(polygon(x, y, ROOF), box(x, y - 0.4, 0.62, 0.5)), -box(x, y - 0.6, 0.17, 0.32)),
  search: (x, y) => min(abs(circle(x + 0.2, y + 0.2, 0.5)) - 0.14, segment(x, y, 0.25, 0.25, 0.75, 0.75) - 0.17),
  settings: (x, y) => {
    let d = circle(x, y, 0.66);
    for (const [ax, ay, bx, by] of TEETH) d = min(d, segment(x, y, ax, ay, bx, by) - 0.15);
    return max(d, -circle(x, y, 0.28));
  },
  info: (x, y) => max(circle(x, y, 0.95), -min(circle(x, y + 0.46, 0.16), box(x, y - 0.22, 0.14, 0.42, 0.05))),
  warning: (x, y) => max(polygon(x, y, WARNING) - 0.08, -min(circle(x, y - 0.54, 0.13), polygon(x, y, WARNING_BAR))),
  save: (x, y) => max(polygon(x, y, DISK), -min(box(x + 0.05, y + 0.58, 0.42, 0.26), box(x, y - 0.42, 0.52, 0.34))),
  trash: (x, y) => {
    const bin = max(polygon(x, y, BIN), -box(abs(abs(x) - 0.17) - 0.05, y - 0.3, 0.06, 0.42));
    return min(min(bin, box(x, y + 0.6, 0.82, 0.11, 0.05)), abs(box(x, y + 0.72, 0.3, 0.16)) - 0.07);
  },
  lock: padlock(0.05, false),
  unlock: padlock(0.2, true),
  user: (x, y) => min(circle(x, y + 0.42, 0.44), max(box(x, y - 0.72, 0.8, 0.6, 0.58), y - 0.92)),
  heart: (x, y) => {
    const lobes = circle(abs(x) - 0.44, y + 0.34, 0.5);
    return min(lobes, polygon(abs(x), y, HEART_TIP));
  },
  bolt: filled(0.22, -0.96, -0.62, 0.16, -0.06, 0.16, -0.24, 0.96, 0.62, -0.22, 0.06, -0.22),
  drop: (x, y) => min(circle(x, y - 0.32, 0.6), polygon(x, y, DROP_TIP)),
  flame: (x, y) => {
    const outer = min(circle(x, y - 0.36, 0.58), polygon(x, y, FLAME_TIP));
    return max(outer, -min(circle(x, y - 0.62, 0.24), polygon(x, y, FLAME_HOLE)));
  },
  moon: (x, y) => max(circle(x, y, 0.92), -circle(x - 0.42, y + 0.24, 0.74)),
  coin: (x, y) => max(circle(x, y, 0.95), -min(abs(circle(x, y, 0.72)) - 0.06, box(x, y, 0.13, 0.4, 0.05))),
  gem: (x, y) => max(polygon(x, y, GEM), -(min(min(polyline(x, y, GEM_CUT), polyline(x, y, GEM_GIRDLE)), 9) - 0.05)),
  key: (x, y) => {
    const bow = abs(circle(x + 0.45, y, 0.33)) - 0.15;
    const bit = min(segment(x, y, 0.5, 0, 0.5, 0.32), segment(x, y, 0.8, 0, 0.8, 0.26)) - 0.11;
    return min(min(bow, segment(x, y, -0.05, 0, 0.84, 0) - 0.12), bit);
  },
  potion: (x, y) => {
    const glass = min(circle(x, y - 0.34, 0.6), box(x, y + 0.45, 0.2, 0.4));
    // The liquid is separated from the neck by an empty part of the bottle.
    const empty = max(circle(x, y - 0.34, 0.46), y - 0.2);
    return max(min(glass, box(x, y + 0.86, 0.34, 0.1, 0.04)), -empty);
  },
  sword: (x, y) => {
    // Drawn upright, turned by an eighth.
    const u = (x + y) * Math.SQRT1_2;
    const v = (y - x) * Math.SQRT1_2;
    const blade = polygon(u, v, BLADE);
    const guard = box(u, v - 0.42, 0.42, 0.09, 0.05);
    return min(min(blade, guard), min(box(u, v - 0.7, 0.09, 0.26), circle(u, v - 1, 0.15)));
  },
  shield: (x, y) => max(polygon(abs(x), y, SHIELD), -polygon(abs(x), y, SHIELD_FIELD)),
  speaker: (x, y) => {
    const waves = max(
      min(abs(circle(x - 0.1, y, 0.42)), abs(circle(x - 0.1, y, 0.74))) - 0.09,
      abs(y) * 0.8 - x + 0.16,
    );
    return min(polygon(x, y, CONE), waves);
  },
};

const ROOF = [0, -0.92, 0.96, 0.02, -0.96, 0.02];
const WARNING = [0, -0.82, 0.86, 0.76, -0.86, 0.76];
const WARNING_BAR = [-0.15, -0.34, 0.15, -0.34, 0.09, 0.3, -0.09, 0.3];
const DISK = [-0.86, -0.86, 0.58, -0.86, 0.86, -0.58, 0.86, 0.86, -0.86, 0.86];
const BIN = [-0.68, -0.4, 0.68, -0.4, 0.56, 0.92, -0.56, 0.92];
const HEART_TIP = [-0.01, -0.24, 0.86, -0.06, -0.01, 0.92];
const DROP_TIP = [0, -0.96, 0.55, 0.08, -0.55, 0.08];
const FLAME_TIP = [
  0.08, -0.96, 0.28, -0.6, 0.5, -0.28, 0.62, 0.12, 0.58, 0.4, -0.58, 0.4, -0.6, 0.06, -0.42, -0.3, -0.3, -0.1, -0.1,
  -0.5,
];
const FLAME_HOLE = [0.02, 0.05, 0.24, 0.62, -0.24, 0.62];
const GEM = [-0.55, -0.72, 0.55, -0.72, 0.95, -0.2, 0, 0.9, -0.95, -0.2];
const GEM_CUT = [-0.55, -0.72, -0.34, -0.2, 0, 0.9, 0.34, -0.2, 0.55, -0.72];
const GEM_GIRDLE = [-0.95, -0.2, 0.95, -0.2];
const BLADE = [-0.14, 0.4, -0.14, -0.9, 0, -1.14, 0.14, -0.9, 0.14, 0.4];
const SHIELD = [-0.1, -0.92, 0.82, -0.7, 0.78, 0.1, 0.5, 0.56, 0, 0.94, -0.1, 0.9];
/** The right half of the field, which is left open. */
const SHIELD_FIELD = [0.08, -0.66, 0.6, -0.54, 0.57, 0.04, 0.36, 0.4, 0.08, 0.62];
const CONE = [-0.9, -0.3, -0.52, -0.3, -0.08, -0.72, -0.08, 0.72, -0.52, 0.3, -0.9, 0.3];
