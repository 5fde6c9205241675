import { resolve } from 'node:path';
import type { LoadedDocument } from '@speccade/pipeline';
import { type Issue, locateIssues, recipeKindOf, validateDocument } from '@speccade/spec';
import type { ComposeParams } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { ComposeError, dialectFor, expandSong, plainParams } from '@speccade/tracker-xm-it/compose';
import { text, UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT, type Io } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { loadSpec } from '../load-spec.ts';
import { writeFileAtomic } from '../output-files.ts';
import { printIssues, printPrints } from '../print.ts';
import { resolveProfile } from '../profile.ts';
import { displayPath, readSpec } from '../read-spec.ts';
import { BUDGET_OPTION, SOURCE_OPTIONS, SPEC_OPTION, sourceArguments, specArgument } from '../spec-options.ts';

const KIND = 'music.tracker_song_compose_v1';

export const expandCommand: Command = {
  usage: {
    name: 'expand',
    summary: 'Print the plain song that a compose song stands for.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: {
      spec: SPEC_OPTION,
      output: { type: 'string', short: 'o', value: '<file>', description: 'write there, not to standard output' },
      pretty: { type: 'boolean', short: 'p', description: 'indent by two spaces (the default)' },
      compact: { type: 'boolean', description: 'on one line' },
      budget: BUDGET_OPTION,
      ...SOURCE_OPTIONS,
    },
    details: `Prints the parameters of a music.tracker_song_v1 recipe, every pattern written out and every default with it.
Specs of other kinds than ${KIND} are an error.`,
    examples: [
      ['speccade expand theme.json', 'the rows that the programs of the patterns come to'],
      ['speccade expand theme.json -o theme.params.json --compact', 'into a file, on one line'],
    ],
  },
  async run(args, io) {
    const compact = args.values.compact === true;
    if (compact && args.values.pretty === true) throw new UsageError('--compact cannot be used with --pretty');
    const profile = resolveProfile(text(args, 'budget'), io.cwd);
    const read = readSpec(specArgument(args), io.cwd, profile.general.max_spec_size_bytes);
    const options = { profile, cwd: io.cwd, ...sourceArguments(args, io) };
    const loaded = read.ok ? await loadSpec(read, options) : undefined;
    const json = args.values.json === true;
    if (!json) printPrints(loaded?.prints, io);
    const result: Expansion = !read.ok
      ? { errors: [read.issue] }
      : loaded?.ok
        ? await expandDocument(loaded)
        : { errors: loaded?.issues ?? [] };
    const output = text(args, 'output');
    const value = result.expanded;
    if (value !== undefined && output !== undefined) {
      writeFileAtomic(resolve(io.cwd, output), layOut(value, compact));
    }
    const source = loaded && {
      source_hash: loaded.sourceHash,
      ...(loaded.ok && { source_kind: loaded.source.kind }),
    };
    if (json) printResult(result, source ?? {}, compact, io);
    else if (value === undefined) printIssues(result.errors, io);
    else if (output === undefined) io.out.write(`${layOut(value, compact)}\n`);
    else io.out.write(`${displayPath(resolve(io.cwd, output), io.cwd)}\n`);
    return value === undefined ? EXIT.invalid : EXIT.ok;
  },
};

interface Expansion {
  readonly errors: readonly Issue[];
  readonly expanded?: Record<string, unknown>;
}

/** The expansion of a document whose parameters parse, whatever else may be wrong with it. */
async function expandDocument({ document, source, text: json }: LoadedDocument): Promise<Expansion> {
  const inFile = (issues: readonly Issue[]): Issue[] => {
    const located = source.kind === 'json' ? locateIssues(issues, json) : issues;
    return located.map((issue) => ({ ...issue, file: source.path }));
  };
  const kind = recipeKindOf(document);
  if (kind !== undefined && kind !== KIND) return { errors: inFile([otherKind(kind)]) };
  const { recipe, errors } = await validateDocument(document);
  if (recipe === undefined) return { errors: inFile(errors.length > 0 ? errors : [otherKind('none')]) };
  const { seed, compat } = document as { seed?: unknown; compat?: unknown };
  const dialect = dialectFor(typeof compat === 'string' ? compat : undefined);
  const seed32 = typeof seed === 'number' && seed >>> 0 === seed ? seed : 0;
  try {
    return { errors: [], expanded: plainParams(expandSong(recipe.params as ComposeParams, { seed: seed32, dialect })) };
  } catch (error) {
    if (!(error instanceof ComposeError)) throw error;
    return { errors: inFile(error.issues) };
  }
}

function otherKind(kind: string): Issue {
  return {
    code: 'E016',
    severity: 'error',
    path: 'recipe.kind',
    message: 'only compose songs can be expanded',
    expected: KIND,
    found: kind,
  };
}

function layOut(value: unknown, compact: boolean): string {
  return JSON.stringify(value, null, compact ? undefined : 2);
}

/** The one JSON document of `--json`, every object's keys sorted. */
function printResult({ errors, expanded }: Expansion, source: object, compact: boolean, io: Io): void {
  const result = {
    success: expanded !== undefined,
    errors: errors.map(issueJson),
    warnings: [],
    ...(expanded && { expanded }),
    ...source,
  };
  io.out.write(`${layOut(sortedKeys(result), compact)}\n`);
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sortedKeys(member)]));
}
