/**
 * Where the functions are measured: arguments spread over the whole range of doubles and heaped where errors hide, such
 * as next to multiples of pi/2, next to 1 for logarithms, and where results overflow or become subnormal.
 */

import { Pcg32 } from '../src/index.ts';
import type { ORACLE } from './oracle.ts';

export type FunctionName = keyof typeof ORACLE;

const view = new DataView(new ArrayBuffer(8));

/** The double `by` places above (below, if negative) a positive x. */
function step(x: number, by: number): number {
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(by));
  return view.getFloat64(0);
}

/** The doubles that come closest to a multiple of pi/2 (Kahan's and Muller's searches), and powers of two and ten. */
const HARD_ANGLES = [
  6381956970095103 * 2 ** 797,
  6411027962775774 * 2 ** -48,
  5.319372648326541e255,
  1e22,
  2 ** 1023,
  2 ** 120,
];

class Source {
  readonly rng: Pcg32;

  constructor(seed: number) {
    this.rng = new Pcg32(seed);
  }

  pick<T>(...options: (() => T)[]): T {
    return options[this.rng.u32Inclusive(0, options.length - 1)]!();
  }

  uniform(low: number, high: number): number {
    return low + (high - low) * this.rng.nextF64();
  }

  sign(): number {
    return this.rng.bool(0.5) ? 1 : -1;
  }

  /** Positive, exponent uniform in [low, high), mantissa uniform. */
  logUniform(low: number, high: number): number {
    return (1 + this.rng.nextF64()) * 2 ** this.rng.u32Inclusive(0, high - low - 1) * 2 ** low;
  }

  /** Any positive finite double, each bit pattern as likely as any other. */
  anyBits(): number {
    for (;;) {
      view.setBigUint64(0, this.rng.nextU64() >> 1n);
      const x = view.getFloat64(0);
      if (Number.isFinite(x) && x > 0) return x;
    }
  }

  subnormal(): number {
    view.setBigUint64(0, this.rng.nextU64() >> BigInt(12 + this.rng.u32Inclusive(0, 50)));
    return view.getFloat64(0) || Number.MIN_VALUE;
  }

  near(x: number): number {
    return step(x, this.rng.u32Inclusive(0, 8) - 4);
  }

  angle(): number {
    const { rng } = this;
    return (
      this.sign() *
      this.pick(
        () => this.anyBits(),
        () => this.uniform(0, 7),
        () => this.uniform(0, 1000),
        () => this.uniform(0, 5e6),
        () => this.logUniform(-60, 30),
        () => this.near((rng.u32Inclusive(1, 2000) * Math.PI) / 2),
        () => this.near((rng.u32Inclusive(1, 4_000_000) * Math.PI) / 2),
        () => this.near((rng.u32Inclusive(1, 50_000_000) * Math.PI) / 128),
        () => this.near(((rng.u32Inclusive(0, 20_000_000) + 0.5) * Math.PI) / 128),
        () => this.near(HARD_ANGLES[rng.u32Inclusive(0, HARD_ANGLES.length - 1)]!),
        () => this.near(4194304),
        () => this.subnormal(),
      )
    );
  }

  exponent(limit: number, steps: number): number {
    const { rng } = this;
    return this.pick(
      () => this.uniform(-limit, limit * 0.955),
      () => this.uniform(-2, 2),
      () => this.sign() * this.logUniform(-70, 12),
      () => this.sign() * this.anyBits(),
      () => this.near(0.955 * limit * this.uniform(0.99, 1.001)),
      () => -this.near(limit * this.uniform(0.94, 1.003)),
      () => this.sign() * this.near((rng.u32Inclusive(1, 2000) + 0.5) * steps),
      () => this.sign() * this.subnormal(),
    );
  }

  positive(): number {
    return this.pick(
      () => this.anyBits(),
      () => this.uniform(0, 10) || 1,
      () => this.uniform(0.7, 1.45),
      () => 1 + this.sign() * this.logUniform(-53, -1),
      () => this.near(1),
      () => this.logUniform(-30, 30),
      () => this.subnormal(),
      () => this.near(2 ** (this.rng.u32Inclusive(0, 2000) - 1000)),
      () => this.rng.u32Inclusive(1, 100000),
    );
  }

  unit(): number {
    return (
      this.sign() *
      this.pick(
        () => this.uniform(0, 1),
        () => 1 - this.logUniform(-53, -1),
        () => this.near(Math.SQRT1_2),
        () => this.logUniform(-60, -1),
        () => Math.min(this.anyBits(), 0.5),
        () => this.subnormal(),
      )
    );
  }

  moderate(top: number): number {
    return (
      this.sign() *
      this.pick(
        () => this.uniform(0, top),
        () => this.uniform(0, 2),
        () => this.logUniform(-60, 6),
        () => this.anyBits(),
        () => this.subnormal(),
        () => this.near((this.rng.u32Inclusive(0, 400) + 0.5) / 16),
        () => this.near(1),
      )
    );
  }

  base(): [number, number] {
    const x = this.positive();
    const log = Math.log2(x) || 1e-17;
    return this.pick<[number, number]>(
      () => [x, this.uniform(-1090, 1040) / log],
      () => [x, this.uniform(-20, 20)],
      () => [x, this.rng.u32Inclusive(0, 40) - 20],
      () => [-x, this.rng.u32Inclusive(0, 40) - 20],
      () => [x, this.uniform(-1076, -1020) / log],
      () => [x, this.uniform(1023, 1025) / log],
      () => [x, this.sign() * this.anyBits()],
      () => [x, this.sign() * this.logUniform(-60, 4)],
      () => [1 + this.sign() * this.logUniform(-53, -3), this.sign() * this.logUniform(0, 62)],
    );
  }

  point(): [number, number] {
    const y = this.sign() * this.anyBits();
    return this.pick<[number, number]>(
      () => [y, this.sign() * this.anyBits()],
      () => [this.uniform(-4, 4), this.uniform(-4, 4)],
      () => [y, y * this.uniform(-1, 1) || 1],
      () => [y, this.near(Math.abs(y))],
      () => [y, this.sign() * Math.min(Math.abs(y) * this.logUniform(-70, 70), Number.MAX_VALUE) || 1],
      () => [this.sign() * this.subnormal(), this.sign() * this.subnormal()],
      () => [this.sign() * this.logUniform(-70, 0), this.sign()],
    );
  }
}

/** Generates arguments for `name`, the same ones for the same seed; the second number matters to pow and atan2 only. */
export function pointsOf(name: FunctionName, seed: number): () => [number, number] {
  const s = new Source(seed);
  const one = (f: () => number) => (): [number, number] => [f(), 0];
  switch (name) {
    case 'sin':
    case 'cos':
    case 'tan':
      return one(() => s.angle());
    case 'asin':
    case 'acos':
      return one(() => s.unit());
    case 'exp':
    case 'expm1':
      return one(() => s.exponent(745.2, Math.LN2 / 128));
    case 'exp2':
      return one(() => s.exponent(1075, 1 / 128));
    case 'dbToGain':
      return one(() => s.exponent(6472, 0.047));
    case 'log':
    case 'log2':
    case 'log10':
    case 'gainToDb':
      return one(() => s.positive());
    case 'log1p':
      return one(() =>
        s.pick(
          () => s.positive(),
          () => -Math.abs(s.unit()),
          () => s.sign() * s.logUniform(-60, 0) * 0.5,
        ),
      );
    case 'atan':
    case 'cbrt':
      return one(() =>
        s.pick(
          () => s.sign() * s.anyBits(),
          () => s.moderate(8),
          () => s.sign() * s.logUniform(-70, 70),
        ),
      );
    case 'sinh':
    case 'cosh':
      return one(() =>
        s.pick(
          () => s.moderate(30),
          () => s.uniform(-711, 711),
          () => s.sign() * s.near(s.uniform(709, 711)),
        ),
      );
    case 'tanh':
      return one(() => s.moderate(22));
    case 'pow':
      return () => s.base();
    case 'atan2':
      return () => s.point();
  }
}
