/**
 * The functions of the language and what they cost. There is no way to register another: its meaning would be outside
 * of the version hash. Adding one MUST bump `ENGINE_VERSION`.
 */

import { RuleError } from './error.ts';
import * as int from './int.ts';
import { type Expr, MAX_STRING_LENGTH } from './language/ast.ts';
import { codePoints, containsText, lowerAscii, matchesGlob } from './text.ts';
import { type Int, kindOf, type Value } from './value.ts';

export type ParamType = 'int' | 'str' | 'str or list';

/** What the size of a call adds to its cost, from the lengths of its arguments in UTF-16 units. */
export type SizeCost = 'subject' | 'total' | 'product';

export interface Builtin {
  readonly name: string;
  /** Ticks of one call; of one argument where the function is variadic. */
  readonly cost: number;
  /** The type of every argument where the function is variadic, which has 1 to 8. */
  readonly params: readonly ParamType[];
  readonly variadic: boolean;
  readonly result: 'int' | 'bool' | 'str';
  readonly size: SizeCost | undefined;
  /** Arguments have the right number and types. @throws RuleError at the node given. */
  readonly apply: (args: readonly Value[], at: Expr) => Value;
}

type Options = Partial<Pick<Builtin, 'variadic' | 'size'>>;

function define<A extends readonly Value[]>(
  name: string,
  cost: number,
  params: readonly ParamType[],
  result: Builtin['result'],
  apply: (args: A, at: Expr) => Value,
  { variadic = false, size }: Options = {},
): Builtin {
  return Object.freeze({ name, cost, params, variadic, result, size, apply: apply as unknown as Builtin['apply'] });
}

type I1 = [Int];
type I2 = [Int, Int];
type I3 = [Int, Int, Int];
type S1 = [string];
type S2 = [string, string];

const INT = ['int'] as const;
const INT2 = ['int', 'int'] as const;
const INT3 = ['int', 'int', 'int'] as const;
const STR2 = ['str', 'str'] as const;

const TABLE: readonly Builtin[] = [
  define<I1>('abs', 1, INT, 'int', ([a], at) => (a < 0 ? int.negate(a, at) : a)),
  define<I1>('sign', 1, INT, 'int', ([a]) => (a > 0 ? 1 : a < 0 ? -1 : 0)),
  define<Int[]>('min', 1, INT, 'int', (args) => args.reduce((least, a) => (a < least ? a : least)), { variadic: true }),
  define<Int[]>('max', 1, INT, 'int', (args) => args.reduce((most, a) => (a > most ? a : most)), { variadic: true }),
  define<I3>('clamp', 2, INT3, 'int', ([x, low, high], at) => {
    if (low > high) throw new RuleError('E_DOMAIN', 'the lower bound is above the upper one', at);
    return x < low ? low : x > high ? high : x;
  }),
  define<I2>('floor_div', 2, INT2, 'int', ([a, b], at) => int.floorDivide(a, b, at)),
  define<I2>('ceil_div', 2, INT2, 'int', ([a, b], at) => int.ceilDivide(a, b, at)),
  define<I2>('mod', 2, INT2, 'int', ([a, b], at) => int.modulo(a, b, at)),
  define<I3>('mul_div', 4, INT3, 'int', ([a, b, c], at) => int.multiplyDivide(a, b, c, at)),
  define<I2>('pow', 8, INT2, 'int', ([a, b], at) => int.power(a, b, at)),
  define<I1>('isqrt', 16, INT, 'int', ([a], at) => int.integerSquareRoot(a, at)),
  define<I2>('gcd', 16, INT2, 'int', ([a, b], at) => int.greatestCommonDivisor(a, b, at)),
  define<I1>('is_pow2', 1, INT, 'bool', ([a]) => int.isPowerOfTwo(a)),
  define<I1>('bit_len', 2, INT, 'int', ([a], at) => int.bitLength(a, at)),
  define<[string | readonly Value[]]>(
    'len',
    1,
    ['str or list'],
    'int',
    ([a]) => (typeof a === 'string' ? codePoints(a) : a.length),
    { size: 'subject' },
  ),
  define<S2>('starts_with', 2, STR2, 'bool', ([text, part]) => text.startsWith(part), { size: 'subject' }),
  define<S2>('ends_with', 2, STR2, 'bool', ([text, part]) => text.endsWith(part), { size: 'subject' }),
  define<S2>('contains', 4, STR2, 'bool', ([text, part]) => containsText(text, part), { size: 'subject' }),
  define<S2>('glob', 16, STR2, 'bool', ([text, pattern]) => matchesGlob(text, pattern), { size: 'product' }),
  define<S1>('lower', 4, ['str'], 'str', ([text]) => lowerAscii(text), { size: 'subject' }),
  define<string[]>('concat', 4, ['str'], 'str', (parts, at) => concatenate(parts, at), {
    variadic: true,
    size: 'total',
  }),
  define<I1>('to_str', 4, INT, 'str', ([a]) => String(a)),
  define<S1>('parse_int', 4, ['str'], 'int', ([text], at) => parseInteger(text, at)),
];

/** Every function by name. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map(TABLE.map((one) => [one.name, one]));

/** Ticks of a call (of one argument for `min`, `max` and `concat`), without what the size of strings adds. */
export const BUILTIN_COSTS: ReadonlyMap<string, number> = new Map(TABLE.map(({ name, cost }) => [name, cost]));

/** Whether a call may have this many arguments. */
export function acceptsCount({ params, variadic }: Builtin, count: number): boolean {
  return variadic ? count >= 1 : count === params.length;
}

export function paramType({ params, variadic }: Builtin, index: number): ParamType {
  return variadic ? params[0]! : params[index]!;
}

/**
 * Ticks of a call with these arguments: `total` lengths and `product` of lengths in steps of 64 units. Where an argument
 * has a wrong type there is no size to pay for.
 */
export function costOfCall(builtin: Builtin, args: readonly Value[], fits: boolean): number {
  const base = builtin.variadic ? builtin.cost * args.length : builtin.cost;
  if (!fits || builtin.size === undefined) return base;
  const lengths = args.map((arg) => (typeof arg === 'string' ? arg.length : 0));
  return base + (sizeUnits(builtin.size, lengths) >> 6);
}

/** The number of units that a size cost counts; at most 2^24. */
export function sizeUnits(size: SizeCost, lengths: readonly number[]): number {
  if (size === 'subject') return lengths[0]!;
  if (size === 'product') return lengths[0]! * lengths[1]!;
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** Whether every argument has the type of its parameter. */
export function argumentsFit(builtin: Builtin, args: readonly Value[]): boolean {
  for (let i = 0; i < args.length; i++) {
    const wanted = paramType(builtin, i);
    const kind = kindOf(args[i]!);
    if (kind !== wanted && !(wanted === 'str or list' && (kind === 'str' || kind === 'list'))) return false;
  }
  return true;
}

function concatenate(parts: readonly string[], at: Expr): string {
  const text = parts.join('');
  if (text.length > MAX_STRING_LENGTH) {
    throw new RuleError('E_STRING_SIZE', `a string has at most ${MAX_STRING_LENGTH} characters`, at);
  }
  return text;
}

function parseInteger(text: string, at: Expr): Int {
  const fits = /^-?(?:0|[1-9][0-9]{0,18})$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
  if (!fits) throw new RuleError('E_PARSE_INT', 'the text is not a 64-bit integer', at);
  return int.toInt(BigInt(text), at);
}
