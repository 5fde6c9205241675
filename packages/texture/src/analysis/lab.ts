/** CIE L*a*b* of sRGB colours (IEC 61966-2-1, white D65), and the distance CIE76 between them. */
import { cbrt, pow } from '@speccade/numerics';

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4));

/** White of D65 at Y = 1. */
const [XN, ZN] = [0.95047, 1.08883];

const curve = (t: number): number => (t > 216 / 24389 ? cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);

/** Linear light of the 256 levels of 8 bits. */
const LINEAR = Float64Array.from({ length: 256 }, (_, level) => linear(level / 255));

/** Writes L, a and b of a colour to `out[0..3)`. Levels go from 0 to 255 and need not be whole. */
export function toLab(red: number, green: number, blue: number, out: Float64Array): void {
  const r = Number.isInteger(red) ? LINEAR[red]! : linear(red / 255);
  const g = Number.isInteger(green) ? LINEAR[green]! : linear(green / 255);
  const b = Number.isInteger(blue) ? LINEAR[blue]! : linear(blue / 255);
  const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / XN);
  const y = curve(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / ZN);
  out[0] = 116 * y - 16;
  out[1] = 500 * (x - y);
  out[2] = 200 * (y - z);
}
