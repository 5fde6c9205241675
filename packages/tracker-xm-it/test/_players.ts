/** Players of other projects, for tests: whether they are on the PATH, and what they make of a module. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
export const openmpt = has('openmpt123');
export const xmp = has('xmp');

/** Hz, of what is rendered. */
export const PLAYER_RATE = 48_000;

/** The left channel of what openmpt123 plays. Throws where it fails. */
export function renderLeft(path: string): Int16Array {
  const format = ['--samplerate', String(PLAYER_RATE), '--channels', '2', '--no-float', '--dither', '0'];
  const { status, stdout, stderr } = spawnSync('openmpt123', ['--render', ...format, '--force', path], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`openmpt123 ends with ${status}: ${stdout}${stderr}`);
  const bytes = readFileSync(`${path}.wav`);
  const start = bytes.indexOf('data') + 8;
  return Int16Array.from({ length: (bytes.length - start) >> 2 }, (_, i) => bytes.readInt16LE(start + 4 * i));
}
