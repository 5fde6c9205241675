/**
 * Writes `src/tables/*.generated.ts` from the oracle: `node packages/numerics/test/make-tables.ts`.
 *
 * Running it again gives the same bytes; `tables.test.ts` proves that the committed files are what it writes.
 */

import { writeFileSync } from 'node:fs';
import { type BigFloat, exact, fixed, LN2, ORACLE, PI, round } from './oracle.ts';

const P = 192;

/** The value as high + low, high carrying at most `bits` fractional bits when given. */
function split(v: BigFloat, bits?: number): [number, number] {
  if (bits === undefined) {
    const [high, rest] = round(v);
    return [high, round(rest)[0]];
  }
  const high = Math.round(round(v)[0] * 2 ** bits) / 2 ** bits;
  const h = exact(-high);
  const e = Math.min(h.e, v.e);
  return [high, round({ m: (h.m << BigInt(h.e - e)) + (v.m << BigInt(v.e - e)), e })[0]];
}

/** Reciprocals of 128 interval centres of [0.709, 1.418) and the logarithms of the centres. See `log.ts`. */
function logTable(): number[] {
  const view = new DataView(new ArrayBuffer(8));
  const out: number[] = [];
  for (let i = 0; i < 128; i++) {
    view.setUint32(0, 0x3fe6b000 + i * 0x2000 + 0x1000);
    const inverse = Math.round(2 ** 13 / view.getFloat64(0)) / 2 ** 13;
    const [high, low] = inverse === 1 ? [0, 0] : split(ORACLE.log(inverse), 42);
    out.push(inverse, 0 - high, 0 - low);
  }
  return out;
}

function expTable(): number[] {
  const out: number[] = [];
  for (let i = 0; i < 128; i++) {
    const [high, low] = i === 0 ? [1, 0] : split(ORACLE.exp2(i / 128));
    out.push(low / high, high);
  }
  return out;
}

/** sin(i pi / 128) for i in 0..64. */
function sineTable(): number[] {
  const out: number[] = [];
  for (let i = 0; i <= 64; i++) {
    // The oracle wants a double, so the angle goes in as its nearest double and the rest by the derivative series.
    const angle: BigFloat = { m: (PI * BigInt(i)) / 128n, e: -P };
    out.push(...(i === 0 ? [0, 0] : i === 64 ? [1, 0] : split(sineOf(angle))));
  }
  return out;
}

function sineOf(angle: BigFloat): BigFloat {
  const one = 1n << BigInt(P);
  const near = round(angle)[0];
  const d = (angle.m << BigInt(P + angle.e)) - fixed(near);
  const s = fixedOf(ORACLE.sin(near));
  const c = fixedOf(ORACLE.cos(near));
  return {
    m: s + (c * d) / one - (((s * d) / one) * d) / one / 2n - (((((c * d) / one) * d) / one) * d) / one / 6n,
    e: -P,
  };
}

const fixedOf = (v: BigFloat) => (v.e + P >= 0 ? v.m << BigInt(v.e + P) : v.m >> BigInt(-v.e - P));

const grid = (count: number, step: number, f: (x: number) => BigFloat): number[] =>
  Array.from({ length: count }, (_, i) => (i === 0 ? [0, 0] : split(f(i * step)))).flat();

/** Limbs of 24 bits of 1 / (2 pi), most significant first; enough for every double. */
function inverseTwoPi(): number[] {
  const bits = 24 * 54;
  const pi = piTo(bits + 64);
  const q = (1n << BigInt(2 * bits + 64)) / (2n * pi);
  return Array.from({ length: 54 }, (_, i) => Number((q >> BigInt(bits - 24 * (i + 1))) & 0xffffffn));
}

function piTo(bits: number): bigint {
  const inverse = (n: bigint) => {
    let sum = 0n;
    let term = (1n << BigInt(bits + 32)) / n;
    for (let k = 1n, sign = 1n; term !== 0n; k += 2n, sign = -sign, term /= n * n) sum += (sign * term) / k;
    return sum;
  };
  return (16n * inverse(5n) - 4n * inverse(239n)) >> 32n;
}

const text = (x: number) => (Object.is(x, -0) ? '0' : String(x));

function documented(doc: string, name: string, numbers: number[]): string {
  const rows: string[] = [];
  for (let i = 0; i < numbers.length; i += 4)
    rows.push(
      `  ${numbers
        .slice(i, i + 4)
        .map(text)
        .join(', ')},`,
    );
  return `\n/** ${doc} */\nexport const ${name} = /* @__PURE__ */ new Float64Array([\n${rows.join('\n')}\n]);\n`;
}

function file(doc: string, name: string, numbers: number[]): string {
  return `// Written by test/make-tables.ts; do not edit.\n${documented(doc, name, numbers)}`;
}

/** Every generated file: its name under `src/tables` and its text. */
export function tableFiles(): Record<string, string> {
  return {
    'log.generated.ts': file(
      'Triples: 1/c (13 fractional bits), ln c rounded to 42 fractional bits, and the rest of ln c.',
      'LOG_TABLE',
      logTable(),
    ),
    'exp.generated.ts': file('Pairs: relative tail and leading part of 2^(i/128).', 'EXP_TABLE', expTable()),
    'sine.generated.ts': file('Pairs: sin(i pi/128), high and low part, for i in 0..64.', 'QUARTER_SINE', sineTable()),
    'tanh.generated.ts': file(
      'Pairs: tanh(i/16), high and low part, for i in 0..320.',
      'TANH_TABLE',
      grid(321, 1 / 16, ORACLE.tanh),
    ),
    'arc.generated.ts':
      file(
        'Pairs: atan m, high and low part, for m in the middle of 112 intervals, eight per octave, from 1/128 to 128.',
        'ATAN_TABLE',
        Array.from({ length: 112 }, (_, j) =>
          split(ORACLE.atan((1 + ((j & 7) + 0.5) / 8) * 2 ** ((j >> 3) - 7))),
        ).flat(),
      ) +
      documented('Pairs: asin(i/64), high and low part, for i in 0..64.', 'ASIN_TABLE', grid(65, 1 / 64, ORACLE.asin)),
    'inverse-two-pi.generated.ts': file(
      'Limbs of 24 bits of 1/(2 pi), most significant first.',
      'INVERSE_TWO_PI',
      inverseTwoPi(),
    ),
  };
}

/** Constants that the sources spell out as literals, for whoever wants to check or change a split. */
export function constants(): Record<string, number[]> {
  const chain = (v: bigint, bits: number[]) => {
    const out: number[] = [];
    let rest: BigFloat = { m: v, e: -P };
    for (const b of bits) {
      const high = Number(rest.m >> BigInt(-rest.e - b)) / 2 ** b;
      out.push(high);
      const h = exact(high);
      const e = Math.min(h.e, rest.e);
      rest = { m: (rest.m << BigInt(rest.e - e)) - (h.m << BigInt(h.e - e)), e };
    }
    out.push(round(rest)[0]);
    return out;
  };
  const ONE = 1n << BigInt(P);
  const ln10 = fixedOf(ORACLE.log(10));
  return {
    'pi/128 = 25 + 25 + 53 bits': chain(PI / 128n, [30, 55]),
    'pi/2 = high + low': split({ m: PI / 2n, e: -P }),
    'pi/128 = high + low': split({ m: PI / 128n, e: -P }),
    'ln2/128 = 36 bits + rest': chain(LN2 / 128n, [43]),
    'ln2 = 42 fractional bits + rest': chain(LN2, [42]),
    '1/ln2 = 26 bits + rest': chain((ONE * ONE) / LN2, [25]),
    '1/ln10 = 26 bits + rest': chain((ONE * ONE) / ln10, [27]),
    '20/ln10 = 26 bits + rest': chain((20n * ONE * ONE) / ln10, [22]),
    '20 log10(2)/128, decibels per step = 36 bits + rest': chain((20n * ((LN2 * ONE) / ln10)) / 128n, [40]),
    'ln10/20': [round({ m: ln10 / 20n, e: -P })[0]],
  };
}

if (import.meta.main) {
  for (const [name, source] of Object.entries(tableFiles())) {
    writeFileSync(new URL(`../src/tables/${name}`, import.meta.url), source);
  }
  for (const [name, values] of Object.entries(constants())) console.log(`${name}: ${values.join(' ')}`);
}
