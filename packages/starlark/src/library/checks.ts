/** Checks of arguments, with the texts that authors see. All of them refuse NaN. */
import { StarlarkFloat } from '@speccade/starlark-wasm';
import { suggest } from './suggest.ts';

/** Missing or empty; wrong type; out of range; not one of the choices. */
export type InnerCode = 'S101' | 'S102' | 'S103' | 'S104';

export interface Refusal {
  readonly code: InnerCode;
  /** Without the name of the function. */
  readonly text: string;
}

export interface Range {
  readonly min?: number;
  readonly max?: number;
  /** The lower bound itself is refused. */
  readonly exclusiveMin?: true;
  readonly exclusiveMax?: true;
}

/** The values of the parameters that have been checked. */
export type Given = { readonly [name: string]: unknown };

export interface Check {
  /** For the documentation. */
  readonly range?: Range;
  /** For the documentation. */
  readonly choices?: readonly string[];
  /** Looks at a value in its emitted form, beside those checked before it. None never gets here. */
  // biome-ignore lint/suspicious/noExplicitAny: each check is given to parameters of its own type only
  refuse(value: any, name: string, given?: Given): Refusal | undefined;
}

/** A check on a range. `says` completes "'p' must"; `silent` leaves the value out of the text. */
export function ranged(range: Range, says: string, silent = false): Check {
  return {
    range,
    refuse(value: StarlarkFloat | number | bigint, name) {
      const number = value instanceof StarlarkFloat ? value.value : value;
      if (within(number, range)) return undefined;
      return { code: 'S103', text: `'${name}' must ${says}${silent ? '' : `, got ${plain(number)}`}` };
    },
  };
}

function within(
  value: number | bigint,
  { min = -Infinity, max = Infinity, exclusiveMin, exclusiveMax }: Range,
): boolean {
  return (exclusiveMin ? value > min : value >= min) && (exclusiveMax ? value < max : value <= max);
}

/** A number without exponent: `0.0000001`. */
export function plain(value: number | bigint): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign, head, tail = '', power] = match;
  const digits = head! + tail;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

export const positive = ranged({ min: 0, exclusiveMin: true }, 'be positive');
export const nonNegative = ranged({ min: 0 }, 'be >= 0');
/** As {@link nonNegative}, with a text that does not say the value. */
export const nonNegativeSilent = ranged({ min: 0 }, 'be >= 0', true);
export const unit = ranged({ min: 0, max: 1 }, 'be in range 0.0 to 1.0');
export const pan = ranged({ min: -1, max: 1 }, 'be in range -1.0 to 1.0');
export const u32 = ranged({ min: 0, max: 4294967295 }, 'be in range 0 to 4294967295');

/** `between('0.0', '0.99')`: both included; the text has the bounds as written. */
export function between(from: string, to: string, silent = false): Check {
  const range = { min: Number(from), max: Number(to) };
  return ranged(range, range.min < 0 || range.max < 0 ? `be ${from} to ${to}` : `be ${from}-${to}`, silent);
}

/** `atLeast('1.0')`. */
export const atLeast = (from: string, silent = false): Check => ranged({ min: Number(from) }, `be >= ${from}`, silent);

/** One of these strings. `suggesting` adds "Did you mean". */
export function oneOf(choices: readonly string[], suggesting = true): Check {
  return {
    choices,
    refuse(value: string, name) {
      if (choices.includes(value)) return undefined;
      const near = suggesting ? suggest(value, choices) : undefined;
      const hint = near === undefined ? '' : `. Did you mean '${near}'?`;
      return { code: 'S104', text: `'${name}' must be one of: ${choices.join(', ')}${hint}` };
    },
  };
}

/** A string or list that is not empty. */
export const nonEmpty: Check = {
  refuse: (value: string | readonly unknown[], name) =>
    value.length > 0 ? undefined : { code: 'S101', text: `'${name}' must not be empty` },
};

/** Width and height, above 0. */
export const resolution: Check = {
  refuse(value: readonly number[], name) {
    if (value.length !== 2) {
      return { code: 'S101', text: `'${name}' must be [width, height], got ${value.length} values` };
    }
    if (value.every((item) => item > 0)) return undefined;
    return { code: 'S103', text: `resolution values must be positive, got [${value.join(', ')}]` };
  },
};
