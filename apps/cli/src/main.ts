/** Finds the command, runs it, and turns what it throws into words and exit codes. Nothing else prints or exits. */
import { nearest, SpeccadeError } from '@speccade/spec';
import { helpText, parseArguments, UsageError } from './args.ts';
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
      io.err.write(`${paint('red', 'error')}: ${error.message}\n`);
      io.err.write(
        `Usage: speccade ${command.usage.name}${command.usage.positionals ? ` ${command.usage.positionals}` : ''} [options]\n`,
      );
      io.err.write(`Run "speccade ${command.usage.name} --help" for its options.\n`);
      return EXIT.failed;
    }
    if (error instanceof SpeccadeError) {
      const { code, message } = error;
      const issues = error.issues.length > 0 ? error.issues : [{ code, severity: 'error' as const, path: '', message }];
      if (json) {
        const errors = issues.map(({ severity: _, column, ...rest }) => ({
          ...rest,
          ...(column !== undefined && { col: column }),
        }));
        printJson({ success: false, errors, warnings: [] }, io);
      } else printIssues(issues, io);
      return code === 'CACHE_FROZEN_MISS' ? EXIT.frozenMiss : EXIT.invalid;
    }
    throw error;
  }
}

function unknownCommand(name: string, isGroup: boolean, argv: readonly string[], io: Io): number {
  const wantsHelp = argv.includes('--help') || argv.includes('-h');
  if (isGroup && (name === argv[0] || wantsHelp)) {
    (wantsHelp ? io.out : io.err).write(overview(argv[0]));
    return wantsHelp ? EXIT.ok : EXIT.failed;
  }
  const near = nearest(name, Object.keys(COMMANDS));
  const paint = painter(io.err, io.env);
  io.err.write(
    `${paint('red', 'error')}: unknown command ${JSON.stringify(name)}${near ? `; did you mean "${near}"?` : ''}\n`,
  );
  io.err.write('Run "speccade --help" for the list of commands.\n');
  return EXIT.failed;
}
