import type { Arguments, Usage } from './args.ts';
import type { Io } from './io.ts';

/** One command: what it takes, and what it does. `run` prints through `io` and returns the exit code. */
export interface Command {
  readonly usage: Usage;
  run(args: Arguments, io: Io): Promise<number> | number;
}
