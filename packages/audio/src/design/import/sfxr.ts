import { type DesignResult, designIssue } from '../result.ts';
import { type ImportOptions, importedSound, Remarks } from './found-sound.ts';
import { readSfxr } from './sfxr-read.ts';
import { sfxrSound } from './sfxr-sound.ts';

/**
 * A spec from a preset of sfxr or jsfxr: the bytes of an `.sfs` file (versions 100 to 102), the JSON of jsfxr, or its
 * text in base 58, alone or in a link.
 *
 * Bad input gives issues: DESIGN_001 when it cannot be read, DESIGN_002 for a parameter that is invalid. What `audio_v1`
 * cannot do is told as warnings (DESIGN_W001) whose path is the parameter's name; docs/sound-design.md lists them.
 * Throws `RangeError` for a seed out of range.
 */
export function importSfxr(input: string | Uint8Array, options: ImportOptions = {}): DesignResult {
  const read = readSfxr(input);
  if (!read.ok) return read;
  const remarks = new Remarks();
  const params = sfxrSound(read.preset, remarks);
  if (params === undefined) {
    const message = 'attack, sustain and decay are all 0: the preset has no sound';
    return { ok: false, issues: [designIssue('DESIGN_002', 'p_env_decay', message)] };
  }
  return importedSound('sfxr', params, [...read.warnings, ...remarks.warnings], options);
}
