/**
 * What of a schema some data uses: every type of a union, every value of an enumeration and every field that may be left
 * out, each named after the type that it belongs to, as in `lowpass`, `lowpass.cutoff_end` or `pulsar.shape=sine`.
 */
interface Schema {
  readonly def: {
    readonly type: string;
    readonly discriminator?: string;
    readonly options?: readonly Schema[];
    readonly shape?: Readonly<Record<string, Schema>>;
    readonly entries?: Readonly<Record<string, string>>;
    readonly values?: readonly unknown[];
    readonly innerType?: Schema;
    readonly element?: Schema;
    readonly valueType?: Schema;
    readonly items?: readonly Schema[];
  };
}

const OPEN = new Set(['optional', 'nullable']);

function unwrap(schema: Schema): { inner: Schema; open: boolean } {
  let inner = schema;
  let open = false;
  while (inner.def.innerType !== undefined) {
    open ||= OPEN.has(inner.def.type);
    inner = inner.def.innerType;
  }
  return { inner, open };
}

/** Everything that data of the schema can use. */
export function possible(schema: unknown): Set<string> {
  const found = new Set<string>();
  walk(schema as Schema, undefined, 'params', '', found, true);
  return found;
}

/** What of that a parsed value uses; added to `found`. */
export function used(schema: unknown, value: unknown, found: Set<string>): void {
  walk(schema as Schema, value, 'params', '', found, false);
}

function walk(schema: Schema, value: unknown, owner: string, field: string, found: Set<string>, all: boolean): void {
  const { inner, open } = unwrap(schema);
  const { def } = inner;
  if (!all && (value === undefined || value === null)) return;
  if (open) found.add(`${owner}.${field}`);
  switch (def.type) {
    case 'enum':
      for (const entry of Object.values(def.entries!))
        if (all || entry === value) found.add(`${owner}.${field}=${entry}`);
      break;
    case 'boolean':
      for (const entry of [true, false]) if (all || entry === value) found.add(`${owner}.${field}=${entry}`);
      break;
    case 'array':
      if (all) walk(def.element!, undefined, owner, field, found, true);
      else for (const item of value as unknown[]) walk(def.element!, item, owner, field, found, false);
      break;
    case 'record':
      if (all) walk(def.valueType!, undefined, owner, field, found, true);
      else for (const item of Object.values(value as object)) walk(def.valueType!, item, owner, field, found, false);
      break;
    case 'tuple':
      def.items!.forEach((item, k) => {
        walk(item, all ? undefined : (value as unknown[])[k], owner, field, found, all);
      });
      break;
    case 'union':
      for (const option of def.options!) {
        const tag = def.discriminator && (option.def.shape![def.discriminator]!.def.values![0] as string);
        if (tag === undefined) continue;
        if (all || (value as Record<string, unknown>)[def.discriminator!] === tag) {
          // Grains and frames are of what their source says.
          const name = field === 'source' ? `${owner} of ${tag}` : tag;
          found.add(name);
          fields(option, value, name, found, all);
        }
      }
      break;
    case 'object':
      fields(inner, value, owner === 'params' && field !== '' ? field : owner, found, all);
      break;
  }
}

function fields(schema: Schema, value: unknown, owner: string, found: Set<string>, all: boolean): void {
  for (const [field, inner] of Object.entries(schema.def.shape!)) {
    walk(inner, all ? undefined : (value as Record<string, unknown>)[field], owner, field, found, all);
  }
}
