/** Types of expressions: those of fact schemas, and two that no fact has. */

export interface FieldFlags {
  readonly optional?: boolean;
  readonly volatile?: boolean;
}
export type Type = FieldFlags &
  (
    | { readonly type: 'int' | 'bool' }
    /** Nothing is known: what has no schema. */
    | { readonly type: 'any' }
    /** Element of `[]`. */
    | { readonly type: 'never' }
    | { readonly type: 'str'; readonly max?: number }
    | { readonly type: 'list'; readonly of: Type; readonly max?: number }
    /** Fields beyond those listed may exist where it is open. */
    | { readonly type: 'rec'; readonly fields: Readonly<Record<string, Type>>; readonly open?: boolean }
  );

export const INT: Type = { type: 'int' };
export const BOOL: Type = { type: 'bool' };
export const ANY: Type = { type: 'any' };
export const NEVER: Type = { type: 'never' };
/** What rules have computed: fields appear as categories go by. */
export const STATE: Type = { type: 'rec', fields: {}, open: true };

/** The type of a value that is of one of two types; undefined where no list could hold both. */
export function join(a: Type, b: Type): Type | undefined {
  if (a === b || b.type === 'never') return a;
  if (a.type === 'never') return b;
  if (a.type === 'any' || b.type === 'any') return ANY;
  if (a.type === 'str' && b.type === 'str') return { type: 'str', ...widest(a.max, b.max) };
  if (a.type === 'list' && b.type === 'list') {
    const of = join(a.of, b.of);
    return of && { type: 'list', of, ...widest(a.max, b.max) };
  }
  if (a.type === 'rec' && b.type === 'rec') return a.fields === b.fields ? a : ANY;
  return a.type === b.type ? a : undefined;
}

function widest(a: number | undefined, b: number | undefined): { max?: number } {
  return a === undefined || b === undefined ? {} : { max: a > b ? a : b };
}

/** Whether a value of type `found` may stand where `wanted` is needed. */
export function fits(found: Type, wanted: 'int' | 'bool' | 'str' | 'list' | 'rec'): boolean {
  return found.type === wanted || found.type === 'any' || found.type === 'never';
}

/** Whether values of a type can be compared for equality. */
export function comparable(type: Type): boolean {
  return type.type !== 'list' && type.type !== 'rec';
}
