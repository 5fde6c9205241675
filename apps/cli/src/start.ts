/** Connects `main` to the process: streams, Ctrl-C, exit code. */
import { EXIT, type Io, type Stream } from './io.ts';
import { main } from './main.ts';
import { reasonOf } from './reason.ts';

/** A stream that goes silent when nobody reads it any more (`| head`), and remembers why it could not be written. */
class OutputStream implements Stream {
  failure: NodeJS.ErrnoException | undefined;
  private readonly target: NodeJS.WriteStream;

  constructor(target: NodeJS.WriteStream) {
    this.target = target;
    target.on('error', (error) => (this.failure ??= error));
  }

  write(text: string): void {
    if (!this.failure) this.target.write(text);
  }

  get isTTY(): boolean {
    return this.target.isTTY === true;
  }

  get columns(): number {
    return this.target.columns ?? 80;
  }
}

/** Runs the command line of this process. The exit code is the command's own, also when nobody reads the output. */
export async function start(): Promise<void> {
  const interrupt = new AbortController();
  const [out, err] = [new OutputStream(process.stdout), new OutputStream(process.stderr)];
  let catching = false;
  const io: Io = {
    out,
    err,
    cwd: process.cwd(),
    env: process.env,
    signal: interrupt.signal,
    catchInterrupts() {
      if (catching) return;
      catching = true;
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.on(signal, () => {
          // The second time the user means it.
          if (interrupt.signal.aborted) process.exit(EXIT.interrupted);
          interrupt.abort(new Error('interrupted'));
        });
      }
    },
  };
  try {
    process.exitCode = await main(process.argv.slice(2), io);
  } catch (error) {
    if (interrupt.signal.aborted) process.exitCode = EXIT.interrupted;
    else {
      const detail = process.env.SPECCADE_DEBUG ? (error as Error).stack : (error as Error).message;
      err.write(`error: ${detail}\nThis is a bug in speccade; please report it with the spec and the command.\n`);
      process.exitCode = EXIT.failed;
    }
  }
  // A stream tells of a failed write in a later turn.
  await new Promise((resolve) => setImmediate(resolve));
  if (out.failure && out.failure.code !== 'EPIPE') {
    err.write(`error: cannot write to standard output: ${reasonOf(out.failure)}\n`);
    process.exitCode ||= EXIT.failed;
  }
}
