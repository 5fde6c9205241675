import { readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { readWav, type Wav } from '@speccade/audio/analysis';
import { blake3Hex, SpeccadeError } from '@speccade/spec';
import { displayPath } from './read-spec.ts';
import { isSystemError, reasonOf } from './reason.ts';

export interface Sound {
  /** As it is shown. */
  readonly path: string;
  /** BLAKE3 of the file. */
  readonly hash: string;
  readonly wav: Wav;
}

/** Larger ones cannot be read in one piece. */
const MAX_BYTES = 2147483647;

/** Whether a file of this name is taken for a WAV file. */
export function isSoundName(name: string): boolean {
  return ['.wav', '.wave'].includes(extname(name).toLowerCase());
}

/** Reads a WAV file. Throws `SpeccadeError`: CLI_001 unreadable, CLI_011 another type, CLI_012 no proper WAV file. */
export function readSound(given: string, cwd: string): Sound {
  const file = resolve(cwd, given);
  const path = displayPath(file, cwd);
  const fail = (code: string, message: string): SpeccadeError =>
    new SpeccadeError(code, message, [{ code, severity: 'error', path: '', message, file: path }]);
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw fail('CLI_001', 'cannot read the sound: it is not a file');
    if (!isSoundName(file)) {
      throw fail('CLI_011', `only WAV files (.wav) are supported, found ${JSON.stringify(extname(file))}`);
    }
    if (stat.size > MAX_BYTES) throw fail('CLI_012', `the file has ${stat.size} bytes, more than ${MAX_BYTES}`);
    const bytes = readFileSync(file);
    return { path, hash: blake3Hex(bytes), wav: readWav(bytes) };
  } catch (error) {
    if (isSystemError(error)) throw fail('CLI_001', `cannot read the sound: ${reasonOf(error)}`);
    // What the reader throws knows no file.
    if (error instanceof SpeccadeError && error.issues.length === 0) throw fail(error.code, error.message);
    throw error;
  }
}
