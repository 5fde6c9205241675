/** From the three forms in which sfxr presets are passed on to their parameters: `.sfs` files, jsfxr's JSON and text. */
import { describe, type Issue, readJson } from '@speccade/spec';
import { designIssue } from '../result.ts';
import { fromBase58 } from './base58.ts';
import {
  SFS_FIELDS,
  SFS_VERSIONS,
  SFXR_DEFAULTS,
  SFXR_LARGEST,
  SFXR_NAMES,
  SFXR_WAVES,
  type SfxrName,
  type SfxrPreset,
} from './sfxr-parameters.ts';

export type SfxrRead =
  | { readonly ok: true; readonly preset: SfxrPreset; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Longer texts are no presets. */
const LONGEST_TEXT = 100_000;
/** Wave type and 22 numbers. */
const TEXT_BYTES = 1 + 4 * SFXR_NAMES.length;
const BASE58 = /^(?:.*#)?([1-9A-HJ-NP-Za-km-z]+)$/;

/** Reads bytes as an `.sfs` file where they begin with a version, else as text. */
export function readSfxr(input: string | Uint8Array): SfxrRead {
  if (typeof input === 'string') return readText(input);
  if (input.length > LONGEST_TEXT)
    return unreadable('the preset is too long', `at most ${LONGEST_TEXT} bytes`, `${input.length}`);
  // A text has no byte 0; the upper bytes of a version have nothing else.
  if (input.includes(0)) return readSfs(input);
  try {
    return readText(new TextDecoder('utf-8', { fatal: true }).decode(input));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return unreadable('the file is neither text nor an sfxr settings file');
  }
}

function readSfs(bytes: Uint8Array): SfxrRead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return unreadable('the file is cut off', 'a version and a wave type', `${bytes.length} bytes`);
  const version = view.getInt32(0, true);
  if (!(SFS_VERSIONS as readonly number[]).includes(version)) {
    return unreadable('the version of the file is unknown', `one of ${SFS_VERSIONS.join(', ')}`, String(version));
  }
  const fields = SFS_FIELDS.filter(({ since }) => since <= version);
  const size = 8 + fields.reduce((sum, { type }) => sum + (type === 'float' ? 4 : 1), 0);
  if (bytes.length !== size) {
    const fault = bytes.length < size ? 'is cut off' : 'goes on after its end';
    return unreadable(`the file ${fault}`, `${size} bytes for version ${version}`, `${bytes.length} bytes`);
  }
  const values: Record<string, unknown> = { wave_type: view.getInt32(4, true) };
  let at = 8;
  for (const { name, type } of fields) {
    if (type === 'float' && name !== 'p_vib_delay') values[name] = view.getFloat32(at, true);
    at += type === 'float' ? 4 : 1;
  }
  return checked(values, 'sfxr');
}

function readText(text: string): SfxrRead {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_TEXT) return unreadable('the preset is too long', `at most ${LONGEST_TEXT} characters`);
  if (trimmed.startsWith('{')) return readObject(trimmed);
  const encoded = BASE58.exec(trimmed)?.[1];
  if (encoded === undefined || encoded.length > 2 * TEXT_BYTES) {
    return unreadable('this is no sfxr preset', "an .sfs file, jsfxr's JSON, or the text after # in a link to jsfxr");
  }
  const bytes = fromBase58(encoded)!;
  if (bytes.length !== TEXT_BYTES) {
    return unreadable(
      'the text of the preset has the wrong length',
      `${TEXT_BYTES} bytes in base 58`,
      `${bytes.length}`,
    );
  }
  const view = new DataView(bytes.buffer);
  const values = SFXR_NAMES.map((name, i) => [name, view.getFloat32(1 + 4 * i, true)]);
  return checked({ wave_type: bytes[0], ...Object.fromEntries(values) }, 'jsfxr');
}

function readObject(text: string): SfxrRead {
  const read = readJson(text);
  if (!read.ok) return { ok: false, issues: read.issues.map((issue) => ({ ...issue, code: 'DESIGN_001' })) };
  const values = read.value as Record<string, unknown>;
  const isPreset = Object.keys(values).some((key) => key === 'wave_type' || isName(key));
  if (!isPreset) return unreadable('the object has no sfxr parameters', 'wave_type, p_base_freq and the like');
  const result = checked(values, 'jsfxr');
  return result.ok ? { ...result, warnings: [...read.warnings, ...result.warnings] } : result;
}

/** Members beside the parameters that jsfxr writes. */
const OTHERS: ReadonlySet<string> = new Set(['oldParams', 'wave_type', 'sound_vol', 'sample_rate', 'sample_size']);

function checked(values: Readonly<Record<string, unknown>>, dialect: SfxrPreset['dialect']): SfxrRead {
  const issues: Issue[] = [];
  const warnings: Issue[] = [];
  const preset: Record<string, number> = {};
  const take = (name: SfxrName | 'sound_vol') => {
    const value = values[name] ?? undefined;
    if (value === undefined) return;
    const fits = typeof value === 'number' && Math.abs(value) <= SFXR_LARGEST;
    if (fits) preset[name] = value;
    else {
      const expected = `a number from ${-SFXR_LARGEST} to ${SFXR_LARGEST}`;
      issues.push(designIssue('DESIGN_002', name, `${name} is no such number`, { expected, found: describe(value) }));
    }
  };
  for (const name of SFXR_NAMES) take(name);
  take('sound_vol');
  const wave = values.wave_type ?? 0;
  if (!(Number.isInteger(wave) && Object.hasOwn(SFXR_WAVES, wave as number))) {
    const expected = '0 (square), 1 (sawtooth), 2 (sine) or 3 (noise)';
    issues.push(designIssue('DESIGN_002', 'wave_type', 'there is no such wave', { expected, found: describe(wave) }));
  }
  const rate = values.sample_rate ?? SFXR_DEFAULTS.sample_rate;
  if (!(typeof rate === 'number' && rate > 0)) {
    const found = describe(rate);
    issues.push(designIssue('DESIGN_002', 'sample_rate', 'this is no rate', { expected: 'Hz, such as 44100', found }));
  }
  if (issues.length > 0) return { ok: false, issues };
  for (const key of Object.keys(values)) {
    if (isName(key) || OTHERS.has(key)) continue;
    warnings.push(designIssue('DESIGN_W001', key, `${JSON.stringify(key)} is no parameter of sfxr; it is ignored`));
  }
  if (values.sample_size !== undefined && values.sample_size !== 16) {
    warnings.push(designIssue('DESIGN_W001', 'sample_size', 'sounds are made with 16 bits'));
  }
  const typed = {
    ...SFXR_DEFAULTS,
    ...preset,
    dialect,
    wave: SFXR_WAVES[wave as number]!,
    sample_rate: rate as number,
  };
  return { ok: true, preset: typed, warnings };
}

function isName(key: string): key is SfxrName {
  return (SFXR_NAMES as readonly string[]).includes(key);
}

function unreadable(message: string, expected?: string, found?: string): SfxrRead {
  const more = { ...(expected !== undefined && { expected }), ...(found !== undefined && { found }) };
  return { ok: false, issues: [designIssue('DESIGN_001', '', message, more)] };
}
