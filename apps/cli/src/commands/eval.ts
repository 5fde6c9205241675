import type { LoadedDocument } from '@speccade/pipeline';
import { formatJson, hashableDocument, type Issue } from '@speccade/spec';
import { text } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { loadSpec } from '../load-spec.ts';
import { printIssues, printJson, printPrints } from '../print.ts';
import { resolveProfile } from '../profile.ts';
import { readSpec } from '../read-spec.ts';
import { BUDGET_OPTION, SOURCE_OPTIONS, SPEC_OPTION, sourceArguments, specArgument } from '../spec-options.ts';

export const evalCommand: Command = {
  usage: {
    name: 'eval',
    summary: 'Print a spec as the JSON value it stands for.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: {
      spec: SPEC_OPTION,
      pretty: { type: 'boolean', short: 'p', description: 'indent by two spaces' },
      budget: BUDGET_OPTION,
      ...SOURCE_OPTIONS,
    },
    examples: [['speccade eval laser.json --pretty', 'the document, optional members that are null left out']],
  },
  async run(args, io) {
    const profile = resolveProfile(text(args, 'budget'), io.cwd);
    const read = readSpec(specArgument(args), io.cwd, profile.general.max_spec_size_bytes);
    const options = { profile, cwd: io.cwd, ...sourceArguments(args, io) };
    const loaded = read.ok ? await loadSpec(read, options) : undefined;
    const errors: readonly Issue[] = !read.ok ? [read.issue] : loaded?.ok === false ? loaded.issues : [];
    const json = args.values.json === true;
    const prints = loaded?.prints ?? [];
    if (!json) printPrints(prints, io);
    const printed = prints.length > 0 && { prints };
    if (!loaded?.ok) {
      if (json) printJson({ success: false, errors: errors.map(issueJson), warnings: [], ...printed }, io);
      else printIssues(errors, io);
      return EXIT.invalid;
    }
    const { document, warnings, sourceHash } = loaded;
    const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
    const value = isObject ? hashableDocument(document as Record<string, unknown>) : document;
    if (json) {
      printJson(
        {
          success: true,
          errors: [],
          warnings: warnings.map(issueJson),
          result: value,
          source_hash: sourceHash,
          ...printed,
        },
        io,
      );
    } else {
      printIssues(warnings, io);
      io.out.write(textOf(loaded, value, args.values.pretty === true));
    }
    return EXIT.ok;
  },
};

/** JSON text. What a script evaluates to keeps its floats: `440.0`. */
function textOf({ source, document, text: json }: LoadedDocument, value: unknown, pretty: boolean): string {
  const overridden = source.kind === 'starlark' && (document as { compat?: unknown }).compat !== undefined;
  if (source.kind === 'json' || overridden) return `${JSON.stringify(value, null, pretty ? 2 : undefined)}\n`;
  return pretty ? formatJson(json) : `${json}\n`;
}
