/** Connects `main` to the process: streams, Ctrl-C, exit code. */
import { EXIT, type Io, type Stream } from './io.ts';
import { main } from './main.ts';

function stream(target: NodeJS.WriteStream): Stream {
  return {
    write: (text) => void target.write(text),
    isTTY: target.isTTY === true,
    columns: target.columns ?? 80,
  };
}

/** Runs the command line of this process. */
export async function start(): Promise<void> {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // The second time the user means it.
      if (interrupt.signal.aborted) process.exit(EXIT.interrupted);
      interrupt.abort(new Error('interrupted'));
    });
  }
  // A closed pipe (`| head`) is no failure of ours.
  for (const out of [process.stdout, process.stderr]) {
    out.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(EXIT.ok);
      throw error;
    });
  }
  const io: Io = {
    out: stream(process.stdout),
    err: stream(process.stderr),
    cwd: process.cwd(),
    env: process.env,
    signal: interrupt.signal,
  };
  try {
    process.exitCode = await main(process.argv.slice(2), io);
  } catch (error) {
    if (interrupt.signal.aborted) process.exitCode = EXIT.interrupted;
    else {
      const detail = process.env.SPECCADE_DEBUG ? (error as Error).stack : (error as Error).message;
      process.stderr.write(
        `error: ${detail}\nThis is a bug in speccade; please report it with the spec and the command.\n`,
      );
      process.exitCode = EXIT.invalid;
    }
  }
}
