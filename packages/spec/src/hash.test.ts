import { describe, expect, it } from 'vitest';
import { canonicalize } from './canonical.ts';
import { blake3Hex } from './hash.ts';
import { referenceCanonicalize, referenceSpecHash } from './reference-hash.ts';
import { deriveComponentSeed, deriveLayerSeed, deriveVariantSeed } from './seed.ts';
import { recipeHash, specHash } from './spec-hash.ts';

const beep = {
  spec_version: 1,
  asset_id: 'test-beep',
  asset_type: 'audio',
  license: 'CC0-1.0',
  seed: 42,
  description: 'Short beep',
  outputs: [{ kind: 'primary', format: 'wav', path: 'test-beep.wav' }],
  recipe: {
    kind: 'audio_v1',
    params: {
      duration_seconds: 0.5,
      sample_rate: 44100,
      layers: [
        {
          synthesis: { type: 'oscillator', waveform: 'sine', frequency: 440 },
          envelope: { attack: 0.01, decay: 0.1, sustain: 0.5, release: 0.2 },
          volume: 0.8,
          pan: 0,
        },
      ],
    },
  },
};

describe('hashes', () => {
  it('hashes text as UTF-8 with BLAKE3', () => {
    expect(blake3Hex('hello world')).toBe('d74981efa70a0c880b8d8c1985d075dbcbf679b99a5f9914e5aaf96b831a9e24');
  });

  it('gives the known hashes of a spec and its recipe', () => {
    expect(specHash(beep)).toBe('607ea431115ba2c9fbe9c1e68618098159b6198646db5b598e4333c2fc457bfc');
    expect(recipeHash(beep.recipe)).toBe('c2c8bfe08a1dd858fb548e48bbe78d06b2443b3f3a8e3ed4903f83890e7f176b');
    expect(referenceSpecHash(JSON.stringify(beep, null, 4))).toBe(specHash(beep));
  });

  it('treats an optional null member as absent, and an empty array as present', () => {
    expect(specHash({ ...beep, variants: null, compat: null })).toBe(specHash(beep));
    expect(specHash({ ...beep, style_tags: [] })).not.toBe(specHash(beep));
  });

  it('does not depend on the spelling of numbers', () => {
    const spelled = JSON.stringify(beep).replace('440', '4.40e2');
    expect(specHash(JSON.parse(spelled))).toBe(specHash(beep));
    expect(referenceSpecHash(spelled)).toBe(specHash(beep));
  });
});

describe('the older hash form', () => {
  it.each([
    ['{"b":1,"a":2}', '{"a":2,"b":1}'],
    ['{"z":[1,2,3],"a":{"c":true,"b":false}}', '{"a":{"b":false,"c":true},"z":[1,2,3]}'],
    ['[0.0,-0.0,1.0,-1.0,42.0,1000000.0,-0]', '[0,0,1,-1,42,1000000,0]'],
    [
      '[1e-7,1.5e-10,1e21,0.1,1e20,-2.5e-7]',
      '[0.0000001,0.00000000015,1000000000000000000000,0.1,100000000000000000000,-0.00000025]',
    ],
    [
      '[9007199254740993,18446744073709551615,-9223372036854775808]',
      '[9007199254740993,18446744073709551615,-9223372036854775808]',
    ],
    ['[18446744073709551616]', '[18446744073709552000]'],
    [
      '"\\u0000\\u0001\\u001f\\b\\f\\n\\r\\t\\"\\\\\\/\\u007f"',
      '"\\u0000\\u0001\\u001f\\u0008\\u000c\\n\\r\\t\\"\\\\/\u007f"',
    ],
    ['"\\\\b"', '"\\\\b"'],
    ['{"recipe":null,"params":null}', '{"params":null}'],
  ])('%s becomes %s', (text, canonical) => {
    expect(referenceCanonicalize(text)).toBe(canonical);
  });

  it('sorts keys by code points, unlike RFC 8785', () => {
    const text = '{"\ud83d\ude00":1,"\ufb33":2}';
    expect(referenceCanonicalize(text)).toBe('{"\ufb33":2,"\ud83d\ude00":1}');
    expect(canonicalize(JSON.parse(text))).toBe('{"\ud83d\ude00":1,"\ufb33":2}');
  });

  it('refuses what is not JSON', () => {
    expect(() => referenceCanonicalize('{"a":}')).toThrow(/not valid JSON/);
  });
});

describe('seeds', () => {
  it('derives layer seeds', () => {
    expect([0, 1, 2].map((layer) => deriveLayerSeed(42, layer))).toEqual([2787436282, 46759151, 4132658148]);
    expect(deriveLayerSeed(0, 0)).toBe(2443829361);
    expect(deriveLayerSeed(12345, 3)).toBe(792012542);
    expect([0, 1].map((layer) => deriveLayerSeed(7, layer))).toEqual([3448189551, 66929072]);
  });

  it('derives component seeds', () => {
    const keys = [
      'soft',
      'hard',
      'granular_delay',
      'supersaw_voice_0',
      'texture.procedural_v1/noise',
      'tape_saturation_hiss',
      'layer_pan_lfo',
    ];
    expect(keys.map((key) => deriveComponentSeed(42, key))).toEqual([
      399976502, 3207486398, 2309641480, 1627766017, 3870598098, 1506005988, 2125676728,
    ]);
  });

  it('derives variant seeds, which differ from component seeds', () => {
    expect(deriveVariantSeed(42, 0, 'soft')).toBe(3313533315);
    expect(deriveVariantSeed(42, 100, 'hard')).toBe(460664510);
  });
});
