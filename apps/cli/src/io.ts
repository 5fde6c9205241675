/** The terminal as commands see it. Only `main` connects it to the real one. */

export interface Stream {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Columns of the terminal; 80 when it is none. */
  readonly columns: number;
}

export interface Io {
  readonly out: Stream;
  readonly err: Stream;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C, once {@link catchInterrupts} was called. */
  readonly signal: AbortSignal;
  /**
   * From now on Ctrl-C aborts `signal` and the command ends in its own time. Before that it ends the process at once,
   * which is right as long as nothing is half done.
   */
  catchInterrupts(): void;
}

/** Exit codes of every command; `--help` and the docs list them. */
export const EXIT = {
  ok: 0,
  /** A spec could not be read or is not valid, or a check failed. */
  invalid: 1,
  /** Wrong usage, or the generation failed. */
  failed: 2,
  /** Under `--frozen`: a result was not in the cache. */
  frozenMiss: 3,
  /** Ended by Ctrl-C. */
  interrupted: 130,
} as const;

const SGR = { red: 31, green: 32, yellow: 33, cyan: 36, dim: 2, bold: 1 } as const;

/** Whether a stream is a terminal that understands escape sequences. */
export function isScreen(stream: Stream, env: Io['env']): boolean {
  return stream.isTTY && env.TERM !== 'dumb';
}

export type Style = keyof typeof SGR;
export type Paint = (style: Style, text: string) => string;

/** Colours for a stream: none when it is not a terminal, `NO_COLOR` is set, or the terminal is dumb. */
export function painter(stream: Stream, env: Io['env']): Paint {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  const plain = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  if (plain || !(forced || isScreen(stream, env))) return (_style, text) => text;
  return (style, text) => `\u001b[${SGR[style]}m${text}\u001b[0m`;
}
