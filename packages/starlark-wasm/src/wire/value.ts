/** A float whose value is whole: what `1.0` is where it must not be mistaken for the int `1`. */
export class StarlarkFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  valueOf(): number {
    return this.value;
  }
}

/**
 * A value of the running evaluation that a builtin got but did not copy: a list, a dict, a function. It can be given
 * back, alone or inside of other values, and is the same value then. It ends with the evaluation.
 */
export class StarlarkHandle {
  /** As Starlark's `type()` says it: `dict`, `list`, `function`. */
  readonly type: string;
  /** @internal */
  readonly id: number;
  /** @internal Which evaluation it belongs to. */
  readonly owner: object;

  constructor(id: number, type: string, owner: object) {
    this.id = id;
    this.type = type;
    this.owner = owner;
  }
}

/** What a value of Starlark is in JavaScript. */
export type StarlarkValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | StarlarkFloat
  | StarlarkHandle
  | StarlarkValue[]
  | { [key: string]: StarlarkValue }
  | Map<string, StarlarkValue>;

/** What may be given to Starlark. A key whose value is `undefined` is left out. */
export type StarlarkInput =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | StarlarkFloat
  | StarlarkHandle
  | readonly StarlarkInput[]
  | { readonly [key: string]: StarlarkInput }
  | ReadonlyMap<string, StarlarkInput>;
