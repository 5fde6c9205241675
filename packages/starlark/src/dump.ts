/** The library as data, for editors and for generated pages. */
import type { Param, ParamType } from './library/define.ts';
import { LIBRARY, STDLIB_VERSION } from './library/index.ts';

export interface DumpParam {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** As JSON; absent for required parameters, null for None. */
  readonly default?: unknown;
  readonly enum_values?: readonly string[];
  readonly range?: {
    readonly min?: number;
    readonly max?: number;
    /** The bound itself is refused. */
    readonly exclusive_min?: true;
    readonly exclusive_max?: true;
  };
}

export interface DumpFunction {
  readonly name: string;
  readonly category: string;
  readonly description: string;
  /** Arguments must be named. */
  readonly keyword_only: boolean;
  readonly params: readonly DumpParam[];
  readonly returns: string;
  readonly example?: string;
}

export interface Dump {
  readonly stdlib_version: string;
  readonly coordinate_system: Readonly<Record<string, string>>;
  /** By category, then by name. */
  readonly functions: readonly DumpFunction[];
  readonly lint_rules: readonly never[];
}

const TYPES: Readonly<Record<ParamType, string>> = {
  num: 'float',
  'num?': 'float',
  int: 'int',
  int64: 'int',
  'int~': 'int',
  str: 'str',
  'str~': 'str',
  bool: 'bool',
  any: 'typing.Any',
  'any?': 'typing.Any',
  'list<num>': 'list[float]',
  'list<int>': 'list[int]',
  'list<str>': 'list[str]',
  'list<any>': 'list[typing.Any]',
};

/** All functions with their parameters, defaults, choices and ranges. */
export function dumpLibrary(): Dump {
  const functions = LIBRARY.map(
    ({ name, category, description, keywordOnly, params, returns, example }): DumpFunction => ({
      name,
      category,
      description,
      keyword_only: keywordOnly,
      params: params.map(dumpParam),
      returns,
      ...(example !== undefined && { example }),
    }),
  );
  return {
    stdlib_version: STDLIB_VERSION,
    coordinate_system: {
      handedness: 'right',
      up: '+Z',
      forward: '+Y',
      right: '+X',
      units: 'meters',
      rotation_order: 'XYZ',
      rotation_units: 'degrees',
    },
    functions: functions.sort((a, b) => compare(a.category, b.category) || compare(a.name, b.name)),
    lint_rules: [],
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function dumpParam({ name, type, required, check, default: fallback }: Param & { readonly name: string }): DumpParam {
  const { min, max, exclusiveMin, exclusiveMax } = check?.range ?? {};
  return {
    name,
    type: TYPES[type],
    required,
    ...(!required && { default: fallback }),
    ...(check?.choices && { enum_values: check.choices }),
    ...(check?.range && {
      range: {
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        ...(exclusiveMin && { exclusive_min: exclusiveMin }),
        ...(exclusiveMax && { exclusive_max: exclusiveMax }),
      },
    }),
  };
}

/** `oscillator(frequency: float, waveform: str = "sine", ...)`. */
export function signature({ name, params, keyword_only }: DumpFunction): string {
  const list = params.map((param) => {
    return `${param.name}: ${param.type}${param.required ? '' : ` = ${written(param.default)}`}`;
  });
  return `${name}(${[...(keyword_only ? ['*'] : []), ...list].join(', ')})`;
}

/** A default as scripts write it. */
export function written(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}

/** Functions that have a word in their name, category, description or choices; names that begin with it come first. */
export function searchLibrary(word: string): readonly DumpFunction[] {
  const wanted = word.toLowerCase();
  const rank = ({ name, category, description, params }: DumpFunction): number => {
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    const texts = [category, description, ...params.flatMap((param) => [param.name, ...(param.enum_values ?? [])])];
    return texts.some((text) => text.toLowerCase().includes(wanted)) ? 2 : 3;
  };
  return dumpLibrary()
    .functions.filter((each) => rank(each) < 3)
    .sort((a, b) => rank(a) - rank(b));
}
