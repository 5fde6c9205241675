/** What the readers of presets share: a finished document with what could not be taken over. */
import type { Issue, JsonObject } from '@speccade/spec';
import { newSound } from '../document.ts';
import { type DesignResult, designIssue } from '../result.ts';
import { checkSeed } from '../seed.ts';

export interface ImportOptions {
  /** Default `sfxr-import` or `zzfx-import`. */
  readonly assetId?: string | undefined;
  /** Unsigned 32-bit; decides the noise. Default 0. */
  readonly seed?: number | undefined;
}

/** Collects what has no equivalent, by the name of the parameter. */
export class Remarks {
  readonly warnings: Issue[] = [];

  lost(path: string, message: string): void {
    this.warnings.push(designIssue('DESIGN_W001', path, message));
  }
}

/** The document of a preset that was understood. */
export function importedSound(
  tool: 'sfxr' | 'zzfx',
  params: JsonObject,
  warnings: readonly Issue[],
  { assetId = `${tool}-import`, seed = 0 }: ImportOptions,
): DesignResult {
  checkSeed(seed);
  const description = `Imported from ${tool === 'sfxr' ? 'an sfxr' : 'a ZzFX'} preset.`;
  return { ok: true, spec: newSound({ assetId, description, params, seed, styleTags: [tool] }), warnings };
}
