import { resolve } from 'node:path';
import { SpeccadeError } from '@speccade/spec';
import type { Io } from '../io.ts';
import { displayPath } from '../read-spec.ts';

/** Why a song cannot be played. */
export function songFailure(path: string, io: Pick<Io, 'cwd'>, reason: string): SpeccadeError {
  const file = displayPath(resolve(io.cwd, path), io.cwd);
  const message = `cannot play the song: ${reason}`;
  return new SpeccadeError('CLI_001', message, [{ code: 'CLI_001', severity: 'error', path: '', message, file }]);
}
