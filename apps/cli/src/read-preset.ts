import { readFileSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { SpeccadeError } from '@speccade/spec';
import { displayPath } from './read-spec.ts';
import { isSystemError, reasonOf } from './reason.ts';

export interface PresetInput {
  readonly content: string | Uint8Array;
  /** The name of the file without its extension. */
  readonly name?: string;
  /** As it is shown. */
  readonly file?: string;
}

/** Larger files are no presets. */
const MAX_BYTES = 1_000_000;
/** What names of files do not have, and presets do: brackets, a link's `#`, or a hundred letters and digits in a row. */
const PRESET_TEXT = /[[{(#]|^\s*[A-Za-z0-9]{100,}\s*$/;

/** A preset that is given as the path of a file or as its own text. Throws `SpeccadeError` (CLI_001). */
export function readPreset(given: string, cwd: string): PresetInput {
  const path = resolve(cwd, given);
  const file = displayPath(path, cwd);
  const fail = (reason: string): SpeccadeError => {
    const message = `cannot read the preset: ${reason}`;
    return new SpeccadeError('CLI_001', message, [{ code: 'CLI_001', severity: 'error', path: '', message, file }]);
  };
  try {
    const stat = given.includes('\0') ? undefined : statSync(path, { throwIfNoEntry: false });
    if (stat === undefined && PRESET_TEXT.test(given)) return { content: given };
    if (stat === undefined) throw fail('there is no such file, and it is no preset');
    if (!stat.isFile()) throw fail('it is not a file');
    if (stat.size > MAX_BYTES) throw fail(`it has ${stat.size} bytes, more than ${MAX_BYTES}`);
    return { content: readFileSync(path), name: basename(path, extname(path)), file };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENAMETOOLONG' && PRESET_TEXT.test(given)) return { content: given };
    throw fail(reasonOf(error));
  }
}
