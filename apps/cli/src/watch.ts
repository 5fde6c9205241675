import { type FSWatcher, watch as watchFolder } from 'node:fs';
import { EXIT, type Io } from './io.ts';
import { isScriptName } from './read-spec.ts';

const DEBOUNCE_MS = 100;

/**
 * Runs once, then again after every change, until Ctrl-C. `watch` starts watching and returns how to stop; changes that
 * come in quick succession, or while a run is going on, are one.
 */
export async function watchLoop(
  io: Io,
  run: () => Promise<number>,
  watch: (changed: () => void) => () => void,
): Promise<number> {
  io.catchInterrupts();
  let wake: () => void = () => {};
  let pending = false;
  let timer: NodeJS.Timeout | undefined;
  const stop = watch(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      pending = true;
      wake();
    }, DEBOUNCE_MS);
  });
  io.signal.addEventListener('abort', () => wake());
  try {
    while (!io.signal.aborted) {
      pending = false;
      await run();
      if (!io.signal.aborted) io.err.write('Watching for changes; Ctrl-C ends.\n');
      if (!pending && !io.signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    clearTimeout(timer);
    stop();
  }
  return EXIT.interrupted;
}

/** Watches the folder that scripts load modules from, if there is one. */
export function watchModules(loadRoot: string | undefined, changed: () => void): FSWatcher | undefined {
  if (loadRoot === undefined) return undefined;
  return watchFolder(loadRoot, { recursive: true }, (_event, name) => {
    if (name === null || isScriptName(name)) changed();
  });
}
