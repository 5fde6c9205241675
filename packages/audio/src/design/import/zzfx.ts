import { type DesignResult, designIssue } from '../result.ts';
import { type ImportOptions, importedSound, Remarks } from './found-sound.ts';
import { ZZFX_LONGEST } from './zzfx-parameters.ts';
import { readZzfx } from './zzfx-read.ts';
import { zzfxSeconds, zzfxSound } from './zzfx-sound.ts';

/**
 * A spec from a ZzFX preset: an array such as `[,,925,.04,.3,.6,1,.3]` or the call around it, as text or
 * its UTF-8 bytes. Holes are the defaults.
 *
 * Bad input gives issues: DESIGN_001 when it cannot be read, DESIGN_002 for a parameter that is invalid. What `audio_v1`
 * cannot do is told as warnings (DESIGN_W001) whose path is the parameter's name; docs/sound-design.md lists them.
 * Throws `RangeError` for a seed out of range.
 */
export function importZzfx(input: string | Uint8Array, options: ImportOptions = {}): DesignResult {
  const read = readZzfx(typeof input === 'string' ? input : new TextDecoder().decode(input));
  if (!read.ok) return read;
  const seconds = zzfxSeconds(read.preset) + read.preset.delay;
  if (seconds > ZZFX_LONGEST) {
    const more = { expected: `at most ${ZZFX_LONGEST} seconds in all`, found: String(seconds) };
    return { ok: false, issues: [designIssue('DESIGN_002', 'sustain', 'the sound is too long', more)] };
  }
  const remarks = new Remarks();
  const params = zzfxSound(read.preset, read.given, remarks);
  return importedSound('zzfx', params, remarks.warnings, options);
}
