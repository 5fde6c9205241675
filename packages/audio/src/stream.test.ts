import { audioParams } from '@speccade/spec/kinds/audio_v1';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipe } from './_arbitrary.ts';
import { paramsOf } from './_fixtures.ts';
import { renderParams } from './render.ts';
import { SAMPLE_FORMATS } from './sample-format.ts';
import { samplerOf, soundFile } from './sound-file.ts';
import { streamWav, type WavStreamOptions } from './stream.ts';

type Params = ReturnType<typeof paramsOf>;

function whole(params: Params, seed: number, options: WavStreamOptions): Uint8Array {
  const rendered = renderParams(params, seed, options);
  const sampler = options.compat === 'reference' ? undefined : samplerOf(rendered.loop, params);
  return soundFile(rendered, seed, sampler, options);
}

function streamed(params: Params, seed: number, options: WavStreamOptions): Uint8Array {
  const stream = streamWav(params, seed, options);
  const bytes = new Uint8Array(stream.byteLength);
  let at = 0;
  for (const chunk of stream.chunks()) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  expect(at).toBe(bytes.length);
  return bytes;
}

describe('a streamed file', () => {
  it('has the bytes of the one made in one piece, for any recipe, mode and sample format', () => {
    fc.assert(
      fc.property(
        recipe,
        fc.constantFrom(undefined, 'reference' as const),
        fc.constantFrom(...SAMPLE_FORMATS),
        fc.boolean(),
        (raw, compat, sampleFormat, dither) => {
          const params = audioParams.parse(JSON.parse(JSON.stringify(raw)));
          const options = { compat, sampleFormat, dither };
          expect(streamed(params, 5, options)).toEqual(whole(params, 5, options));
        },
      ),
      { numRuns: 200 },
    );
  });

  const wave = { type: 'multi_oscillator', frequency: 211, oscillators: [{ waveform: 'sawtooth' }] };
  const bell = {
    type: 'modal',
    frequency: 300,
    excitation: 'impulse',
    modes: [{ freq_ratio: 1, amplitude: 1, decay_time: 2 }],
  };
  it.each([
    ['layers that are made twice', { duration_seconds: 4 }, {}],
    ['a loop whose ends are far apart', { duration_seconds: 4, loop_config: { crossfade_ms: 40 } }, {}],
    [
      'a loop that is all crossfade',
      { duration_seconds: 1, loop_config: { crossfade_ms: 5000, start_sample: 9000 } },
      {},
    ],
    [
      'a loop of the reference',
      { duration_seconds: 1, loop_config: { crossfade_ms: 300, start_sample: 9000 } },
      { compat: 'reference' },
    ],
    ['a preview', { duration_seconds: 4, loop_config: {} }, { previewSeconds: 1.3 }],
    [
      'effects that look ahead',
      {
        duration_seconds: 2,
        effects: [
          { type: 'limiter', threshold_db: -20, lookahead_ms: 5, release_ms: 50, ceiling_db: -1 },
          { type: 'tape_saturation', drive: 4, bias: 0.1, wow_rate: 1, flutter_rate: 8, hiss_level: 0.01 },
        ],
      },
      {},
    ],
  ] as const)('has them with %s', (_name, change, options) => {
    const params = paramsOf([{ synthesis: wave }, { synthesis: bell, delay: 0.123, pan: 0.4 }], {
      sample_rate: 44100,
      ...change,
    });
    expect(streamed(params, 9, options)).toEqual(whole(params, 9, options));
  });

  it('can be read more than once', () => {
    const stream = streamWav(paramsOf([{ synthesis: wave }]), 1);
    const read = () => [...stream.chunks()].map((chunk) => chunk.length);
    expect(read()).toEqual(read());
  });

  it('takes memory that does not grow with the duration', () => {
    const most = (seconds: number) => {
      const params = paramsOf([{ synthesis: wave }, { synthesis: bell, delay: 0.1 }], {
        duration_seconds: seconds,
        sample_rate: 22050,
        effects: [{ type: 'delay', time_ms: 300, feedback: 0.5, wet: 0.4 }],
        loop_config: {},
      });
      let largest = 0;
      const before = process.memoryUsage().arrayBuffers;
      for (const chunk of streamWav(params, 1).chunks()) {
        if (chunk.length > 0) largest = Math.max(largest, process.memoryUsage().arrayBuffers - before);
      }
      return largest;
    };
    // Two minutes in one piece are 42 MB for two channels and the layer whose level is its peak.
    expect(most(120)).toBeLessThan(most(10) + 2e6);
  }, 60_000);
});
