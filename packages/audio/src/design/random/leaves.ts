/**
 * Recipes with open values: JSON in which some values are left to chance. Drawn in the order in which they are written,
 * by {@link drawn}.
 */
import type { Pcg32 } from '@speccade/numerics';
import { exp2, log2 } from '@speccade/numerics';
import type { JsonObject, JsonValue } from '@speccade/spec';
import { tidy } from '../tidy.ts';

/** Values that a recipe names, so that others can refer to them. */
export type Named = Record<string, number>;

/** A value left to chance; `undefined` leaves the member or item out. */
export class Leaf {
  readonly draw: (random: Pcg32, named: Named) => JsonValue | undefined;
  constructor(draw: (random: Pcg32, named: Named) => JsonValue | undefined) {
    this.draw = draw;
  }
}

export type Template = JsonValue | Leaf | readonly Template[] | { readonly [key: string]: Template };

/** Between two numbers above 0, equally likely on a logarithmic scale: frequencies, times. */
export function log(low: number, high: number): Leaf {
  return new Leaf((random) => tidy(low * exp2(random.nextF64() * log2(high / low))));
}

/** Between two numbers, equally likely on a linear scale: shares, levels. */
export function lin(low: number, high: number): Leaf {
  return new Leaf((random) => tidy(low + random.nextF64() * (high - low)));
}

/** A whole number, both ends included. */
export function whole(low: number, high: number): Leaf {
  return new Leaf((random) => random.u32Inclusive(low, high));
}

/** One of several templates, equally likely. */
export function pick(...options: readonly [Template, ...Template[]]): Leaf {
  return new Leaf((random, named) => drawn(options[random.u32Inclusive(0, options.length - 1)]!, random, named));
}

/** A template with the given probability, else nothing. */
export function maybe(probability: number, template: Template): Leaf {
  return new Leaf((random, named) => (random.nextF64() < probability ? drawn(template, random, named) : undefined));
}

/** A named value times a factor. */
export function of(name: string, low: number, high: number = low): Leaf {
  return new Leaf((random, named) => {
    if (!Object.hasOwn(named, name)) throw new Error(`the recipe names no ${name}`);
    return tidy(named[name]! * (low === high ? low : low * exp2(random.nextF64() * log2(high / low))));
  });
}

/** A named frequency and an interval above, one of several in semitones. */
export function above(name: string, ...semitones: readonly number[]): Leaf {
  return new Leaf((random, named) => {
    const interval = semitones.length === 1 ? semitones[0]! : semitones[random.u32Inclusive(0, semitones.length - 1)]!;
    return of(name, exp2(interval / 12)).draw(random, named);
  });
}

/** The JSON value of a template. */
export function drawn(template: Template, random: Pcg32, named: Named): JsonValue | undefined {
  if (template instanceof Leaf) return template.draw(random, named);
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) {
    return (template as readonly Template[])
      .map((item) => drawn(item, random, named))
      .filter((item) => item !== undefined);
  }
  const members: Record<string, JsonValue> = {};
  for (const [key, member] of Object.entries(template as Readonly<Record<string, Template>>)) {
    const value = drawn(member, random, named);
    if (value !== undefined) members[key] = value;
  }
  return members as JsonObject;
}
