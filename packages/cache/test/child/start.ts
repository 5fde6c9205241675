import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Compiled sources, written by the first child that ends by itself: later ones start in 0.1 s instead of 0.3 s. */
const COMPILED = join(tmpdir(), 'speccade-cache-test-compiled');

/** Starts a script of this folder under this Node, running the sources as they are. */
export function startChild(script: string, args: readonly string[], stdin: 'ignore' | 'pipe' = 'ignore'): ChildProcess {
  const register = new URL('./register.ts', import.meta.url).href;
  const path = fileURLToPath(new URL(script, import.meta.url));
  return spawn(process.execPath, ['--no-warnings', '--import', register, path, ...args], {
    stdio: [stdin, 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
  });
}

/** The first output of a child. */
export function firstOutput(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout!.once('data', (data: Buffer) => resolve(data.toString()));
    child.once('exit', () => reject(new Error('ended without a word')));
  });
}

/** All output of a child, when it has ended. */
export function allOutput(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout!.on('data', (data: Buffer) => (text += data.toString()));
  return new Promise((resolve) => child.once('close', () => resolve(text)));
}
