import { type Artifact, type BackendContext, type BackendError, blake3Hex, type Spec } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { paramsOf } from './_fixtures.ts';
import { audioBackend } from './backend.ts';
import { pcmBytes } from './wav.ts';

const sine = { type: 'oscillator', waveform: 'sine', frequency: 440 };
const spec = (change: Partial<Spec> = {}): Spec => ({
  spec_version: 1,
  asset_id: 'test-tone',
  asset_type: 'audio',
  license: 'CC0-1.0',
  seed: 42,
  outputs: [{ kind: 'primary', format: 'wav', path: 'a.b/tone.wav' }],
  recipe: { kind: 'audio_v1', params: paramsOf([{ synthesis: sine }], { base_note: 'A4', loop_config: {} }) },
  ...change,
});
const generate = (s: Spec, context: BackendContext = {}) => audioBackend.generate(s, context) as Artifact[];

describe('generate', () => {
  it('makes a sound and its picture', () => {
    const [sound, picture] = generate(spec()) as [Artifact, Artifact];
    expect(sound).toMatchObject({
      path: 'a.b/tone.wav',
      format: 'wav',
      kind: 'primary',
      hash: blake3Hex(pcmBytes(sound.bytes)),
      metrics: {
        sample_rate: 22050,
        channels: 1,
        num_samples: 441,
        duration_seconds: 0.02,
        base_note: 69,
        num_layers: 1,
      },
    });
    expect(sound.metrics!.peak).toBeCloseTo(0.708, 3);
    expect(sound.metrics).toHaveProperty('loop_start');
    expect(picture).toMatchObject({ path: 'a.b/tone_preview.waveform.png', format: 'png', kind: 'preview' });
    expect([...picture.bytes.slice(1, 4)]).toEqual([80, 78, 71]);
  });

  it('writes loops into the file, but not as the reference', () => {
    const size = (s: Spec) => generate(s)[0]!.bytes.length;
    expect(size(spec())).toBe(44 + 882 + 68);
    expect(size(spec({ compat: 'reference' }))).toBe(44 + 882);
  });

  it('marks previews', () => {
    const made = generate(spec(), { previewSeconds: 0.01 });
    expect(made.map((artifact) => artifact.preview)).toEqual([true, true]);
    expect(made[0]!.metrics!.num_samples).toBe(221);
  });

  it('tells its stages', () => {
    const stages: string[] = [];
    generate(spec(), { onStage: (stage: string) => stages.push(stage) });
    expect(stages).toEqual(['render_audio', 'encode_output', 'generate_waveform']);
  });

  it.each([
    ['AUDIO_001', { recipe: undefined }],
    ['AUDIO_002', { recipe: { kind: 'music.tracker_song_v1', params: {} } }],
    ['AUDIO_006', { outputs: [] }],
  ])('refuses with %s', (code, change) => {
    try {
      generate(spec(change as Partial<Spec>));
      expect.unreachable();
    } catch (error) {
      expect((error as BackendError).code).toBe(code);
    }
  });
});
