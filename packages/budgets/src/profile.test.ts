import { describe, expect, it } from 'vitest';
import { parseProfile, profileHash } from './custom.ts';
import {
  byName,
  DEFAULT_PROFILE,
  maxChannelsForFormat,
  PROFILE_NAMES,
  STRICT_PROFILE,
  UNLIMITED_PROFILE,
} from './profile.ts';

describe('built-in profiles', () => {
  it('are found by name', () => {
    expect(PROFILE_NAMES).toEqual(['default', 'strict', 'zx-8bit', 'nethercore', 'unlimited']);
    for (const name of PROFILE_NAMES) expect(byName(name)?.name).toBe(name);
    expect(byName('Default')).toBeUndefined();
  });

  it('have the published numbers', () => {
    expect(byName('zx-8bit')).toMatchObject({
      audio: { max_samples: 110_250 },
      mesh: { max_bones: 32 },
      music: { xm_max_pattern_rows: 64 },
    });
    expect(STRICT_PROFILE).toMatchObject({
      audio: { max_samples: 480_000 },
      general: { starlark_timeout_seconds: 15, max_spec_size_bytes: 5_242_880 },
    });
    expect(byName('nethercore')).toMatchObject({
      audio: { max_samples: 661_500 },
      music: { max_cells_per_pattern: 25_000 },
    });
    expect(UNLIMITED_PROFILE.mesh.max_vertices).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('cannot be changed', () => {
    expect(() => Object.assign(DEFAULT_PROFILE.audio, { max_layers: 1 })).toThrow(TypeError);
  });

  it('know the channels of a format, and refuse formats there are not', () => {
    expect(maxChannelsForFormat(DEFAULT_PROFILE, 'xm')).toBe(32);
    expect(maxChannelsForFormat(DEFAULT_PROFILE, 'it')).toBe(64);
    expect(() => maxChannelsForFormat(DEFAULT_PROFILE, 'mod')).toThrow(RangeError);
  });
});

describe('custom profiles', () => {
  it('change what they name and take the rest from another', () => {
    const result = parseProfile({ name: 'handheld', extends: 'strict', audio: { max_layers: 4 } });
    expect(result).toEqual({
      ok: true,
      profile: { ...STRICT_PROFILE, name: 'handheld', audio: { ...STRICT_PROFILE.audio, max_layers: 4 } },
    });
    const plain = parseProfile({ name: 'plain' });
    expect(plain.ok && plain.profile.texture).toEqual(DEFAULT_PROFILE.texture);
  });

  it.each([
    [{ name: 'x', audio: { max_layer: 4 } }, 'audio.max_layer', 'did you mean "max_layers"?'],
    [{ name: 'x', audio: { max_layers: -1 } }, 'audio.max_layers', undefined],
    [{ name: 'x', audio: { max_layers: 1.5 } }, 'audio.max_layers', undefined],
    [{ name: 'x', extends: 'strikt' }, 'extends', 'did you mean "strict"?'],
    [{ name: 'strict' }, 'name', undefined],
    [{ audio: {} }, 'name', undefined],
    [[], '', undefined],
  ])('%j is refused at %s', (value, path, suggestion) => {
    const result = parseProfile(value);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.issues[0]).toMatchObject({ code: 'CLI_008', path });
    expect(result.issues[0]!.suggestion).toBe(suggestion);
  });

  it('have a hash that changes with any limit', () => {
    const a = parseProfile({ name: 'x', mesh: { max_bones: 5 } });
    const b = parseProfile({ name: 'x', mesh: { max_bones: 6 } });
    if (!a.ok || !b.ok) throw new Error('not parsed');
    expect(profileHash(a.profile)).toMatch(/^[0-9a-f]{64}$/);
    expect(profileHash(a.profile)).not.toBe(profileHash(b.profile));
    expect(profileHash(a.profile)).toBe(profileHash({ ...a.profile }));
  });
});
