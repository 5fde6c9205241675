/** From the text of a ZzFX call, or an array, to its parameters. */
import { describe, type Issue } from '@speccade/spec';
import { designIssue } from '../result.ts';
import {
  ZZFX_DEFAULTS,
  ZZFX_LARGEST,
  ZZFX_NAMES,
  ZZFX_POSITIVE,
  type ZzfxName,
  type ZzfxPreset,
} from './zzfx-parameters.ts';

export type ZzfxRead =
  | { readonly ok: true; readonly preset: ZzfxPreset; readonly given: ReadonlySet<ZzfxName> }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Longer texts are no presets. */
const LONGEST_TEXT = 10_000;
/** A number as JavaScript writes it: `.5`, `-3`, `1e3`, `5.`. */
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const CALL = /^(?:zzfxP?\s*\(\s*(?:\.\.\.)?)?\s*\[([^[\]]*)\]\s*\)?\s*;?$|^zzfx\s*\(([^()[\]]*)\)\s*;?$/;

/** Reads `[1,.05,220]`, `zzfx(...[,,925,.04])` or `zzfx(1,.05,220)`; a hole, `null` or `undefined` is the default. */
export function readZzfx(text: string): ZzfxRead {
  if (text.length > LONGEST_TEXT) return unreadable(`the preset is longer than ${LONGEST_TEXT} characters`);
  const match = CALL.exec(text.replaceAll(COMMENT, '').trim());
  if (!match) return unreadable('this is no ZzFX preset', 'an array of numbers, or zzfx(...[,,925,.04,.3,.6])');
  const inside = (match[1] ?? match[2])!;
  const items = inside.trim() === '' ? [] : inside.split(',').map((item) => item.trim());
  if (items.at(-1) === '') items.pop(); // A comma at the end makes no item.
  if (items.length > ZZFX_NAMES.length) {
    return unreadable('the array is too long', `at most ${ZZFX_NAMES.length} numbers`, `${items.length}`);
  }
  const issues: Issue[] = [];
  const preset: { -readonly [Name in ZzfxName]: number } = { ...ZZFX_DEFAULTS };
  const given = new Set<ZzfxName>();
  items.forEach((item, i) => {
    const name = ZZFX_NAMES[i]!;
    if (item === '' || item === 'null' || item === 'undefined') return;
    const value = NUMBER.test(item) ? Number(item) : Number.NaN;
    const low = ZZFX_POSITIVE.has(name) ? 0 : -ZZFX_LARGEST;
    if (value >= low && value <= ZZFX_LARGEST) {
      preset[name] = value;
      given.add(name);
    } else {
      const expected = `a number from ${low} to ${ZZFX_LARGEST}`;
      issues.push(designIssue('DESIGN_002', name, `${name} is no such number`, { expected, found: describe(item) }));
    }
  });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, preset, given };
}

function unreadable(message: string, expected?: string, found?: string): ZzfxRead {
  const more = { ...(expected !== undefined && { expected }), ...(found !== undefined && { found }) };
  return { ok: false, issues: [designIssue('DESIGN_001', '', message, more)] };
}
