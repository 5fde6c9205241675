import { canonicalHash } from '@speccade/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricsOf, validParams } from '../_sound.ts';
import { cents, found, layerIn, pitchOf } from './_measure.ts';
import { importSfxr } from './sfxr.ts';
import { resonator } from './sfxr-filters.ts';
import { SFXR_NAMES } from './sfxr-parameters.ts';

const json = (preset: object) => importSfxr(JSON.stringify({ wave_type: 0, ...preset }));

/** An `.sfs` file written field by field, as the first sfxr does. */
function sfs(version: number, wave: number, values: Readonly<Record<string, number>>): Uint8Array {
  const names = [
    ...(version >= 102 ? ['sound_vol'] : []),
    ...['p_base_freq', 'p_freq_limit', 'p_freq_ramp'],
    ...(version >= 101 ? ['p_freq_dramp'] : []),
    ...['p_duty', 'p_duty_ramp', 'p_vib_strength', 'p_vib_speed', 'p_vib_delay'],
    ...['p_env_attack', 'p_env_sustain', 'p_env_decay', 'p_env_punch', '(filter_on)'],
    ...['p_lpf_resonance', 'p_lpf_freq', 'p_lpf_ramp', 'p_hpf_freq', 'p_hpf_ramp'],
    ...['p_pha_offset', 'p_pha_ramp', 'p_repeat_speed'],
    ...(version >= 101 ? ['p_arp_speed', 'p_arp_mod'] : []),
  ];
  const view = new DataView(new ArrayBuffer(8 + 4 * names.length - 3));
  view.setInt32(0, version, true);
  view.setInt32(4, wave, true);
  let at = 8;
  for (const name of names) {
    if (name === '(filter_on)') at += 1;
    else {
      view.setFloat32(at, values[name] ?? 0, true);
      at += 4;
    }
  }
  return new Uint8Array(view.buffer);
}

describe('importSfxr: what the numbers mean', () => {
  it('computes pitch and envelope as sfxr does', () => {
    // 3528 (0.3² + 0.001) Hz; 0.2² 100000, 0.3² 100000 and 0.4² 100000 samples of 44100.
    const result = json({ p_base_freq: 0.3, p_env_attack: 0.2, p_env_sustain: 0.3, p_env_decay: 0.4 });
    const { synthesis, envelope } = layerIn(result);
    expect(synthesis).toEqual({ type: 'oscillator', waveform: 'square', frequency: 321.048, duty: 0.5 });
    expect(envelope).toEqual({ attack: 0.0907029, decay: 0.204082, sustain: 1, release: 0.362812 });
    expect(found(result).params.duration_seconds).toBe(0.657596);
    expect(found(result).lost).toEqual([]);
  });

  it.each([0.1, 0.3, 0.5, 0.7])('sounds at the pitch of p_base_freq %d', async (p) => {
    const result = json({ p_base_freq: p, p_env_sustain: 0.5, p_env_decay: 0.3 });
    expect(Math.abs(cents(await pitchOf(result, 0.02, 0.5), 3528 * (p * p + 0.001)))).toBeLessThan(1);
  });

  it('slides as sfxr does', async () => {
    // Every sample the period is multiplied by 1 − 0.01 r³, so that the pitch of t seconds later is that to the −44100 t.
    const result = json({ p_base_freq: 0.4, p_freq_ramp: 0.16, p_env_sustain: 0.5, p_env_decay: 0.3 });
    expect(layerIn(result).synthesis.freq_sweep.curve).toBe('exponential');
    const expected = 3528 * 0.161 * (1 - 0.01 * 0.16 ** 3) ** -(44100 * 0.3);
    expect(Math.abs(cents(await pitchOf(result, 0.295, 0.305), expected))).toBeLessThan(10);
    expect(found(result).lost).toEqual([]);
  });

  it('jumps when and as far as sfxr does', async () => {
    // The period is multiplied by 1 − 0.9 · 0.4² after (1 − 0.5)² 20000 + 32 samples.
    const result = json({ p_base_freq: 0.4, p_arp_mod: 0.4, p_arp_speed: 0.5, p_env_sustain: 0.4, p_env_decay: 0.3 });
    const low = 3528 * 0.161;
    expect(Math.abs(cents(await pitchOf(result, 0.01, 0.11), low))).toBeLessThan(2);
    expect(Math.abs(cents(await pitchOf(result, 0.12, 0.4), low / (1 - 0.9 * 0.16)))).toBeLessThan(2);
    expect(found(result).lost).toEqual([]);
  });

  it('jumps down as well', async () => {
    const result = json({ p_base_freq: 0.5, p_arp_mod: -0.3, p_arp_speed: 0.7, p_env_sustain: 0.4, p_env_decay: 0.3 });
    expect(Math.abs(cents(await pitchOf(result, 0.06, 0.4), (3528 * 0.251) / (1 + 10 * 0.09)))).toBeLessThan(2);
  });

  it('repeats a slide upwards', async () => {
    // Every (1 − 0.6)² 20000 + 32 = 3232 samples.
    const result = json({
      p_base_freq: 0.3,
      p_freq_ramp: 0.2,
      p_repeat_speed: 0.6,
      p_env_sustain: 0.5,
      p_env_decay: 0.3,
    });
    expect(layerIn(result).lfo.config).toMatchObject({ waveform: 'sawtooth', rate: expect.closeTo(44100 / 3232, 2) });
    expect(found(result).lost).toEqual([]);
  });

  it('ends where the pitch falls below its limit', () => {
    const result = json({
      p_base_freq: 0.5,
      p_freq_limit: 0.2,
      p_freq_ramp: -0.3,
      p_env_sustain: 0.6,
      p_env_decay: 0.4,
    });
    // ln(0.251 / 0.041) / ln(1 + 0.01 · 0.3³) samples.
    const samples = Math.log(0.251 / 0.041) / Math.log(1 + 0.01 * 0.027);
    expect(found(result).params.duration_seconds).toBeCloseTo(samples / 44100, 3);
    // Not faded out: the release goes on as if there were no limit.
    expect(layerIn(result).envelope).toMatchObject({ decay: 0.816327, release: 0.362812 });
  });

  it('punches', () => {
    const { envelope } = layerIn(json({ p_env_sustain: 0.3, p_env_punch: 0.5, p_env_decay: 0.2 }));
    expect(envelope).toEqual({ attack: 0, decay: 0.204082, sustain: 0.5, release: 0.0907029 });
  });

  it('swings as far as the vibrato', () => {
    const { lfo } = layerIn(json({ p_vib_strength: 0.4, p_vib_speed: 0.5 }));
    // The period swings by ±0.2; 0.5² 0.01 radians a sample.
    expect(lfo).toEqual({
      config: { waveform: 'sine', rate: 17.5468, depth: 1, phase: 0.5 },
      target: { target: 'pitch', semitones: expect.closeTo(6 * Math.log2(1.2 / 0.8), 4) },
    });
  });

  it('narrows the pulse over time', () => {
    const { synthesis, lfo } = layerIn(json({ p_duty: 0.2, p_duty_ramp: 0.3, p_env_sustain: 0.3, p_env_decay: 0 }));
    // From 0.4 to 0.4 − 0.3 · 0.00005 · 9000 = 0.265, as what is high and low changed over.
    expect(synthesis.duty).toBeCloseTo(1 - (0.4 + 0.265) / 2, 5);
    expect(lfo.target).toEqual({ target: 'pulse_width', amount: 0.0675 });
  });

  it('makes noise as dark as 32 values a period', () => {
    const { synthesis } = layerIn(json({ wave_type: 3, p_base_freq: 0.2, p_lpf_freq: 0.5 }));
    expect(synthesis).toMatchObject({ type: 'noise_burst', noise_type: 'white' });
    expect(synthesis.filter).toMatchObject({
      type: 'lowpass',
      cutoff: expect.closeTo((3528 * 0.041 * 32 * 0.443) / Math.sqrt(Math.SQRT2 - 1), 0),
    });
    const held = found(json({ wave_type: 3, p_base_freq: 0.2 })).params.effects;
    expect(held).toMatchObject([{ type: 'bitcrush', bits: 16, sample_rate_reduction: 9.52744 }]);
    // Half as many samples of half the rate.
    const half = found(json({ wave_type: 3, p_base_freq: 0.2, sample_rate: 22050 })).params;
    expect(half).toMatchObject({ sample_rate: 22050, effects: [{ sample_rate_reduction: 4.76372 }] });
    expect(found(json({ wave_type: 3, p_base_freq: 0.9 })).params.effects).toBeUndefined();
  });

  it('has the response of its low-pass', () => {
    // The recursion itself, at the cutoff: the gain of a resonator there is its Q.
    for (const [p, resonance] of [
      [0.3, 1],
      [0.5, 0.8],
      [0.6, 0.4],
    ] as const) {
      const w = p ** 3 * 0.1;
      const d = (5 / (1 + resonance ** 2 * 20)) * (0.01 + w);
      const { cutoff, q } = resonator(w, d);
      let [y, v, peak] = [0, 0, 0];
      for (let i = 0; i < 2_000_000; i++) {
        const x = Math.sin((2 * Math.PI * cutoff * i) / 352800);
        v = (1 - d) * (v + w * (x - y));
        y += v;
        if (i > 1_900_000) peak = Math.max(peak, Math.abs(y));
      }
      expect(Math.abs(20 * Math.log10(peak / q))).toBeLessThan(0.3);
    }
  });

  it('lets a low-pass without resonance go 3 dB down at the same place', () => {
    const [w, d] = [0.0001, 0.0505];
    const place = resonator(w, d).cutoff * Math.sqrt(Math.SQRT2 - 1);
    let [y, v, peak] = [0, 0, 0];
    for (let i = 0; i < 800_000; i++) {
      v = (1 - d) * (v + w * (Math.sin((2 * Math.PI * place * i) / 352800) - y));
      y += v;
      if (i > 600_000) peak = Math.max(peak, Math.abs(y));
    }
    expect(20 * Math.log10(peak)).toBeCloseTo(-3, 0);
  });

  it('adds the delayed copy of the phaser', () => {
    const { params } = found(json({ p_pha_offset: -0.5 }));
    // 0.25 · 1020 samples of 352800.
    expect(params.effects).toMatchObject([{ type: 'flanger', depth: 0, feedback: 0, wet: 0.5, delay_ms: 0.722789 }]);
    const moving = found(json({ p_pha_offset: 0.2, p_pha_ramp: 0.1 }));
    expect(moving.params.post_fx_lfos).toMatchObject([{ target: { target: 'delay_time' } }]);
    expect(moving.lost).toEqual([]);
  });

  it('keeps what differs between sfxr and jsfxr apart', () => {
    expect(layerIn(importSfxr(sfs(102, 1, { p_base_freq: 0.3, p_env_decay: 0.3 }))).synthesis.waveform).toBe(
      'sawtooth',
    );
    expect(layerIn(json({ wave_type: 1 })).synthesis.waveform).toBe('triangle');
    expect(layerIn(json({ wave_type: 1, p_duty: 1 })).synthesis.waveform).toBe('sawtooth');
    expect(layerIn(json({ wave_type: 1, p_duty: 0.5 })).synthesis.type).toBe('multi_oscillator');
  });
});

describe('importSfxr: what has no equivalent', () => {
  it.each([
    [{ p_arp_mod: 0.4, p_arp_speed: 0.7, p_vib_strength: 0.4, p_vib_speed: 0.5 }, ['p_vib_strength']],
    [{ p_vib_strength: 0.4, p_vib_speed: 0.5, p_duty_ramp: 0.2 }, ['p_duty_ramp']],
    [{ p_repeat_speed: 0.6, p_freq_ramp: -0.3 }, ['p_repeat_speed']],
    [{ p_env_attack: 0.2, p_env_punch: 0.3 }, ['p_env_punch']],
    [{ p_pha_offset: 0.3, p_pha_ramp: -0.2 }, ['p_pha_ramp']],
    [{ p_lpf_freq: 0.8, p_lpf_ramp: -1 }, ['p_lpf_ramp']],
    [{ p_pha_offset: 0.1 }, ['p_pha_offset']],
    [{ p_pha_offset: 0.2, p_pha_ramp: -0.2 }, ['p_pha_ramp']],
    [{ p_duty: 0.8, p_duty_ramp: 0.5 }, ['p_duty_ramp']],
    [{ wave_type: 3, p_vib_strength: 0.4, p_vib_speed: 0.5 }, ['p_vib_strength']],
    [{ wave_type: 1, p_duty: 0.5, p_duty_ramp: 0.2 }, ['p_duty_ramp']],
    [{ sample_rate: 5512 }, ['sample_rate']],
    [{ sample_size: 8 }, ['sample_size']],
    [{ p_vib_delay: 0.4, title: 'x' }, ['p_vib_delay', 'title']],
  ])('%j is told', (preset, paths) => {
    expect(found(json(preset)).lost).toEqual(paths);
  });
});

describe('importSfxr: the forms of a preset', () => {
  const values = { p_base_freq: 0.5, p_env_sustain: 0.25, p_env_decay: 0.5, p_lpf_freq: 1, p_duty: 0.5 };

  it.each([100, 101, 102])('reads .sfs files of version %d', (version) => {
    const file = sfs(version, 0, { sound_vol: 0.75, p_freq_dramp: 0, ...values });
    expect(file).toHaveLength({ 100: 89, 101: 101, 102: 105 }[version]!);
    const { synthesis, volume } = layerIn(importSfxr(file));
    expect(synthesis).toMatchObject({ frequency: 885.528, duty: 0.25 });
    expect(volume).toBe(version === 102 ? 0.75 : 0.5);
  });

  it('reads the text of jsfxr, alone, in a link and as a file', () => {
    const text =
      '111112RrwhZ2Q7NGcdAP21KUHHKNQa3AhmK4Xea8mbiXfzkxr9aX41M8XYt5xYaaLeo9iZdUKUVL3u2N6XASue2wPv2wCCDy6W6TeFiUjk3dXSzFcBY7kTAM';
    const result = importSfxr(text);
    // A square of 0.2477 with a long decay.
    expect(layerIn(result).synthesis.frequency).toBeCloseTo(219.98, 1);
    expect(importSfxr(`https://sfxr.me/#${text}\n`)).toEqual(result);
    expect(importSfxr(new TextEncoder().encode(text))).toEqual(result);
  });

  it('names and seeds the spec', async () => {
    const result = importSfxr(JSON.stringify(values), { assetId: 'my-beep', seed: 9 });
    const { spec } = found(result);
    expect(spec).toMatchObject({ asset_id: 'my-beep', seed: 9, outputs: [{ path: 'sounds/my-beep.wav' }] });
    await validParams(spec);
  });

  it('gives the same spec everywhere', () => {
    const preset = { wave_type: 1, p_duty: 0.3, p_freq_ramp: 0.2, p_lpf_freq: 0.4, p_lpf_ramp: 0.1, p_hpf_freq: 0.2 };
    expect(canonicalHash(found(json(preset)).spec)).toMatchInlineSnapshot(
      `"866e3662ef7f0a86839d3f06c88ad5fdd998aff5f727b76e6ef975b45ada961f"`,
    );
  });

  const text = (value: string) => new TextEncoder().encode(value);
  it.each([
    ['nothing', '', 'DESIGN_001 '],
    ['prose', 'not a preset', 'DESIGN_001 '],
    ['broken JSON', '{"wave_type":', 'DESIGN_001 '],
    ['another object', '{"a":1}', 'DESIGN_001 '],
    ['a text of another length', '3yZe7d', 'DESIGN_001 '],
    ['a long text', '2'.repeat(90_000), 'DESIGN_001 '],
    ['a longer one', '2'.repeat(200_000), 'DESIGN_001 '],
    ['many bytes', new Uint8Array(200_000), 'DESIGN_001 '],
    ['a number that is a text', '{"p_base_freq":"0.3"}', 'DESIGN_002 p_base_freq'],
    ['a number that is too large', '{"p_base_freq":3}', 'DESIGN_002 p_base_freq'],
    ['an unknown wave', '{"wave_type":4}', 'DESIGN_002 wave_type'],
    ['a wave by name', '{"wave_type":"constructor"}', 'DESIGN_002 wave_type'],
    ['a rate of 0', '{"wave_type":1,"sample_rate":0}', 'DESIGN_002 sample_rate'],
    ['no length', '{"p_env_sustain":0,"p_env_decay":0}', 'DESIGN_002 p_env_decay'],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x41), 'DESIGN_001 '],
    ['a few bytes', Uint8Array.of(102, 0, 0), 'DESIGN_001 '],
    ['an unknown version', sfs(102, 0, values).map((byte, i) => (i === 0 ? 103 : byte)), 'DESIGN_001 '],
    ['a truncated file', sfs(102, 0, values).subarray(0, 104), 'DESIGN_001 '],
    ['a file that goes on', Uint8Array.of(...sfs(102, 0, values), 0), 'DESIGN_001 '],
    ['NaN in a file', sfs(102, 0, { ...values, p_duty: Number.NaN }), 'DESIGN_002 p_duty'],
    ['a file with wave -1', sfs(102, -1, values), 'DESIGN_002 wave_type'],
    [
      'bytes of JSON with two faults',
      text('{"p_duty":true,"p_arp_mod":null,"p_hpf_freq":-9}'),
      'DESIGN_002 p_duty, DESIGN_002 p_hpf_freq',
    ],
  ])('refuses %s with issues', (_name, input, expected) => {
    const result = importSfxr(input);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.issues.map(({ code, path }) => `${code} ${path}`).join(', ')).toBe(expected);
  });

  it('makes a valid, finite sound of any preset', async () => {
    const value = fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(0, 1, -1, 0.5, 2, -2));
    const preset = fc.record({
      wave_type: fc.constantFrom(0, 1, 2, 3),
      ...Object.fromEntries(SFXR_NAMES.map((name) => [name, value])),
      p_env_attack: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      p_env_sustain: fc.double({ min: -0.2, max: 0.3, noNaN: true }),
      p_env_decay: fc.double({ min: 0.1, max: 0.4, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(preset, async (p) => {
        const result = json(p);
        // A pitch that starts below its limit ends at once.
        if (result.ok) await metricsOf(result.spec);
        else expect(result.issues.map(({ path }) => path)).toEqual(['p_env_decay']);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
