/** Finds the command, runs it, and turns what it throws into words and exit codes. Nothing else prints or exits. */
import type { Issue } from '@speccade/spec';
import { helpText, parseArguments, type UnknownWord, UsageError } from './args.ts';
import type { Command } from './command.ts';
import { COMMANDS, GROUPS, overview } from './commands.ts';
import { EXIT, type Io, painter } from './io.ts';
import { printIssues, printJson } from './print.ts';
import { VERSION } from './version.ts';

/** Runs `speccade` with the arguments after the program's name. Returns the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [first, second] = argv;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const topic = first === 'help' ? argv.slice(1).join(' ') : '';
    if (topic !== '') return main([...topic.split(' '), '--help'], io);
    io.out.write(overview());
    return first === undefined ? EXIT.failed : EXIT.ok;
  }
  if (first === '--version' || first === '-V' || first === 'version') {
    io.out.write(`${VERSION}\n`);
    return EXIT.ok;
  }
  const isGroup = GROUPS.includes(first);
  const name = isGroup && second !== undefined && !second.startsWith('-') ? `${first} ${second}` : first;
  const loader = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!loader) return unknownCommand(name, isGroup, argv, io);
  const command = await loader.load();
  return runCommand(command, argv.slice(name.split(' ').length), io);
}

async function runCommand(command: Command, argv: readonly string[], io: Io): Promise<number> {
  const json = argv.includes('--json');
  const end = argv.indexOf('--');
  const flags = end < 0 ? argv : argv.slice(0, end);
  if (flags.includes('--help') || flags.includes('-h')) {
    io.out.write(helpText(command.usage));
    return EXIT.ok;
  }
  try {
    return await command.run(parseArguments(command.usage, argv), io);
  } catch (error) {
    if (io.signal.aborted) return EXIT.interrupted;
    const paint = painter(io.err, io.env);
    if (error instanceof UsageError) {
      io.err.write(`${paint('red', 'error')}: ${error.message}${await suggestion(error.unknown)}\n`);
      const positionals = command.usage.positionals ? ` ${command.usage.positionals}` : '';
      io.err.write(`Usage: speccade ${command.usage.name}${positionals} [options]\n`);
      io.err.write(`Run "speccade ${command.usage.name} --help" for its options.\n`);
      return EXIT.failed;
    }
    const issues = issuesOf(error);
    if (issues) {
      if (json) {
        const errors = issues.map(({ severity: _, column, ...rest }) => ({
          ...rest,
          ...(column !== undefined && { col: column }),
        }));
        printJson({ success: false, errors, warnings: [] }, io);
      } else printIssues(issues, io);
      return issues[0]!.code === 'CACHE_FROZEN_MISS' ? EXIT.frozenMiss : EXIT.invalid;
    }
    throw error;
  }
}

/**
 * The issues of an error that was thrown on purpose (a `SpeccadeError`), or `undefined`. Told by its members, so that
 * the start of every command need not load the package that the class is from.
 */
function issuesOf(error: unknown): readonly Issue[] | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('issues' in error)) return undefined;
  const { code, issues, message } = error as Error & { code: string; issues: readonly Issue[] };
  return issues.length > 0 ? issues : [{ code, severity: 'error', path: '', message }];
}

async function suggestion(unknown: UnknownWord | undefined): Promise<string> {
  if (!unknown) return '';
  const { nearest } = await import('@speccade/spec');
  const near = nearest(unknown.word, unknown.known);
  return near === undefined ? '' : `; did you mean ${unknown.prefix}${near}?`;
}

async function unknownCommand(name: string, isGroup: boolean, argv: readonly string[], io: Io): Promise<number> {
  const wantsHelp = argv.includes('--help') || argv.includes('-h');
  if (isGroup && (name === argv[0] || wantsHelp)) {
    (wantsHelp ? io.out : io.err).write(overview(argv[0]));
    return wantsHelp ? EXIT.ok : EXIT.failed;
  }
  const hint = await suggestion({ word: name, known: Object.keys(COMMANDS), prefix: '' });
  const paint = painter(io.err, io.env);
  io.err.write(`${paint('red', 'error')}: unknown command ${JSON.stringify(name)}${hint}\n`);
  io.err.write('Run "speccade --help" for the list of commands.\n');
  return EXIT.failed;
}
