/** Files beside the spec: the backend has none of its own and is handed a way to read them. */
import type { PathStep } from '@speccade/spec';
import { type MusicCode, problem } from '../problem.ts';

/** Bytes of a file by its path relative to the folder of the spec; `undefined` where there is none to be read. */
export type ReadFile = (path: string) => Uint8Array | undefined;

export function readExternal(
  file: string,
  readFile: ReadFile | undefined,
  code: MusicCode,
  path: readonly PathStep[],
): Uint8Array {
  const bytes = readFile?.(file);
  if (bytes !== undefined) return bytes;
  const why = readFile === undefined ? 'files cannot be read here' : 'the file is not there, or outside of the project';
  throw problem(code, path, why, { expected: 'a file in the folder of the spec', found: JSON.stringify(file) });
}
