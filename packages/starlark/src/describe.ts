/** The library in words: what an editor shows beside a function, and the pages of the documentation. */
import { type DumpFunction, type DumpParam, dumpLibrary, signature, written } from './dump.ts';

/** One completion, in the shape of the Language Server Protocol's `CompletionItem`; hover shows `documentation`. */
export interface Completion {
  readonly label: string;
  /** `CompletionItemKind.Function`. */
  readonly kind: 3;
  /** The signature. */
  readonly detail: string;
  readonly documentation: { readonly kind: 'markdown'; readonly value: string };
  /** A snippet with a place for each required argument. */
  readonly insertText: string;
  /** `InsertTextFormat.Snippet`. */
  readonly insertTextFormat: 2;
  readonly data: {
    readonly category: string;
    /** Names of arguments, each with the values to choose from, as they are written. */
    readonly arguments: readonly { readonly name: string; readonly values?: readonly string[] }[];
  };
}

export interface Completions {
  readonly stdlib_version: string;
  readonly items: readonly Completion[];
}

/** Completion and hover of every function, for editors of any grammar. */
export function completions(): Completions {
  const { stdlib_version, functions } = dumpLibrary();
  return { stdlib_version, items: functions.map(completion) };
}

function completion(fn: DumpFunction): Completion {
  return {
    label: fn.name,
    kind: 3,
    detail: signature(fn),
    documentation: { kind: 'markdown', value: describe(fn) },
    insertText: snippet(fn),
    insertTextFormat: 2,
    data: {
      category: fn.category,
      arguments: fn.params.map(({ name, type, enum_values }) => ({
        name,
        ...(enum_values && { values: enum_values.map((value) => JSON.stringify(value)) }),
        ...(type === 'bool' && { values: ['True', 'False'] }),
      })),
    },
  };
}

/** `oscillator(${1:frequency})`; arguments are named where they must be. */
function snippet({ name, params, keyword_only }: DumpFunction): string {
  const required = params.filter((param) => param.required);
  const places = required.map((param, i) => {
    const place = `\${${i + 1}:${param.name}}`;
    const value = param.type === 'str' ? `"${place}"` : param.type.startsWith('list') ? `[${place}]` : place;
    return keyword_only ? `${param.name} = ${value}` : value;
  });
  return `${name}(${places.join(', ')})`;
}

/** What a function does, what it takes and gives, in Markdown. */
export function describe(fn: DumpFunction): string {
  const { description, params, returns, example, keyword_only } = fn;
  const calling = keyword_only ? ['Arguments must be named.'] : [];
  const rows = params.map((param) => `| \`${param.name}\` | ${typeOf(param)} | ${defaultOf(param)} |`);
  const table = rows.length > 0 ? [['| parameter | type | default |', '|---|---|---|', ...rows].join('\n')] : [];
  const shown = example === undefined ? [] : [`\`\`\`python\n${example}\n\`\`\``];
  return [description, ...calling, ...table, `Returns \`${returns}\`.`, ...shown].join('\n\n');
}

function typeOf({ type, enum_values, range }: DumpParam): string {
  const what = `\`${type.replace('typing.Any', 'any')}\``;
  if (enum_values) return `${what}: ${enum_values.map((value) => `\`${value}\``).join(', ')}`;
  if (!range) return what;
  const { min, max, exclusive_min, exclusive_max } = range;
  const low = min === undefined ? '' : exclusive_min ? `above ${min}` : `from ${min}`;
  const high =
    max === undefined ? '' : exclusive_max ? `below ${max}` : max < 0 && low === '' ? `up to ${max}` : `to ${max}`;
  return `${what}, ${[low, high].filter(Boolean).join(' ')}`;
}

function defaultOf({ required, default: value }: DumpParam): string {
  return required ? 'required' : `\`${written(value)}\``;
}

/** A page of the documentation: the functions of one area. */
export interface LibraryPage {
  /** Such as `audio`. */
  readonly area: string;
  readonly text: string;
}

/** The pages of all areas, each with its functions by category and name. */
export function libraryPages(): readonly LibraryPage[] {
  const { functions, stdlib_version } = dumpLibrary();
  const areas = grouped(functions, ({ category }) => category.split('.')[0]!);
  return [...areas].map(([area, members]) => ({ area, text: pageOf(area, members, stdlib_version) }));
}

function pageOf(area: string, functions: readonly DumpFunction[], version: string): string {
  const parts = [
    `# Starlark library: ${area}`,
    `Generated from the library, version ${version}. [How scripts work](../starlark.md).`,
  ];
  for (const [category, members] of grouped(functions, ({ category }) => category)) {
    parts.push(`## ${category}`);
    for (const fn of members) parts.push(`### ${fn.name}`, `\`\`\`text\n${signature(fn)}\n\`\`\``, describe(fn));
  }
  return `${parts.join('\n\n')}\n`;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
