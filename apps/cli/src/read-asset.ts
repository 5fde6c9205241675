/** Finished assets for `analyze` and `compare`: what each type of file is, and how it is read. */
import { readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { readWav, type Wav } from '@speccade/audio/analysis';
import { blake3Hex, SpeccadeError } from '@speccade/spec';
import { type Picture, readPng } from '@speccade/texture/analysis';
import { type Module, readModule } from '@speccade/tracker-xm-it/read';
import { displayPath } from './read-spec.ts';
import { isSystemError, reasonOf } from './reason.ts';

export type AssetContent =
  | { readonly type: 'audio'; readonly wav: Wav }
  | { readonly type: 'texture'; readonly picture: Picture }
  | { readonly type: 'music'; readonly module: Module; readonly bytes: Uint8Array };

export type Asset = AssetContent & {
  /** As it is shown. */
  readonly path: string;
  /** BLAKE3 of the file. */
  readonly hash: string;
};

interface Reader {
  /** Of a file that is damaged. */
  readonly code: string;
  readonly read: (bytes: Uint8Array) => AssetContent;
}

const SOUND: Reader = { code: 'CLI_012', read: (bytes) => ({ type: 'audio', wav: readWav(bytes) }) };
const PICTURE: Reader = { code: 'CLI_013', read: (bytes) => ({ type: 'texture', picture: readPng(bytes) }) };
const MODULE: Reader = { code: 'CLI_014', read: (bytes) => ({ type: 'music', module: readModule(bytes), bytes }) };

const READERS: Readonly<Record<string, Reader>> = {
  '.wav': SOUND,
  '.wave': SOUND,
  '.png': PICTURE,
  '.xm': MODULE,
  '.it': MODULE,
};

/** Larger ones cannot be read in one piece. */
const MAX_BYTES = 2147483647;
/** The player holds modules several times over. */
const MAX_MODULE_BYTES = 64 << 20;

/** Whether a file of this name can be read. */
export function isAssetName(name: string): boolean {
  return Object.hasOwn(READERS, extname(name).toLowerCase());
}

/**
 * Reads an asset. Throws `SpeccadeError`: CLI_001 unreadable, CLI_011 another type, CLI_012 a damaged sound, CLI_013 a
 * damaged picture,
 * CLI_014 a damaged module.
 */
export function readAsset(given: string, cwd: string): Asset {
  const file = resolve(cwd, given);
  const path = displayPath(file, cwd);
  const fail = (code: string, message: string): SpeccadeError =>
    new SpeccadeError(code, message, [{ code, severity: 'error', path: '', message, file: path }]);
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw fail('CLI_001', 'cannot read the file: it is not a file');
    if (!isAssetName(file)) {
      const found = JSON.stringify(extname(file));
      throw fail(
        'CLI_011',
        `only WAV files (.wav), PNG files (.png) and modules (.xm, .it) are supported, found ${found}`,
      );
    }
    const reader = READERS[extname(file).toLowerCase()]!;
    const { code, read } = reader;
    const most = reader === MODULE ? MAX_MODULE_BYTES : MAX_BYTES;
    if (stat.size > most) throw fail(code, `the file has ${stat.size} bytes, more than ${most}`);
    const bytes = readFileSync(file);
    return { path, hash: blake3Hex(bytes), ...read(bytes) };
  } catch (error) {
    if (isSystemError(error)) throw fail('CLI_001', `cannot read the file: ${reasonOf(error)}`);
    // What the readers throw knows no file.
    if (error instanceof SpeccadeError && error.issues.length === 0) throw fail(error.code, error.message);
    throw error;
  }
}
