/** Every number of a recipe's parameters, with its place. */
import type { JsonValue, PathStep } from '@speccade/spec';

export interface Place {
  /** Below the parameters. */
  readonly path: readonly PathStep[];
  /** The `type` or `target` of the object that holds the number, else the member that holds the object. */
  readonly owner: string;
  /** The member; for a number in a list, the list's. */
  readonly field: string;
}

/** A copy of a JSON value in which `change` gave every number. */
export function mapNumbers(
  value: JsonValue,
  change: (value: number, place: Place) => number,
  place: Place = { path: [], owner: 'params', field: 'params' },
): JsonValue {
  if (typeof value === 'number') return change(value, place);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((item, i) => mapNumbers(item, change, { ...place, path: [...place.path, i] }));
  }
  const owner = ownerOf(value as Readonly<Record<string, JsonValue>>, place.field);
  return Object.fromEntries(
    Object.entries(value).map(([field, member]) => [
      field,
      mapNumbers(member, change, { path: [...place.path, field], owner, field }),
    ]),
  );
}

/** The name under which the members of an object are known, see {@link Place}. */
export function ownerOf(object: Readonly<Record<string, JsonValue>>, heldBy: string): string {
  const { type, target } = object;
  return typeof type === 'string' ? type : typeof target === 'string' ? target : heldBy;
}
