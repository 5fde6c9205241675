/** Arguments, declared as data: parsing, checking and `--help` come from the same table. */
import { parseArgs } from 'node:util';

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** How the value is named in help, such as `<dir>`. */
  readonly value?: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly multiple?: boolean;
  /** Another name of the same option. */
  readonly alias?: string;
}

export interface Usage {
  /** Words after `speccade`, such as `cache gc`. */
  readonly name: string;
  readonly summary: string;
  /** Positional arguments as help shows them, such as `[SPEC]`. */
  readonly positionals?: string;
  /** At most this many positional arguments; default 0. */
  readonly maxPositionals?: number;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Paragraphs for `--help`. */
  readonly details?: string;
  readonly examples?: readonly (readonly [command: string, explanation: string])[];
}

export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly positionals: readonly string[];
}

/** A word that is none of the known ones; whoever prints the error may suggest the nearest. */
export interface UnknownWord {
  readonly word: string;
  readonly known: readonly string[];
  /** Stands before the suggested word, such as `--`. */
  readonly prefix: string;
}

/** Wrong usage: printed with the command's usage line, exit code 2. */
export class UsageError extends Error {
  readonly unknown: UnknownWord | undefined;
  constructor(message: string, unknown?: UnknownWord) {
    super(message);
    this.unknown = unknown;
  }
}

const COMMON: Readonly<Record<string, OptionSpec>> = {
  json: { type: 'boolean', description: 'print one JSON document on standard output' },
  help: { type: 'boolean', short: 'h', description: 'show this help' },
};

/** Parses the arguments of one command. Throws {@link UsageError}. */
export function parseArguments(usage: Usage, args: readonly string[]): Arguments {
  const specs = { ...usage.options, ...COMMON };
  const options: Record<string, { type: 'string' | 'boolean'; short?: string; multiple?: boolean }> = {};
  for (const [name, { type, short, multiple, alias }] of Object.entries(specs)) {
    options[name] = { type, ...(short && { short }), ...(multiple && { multiple }) };
    if (alias) options[alias] = { type };
  }
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option') checkOption(token.name, token.rawName, token.value, options);
  }
  const max = usage.maxPositionals ?? 0;
  if (positionals.length > max) throw new UsageError(`unexpected argument ${JSON.stringify(positionals[max])}`);
  const merged: Record<string, string | boolean | readonly string[] | undefined> = { ...values } as never;
  for (const [name, { alias, choices }] of Object.entries(specs)) {
    if (alias && merged[alias] !== undefined) {
      if (merged[name] !== undefined) throw new UsageError(`--${name} and --${alias} are the same option; give one`);
      merged[name] = merged[alias];
    }
    if (choices && merged[name] !== undefined) checkChoice(name, String(merged[name]), choices);
  }
  return { values: merged, positionals };
}

function checkOption(
  name: string,
  rawName: string,
  value: string | undefined,
  options: Readonly<Record<string, { type: 'string' | 'boolean' }>>,
): void {
  const option = options[name];
  if (!option) {
    throw new UsageError(`unknown option ${rawName}`, { word: name, known: Object.keys(options), prefix: '--' });
  }
  if (option.type === 'string' && (value === undefined || value === ''))
    throw new UsageError(`${rawName} needs a value`);
  if (option.type === 'boolean' && value !== undefined) throw new UsageError(`${rawName} takes no value`);
}

function checkChoice(name: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return;
  const message = `--${name} must be one of ${choices.join(', ')}, found ${JSON.stringify(value)}`;
  throw new UsageError(message, { word: value, known: choices, prefix: '' });
}

/** A whole number of at least `minimum`. */
export function wholeNumber(args: Arguments, name: string, minimum: number): number | undefined {
  const text = args.values[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(String(text)) || value < minimum || !Number.isSafeInteger(value)) {
    throw new UsageError(`--${name} must be a whole number of at least ${minimum}, found ${JSON.stringify(text)}`);
  }
  return value;
}

/** A finite number above 0. */
export function positiveNumber(args: Arguments, name: string): number | undefined {
  const text = args.values[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) {
    throw new UsageError(`--${name} must be a number above 0, found ${JSON.stringify(text)}`);
  }
  return value;
}

/** A number from `low` to `high`. */
export function numberWithin(args: Arguments, name: string, low: number, high: number): number | undefined {
  const text = args.values[name];
  if (text === undefined) return undefined;
  const value = String(text).trim() === '' ? Number.NaN : Number(text);
  if (!(value >= low && value <= high)) {
    throw new UsageError(`--${name} must be a number from ${low} to ${high}, found ${JSON.stringify(text)}`);
  }
  return value;
}

/** The text of a string option. */
export function text(args: Arguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The help page of one command. */
export function helpText(usage: Usage): string {
  const rows = Object.entries({ ...usage.options, ...COMMON }).map(([name, option]) => {
    const short = option.short ? `-${option.short}, ` : '    ';
    const alias = option.alias ? ` (also --${option.alias})` : '';
    const choices = option.choices ? ` [${option.choices.join('|')}]` : '';
    const value = option.value ? ` ${option.value}` : '';
    return [`  ${short}--${name}${value}`, `${option.description}${choices}${alias}`] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  const positionals = usage.positionals ? ` ${usage.positionals}` : '';
  const parts = [
    `${usage.summary}\n\nUsage: speccade ${usage.name}${positionals} [options]`,
    ...(usage.details ? [usage.details] : []),
    `Options:\n${rows.map(([left, right]) => left.padEnd(width) + right).join('\n')}`,
  ];
  if (usage.examples) {
    parts.push(`Examples:\n${usage.examples.map(([command, why]) => `  ${command}\n      ${why}`).join('\n')}`);
  }
  return `${parts.join('\n\n')}\n`;
}
