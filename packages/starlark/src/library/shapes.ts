/** Checks of lists with a fixed number of items, of pairs of parameters, and with texts of their own. */
import { StarlarkFloat } from '@speccade/starlark-wasm';
import { type Check, type Given, plain, type Refusal, ranged } from './checks.ts';

/** As many items as `form` names: `counted('[x, y, z]')`. */
export function counted(form: string): Check {
  const count = form.split(',').length;
  return { refuse: (value: readonly unknown[], name) => miscounted(value.length, count, form, name) };
}

export function miscounted(got: number, count: number, form: string, name: string): Refusal | undefined {
  return got === count ? undefined : { code: 'S101', text: `'${name}' must be ${form}, got ${got} values` };
}

export const xyz = counted('[x, y, z]');
export const rgba = counted('[r, g, b, a]');

/** Red, green, blue and alpha from 0 to 1. */
export const unitRgba: Check = {
  refuse(value: readonly StarlarkFloat[], name, given) {
    const at = value.findIndex(({ value: item }) => !(item >= 0 && item <= 1));
    const wrong = at < 0 ? undefined : `${name}[${at}] must be in 0.0-1.0 range, got ${plain(value[at]!.value)}`;
    return rgba.refuse(value, name, given) ?? (wrong ? { code: 'S103', text: wrong } : undefined);
  },
};

/** At least `count` items; the text says of what: `'2 colors'`. */
export function atLeastItems(count: number, things: string): Check {
  return {
    refuse: (value: readonly unknown[], name) =>
      value.length >= count ? undefined : { code: 'S101', text: `'${name}' must have at least ${things}` },
  };
}

/** As `nonNegative`, in the words of textures, meshes and animations. */
export const notNegative = ranged({ min: 0 }, 'be non-negative');
/** Degrees of an angle above 0, at most a half turn. */
export const halfTurn = ranged({ min: 0, exclusiveMin: true, max: 180 }, 'be in range (0, 180] degrees');
/** Levels of trackers. */
export const upTo = (max: number): Check => ranged({ min: 0, max }, `be 0-${max}`);

/** One after the other. */
export function both(first: Check, second: Check): Check {
  return {
    ...second,
    ...first,
    refuse: (value, name, given) => first.refuse(value, name, given) ?? second.refuse(value, name, given),
  };
}

/** Not below the parameter `low`, which is checked before. The text names the parameter `at` first. */
export function notBelow(low: string, at: 'low' | 'high' = 'low'): Check {
  return {
    refuse(value: Numeric, name, given: Given) {
      const [min, max] = [numeric(given[low] as Numeric), numeric(value)];
      if (max >= min) return undefined;
      const text =
        at === 'low'
          ? `'${low}' (${plain(min)}) must be <= '${name}' (${plain(max)})`
          : `'${name}' (${plain(max)}) must be >= '${low}' (${plain(min)})`;
      return { code: 'S103', text };
    },
  };
}

type Numeric = number | StarlarkFloat;
const numeric = (value: Numeric): number => (value instanceof StarlarkFloat ? value.value : value);

/** One of these strings, with the text `must be one of ["a", "b"], got 'c'`. */
export function listed(choices: readonly string[], quote: '"' | "'", code: 'S103' | 'S104' = 'S104'): Check {
  return {
    choices,
    refuse(value: string, name) {
      if (choices.includes(value)) return undefined;
      const list = choices.map((each) => `"${each}"`).join(', ');
      return { code, text: `'${name}' must be one of [${list}], got ${quote}${value}${quote}` };
    },
  };
}
