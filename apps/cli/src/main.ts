/** Finds the command, runs it, and turns what it throws into words and exit codes. Nothing else prints or exits. */
import type { Issue } from '@speccade/spec';
import { helpText, parseArguments, type UnknownWord, UsageError } from './args.ts';
import type { Command } from './command.ts';
import { ALIASES, COMMANDS, GROUPS, overview } from './commands.ts';
import { EXIT, type Io, painter } from './io.ts';
import { printIssues, printJson } from './print.ts';
import { isSystemError, reasonOf } from './reason.ts';
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
  const typed = isGroup && second !== undefined && !second.startsWith('-') ? `${first} ${second}` : first;
  const name = Object.hasOwn(ALIASES, typed) ? ALIASES[typed]! : typed;
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
    const issues = await issuesOf(error);
    if (json) {
      const errors = issues.map(({ severity: _, column, ...rest }) => ({
        ...rest,
        ...(column !== undefined && { col: column }),
      }));
      printJson({ success: false, errors, warnings: [] }, io);
    }
    if (error instanceof UsageError) {
      const paint = painter(io.err, io.env);
      const [{ message, suggestion = '' }] = issues as [Issue];
      io.err.write(`${paint('red', 'error')}: ${message}${suggestion && `; ${suggestion}`}\n`);
      const positionals = command.usage.positionals ? ` ${command.usage.positionals}` : '';
      io.err.write(`Usage: speccade ${command.usage.name}${positionals} [options]\n`);
      io.err.write(`Run "speccade ${command.usage.name} --help" for its options.\n`);
      return EXIT.failed;
    }
    if (issues.some(({ code }) => code === 'CLI_099')) throw error;
    if (!json) printIssues(issues, io);
    return EXIT_OF_CODE[issues[0]!.code] ?? EXIT.invalid;
  }
}

/** Exit codes of errors that end a command; of all others it is that of an invalid spec. */
const EXIT_OF_CODE: Readonly<Record<string, number>> = {
  CACHE_FROZEN_MISS: EXIT.frozenMiss,
  CLI_017: EXIT.failed,
  CLI_019: EXIT.failed,
};

/**
 * What an error comes to as issues: those of one that was thrown on purpose, words for what the system answered, and
 * CLI_099 for a bug. The first are told by their members, so that the start of every command need not load the package
 * that their class is from.
 */
async function issuesOf(error: unknown): Promise<readonly Issue[]> {
  const issue = (code: string, message: string, suggestion?: string): Issue[] => [
    { code, severity: 'error', path: '', message, ...(suggestion && { suggestion }) },
  ];
  if (error instanceof UsageError) return issue('CLI_011', error.message, await nearest(error.unknown));
  const { code, issues, message } = error as Error & { code?: string; issues?: readonly Issue[] };
  if (code !== undefined && issues) return issues.length > 0 ? issues : issue(code, message);
  if (isSystemError(error)) return issue('CLI_019', `${error.path ?? error.syscall}: ${reasonOf(error)}`);
  return issue('CLI_099', message);
}

async function nearest(unknown: UnknownWord | undefined): Promise<string | undefined> {
  if (!unknown) return undefined;
  const spec = await import('@speccade/spec');
  const near = spec.nearest(unknown.word, unknown.known);
  return near === undefined ? undefined : `did you mean ${unknown.prefix}${near}?`;
}

async function unknownCommand(name: string, isGroup: boolean, argv: readonly string[], io: Io): Promise<number> {
  const wantsHelp = argv.includes('--help') || argv.includes('-h');
  if (isGroup && (name === argv[0] || wantsHelp)) {
    (wantsHelp ? io.out : io.err).write(overview(argv[0]));
    return wantsHelp ? EXIT.ok : EXIT.failed;
  }
  const hint = await nearest({ word: name, known: Object.keys(COMMANDS), prefix: '' });
  const paint = painter(io.err, io.env);
  const message = `unknown command ${JSON.stringify(name)}`;
  if (argv.includes('--json')) {
    const errors = [{ code: 'CLI_011', message, ...(hint && { suggestion: hint }) }];
    printJson({ success: false, errors, warnings: [] }, io);
  }
  io.err.write(`${paint('red', 'error')}: ${message}${hint ? `; ${hint}` : ''}\n`);
  io.err.write('Run "speccade --help" for the list of commands.\n');
  return EXIT.failed;
}
