/** From sources to mono samples of 16 bits. */
import { quantize, renderParams } from '@speccade/audio';
import { deriveLayerSeed } from '@speccade/spec';
import type { AudioParams } from '@speccade/spec/kinds/audio_v1';
import {
  DEFAULT_ENVELOPE,
  MAX_SAMPLE_SECONDS,
  type TrackerEnvelope,
  type TrackerFormat,
  type TrackerInstrument,
} from '@speccade/spec/kinds/music.tracker_song_v1';
import { problem } from '../problem.ts';
import type { SongTools } from '../tools.ts';
import { asMusicProblem, type LoadedSource } from './source.ts';
import type { WavSound } from './wav.ts';
import { HELD, waveformSound } from './waveform.ts';

export interface RenderRequest {
  readonly instrument: TrackerInstrument;
  readonly index: number;
  readonly source: LoadedSource;
  readonly baseNote: number;
  readonly format: TrackerFormat;
  /** Of the song. */
  readonly seed: number;
  readonly tools: SongTools;
  readonly signal?: AbortSignal | undefined;
}

/** Whether the sample is to loop: as the instrument says, or when its envelope holds. */
export function wantsLoop({ loop_mode: mode, envelope }: TrackerInstrument): boolean {
  if (mode == null || mode === 'auto') return envelopeOf({ envelope }).sustain > 0;
  return mode !== 'none';
}

export function envelopeOf({ envelope }: Pick<TrackerInstrument, 'envelope'>): TrackerEnvelope {
  return envelope ?? DEFAULT_ENVELOPE;
}

/** Whether the sample decays by itself, each layer as it says, so that the tracker has nothing to shape. */
export function decaysByItself({ instrument, source, tools }: Pick<RenderRequest, 'instrument' | 'source' | 'tools'>) {
  if (!tools.keepsLayers || source.kind !== 'sound' || !source.layered) return false;
  return instrument.envelope != null && instrument.envelope.sustain <= 0 && !wantsLoop(instrument);
}

/** Throws `BackendError` for a sound that cannot be made, or that is too long. */
export function renderSource(request: RenderRequest): WavSound {
  const { instrument, index, source, baseNote, format, tools } = request;
  if (source.kind === 'recording') {
    const sound = tools.readWav(source.bytes, source.path);
    checkLength(sound.pcm.length, sound.rate, index);
    return sound;
  }
  const rate = instrument.sample_rate ?? undefined;
  const given: AudioParams =
    source.kind === 'sound'
      ? { ...source.params, sample_rate: rate ?? source.params.sample_rate }
      : waveformSound(instrument.synthesis!, baseNote, envelopeOf(instrument), rate);
  const sampleRate = format === 'xm' ? tools.xmRate(given.sample_rate) : given.sample_rate;
  checkLength(Math.ceil(given.duration_seconds * sampleRate), sampleRate, index);
  const layers = decaysByItself(request) ? given.layers : given.layers.map((layer) => ({ ...layer, envelope: HELD }));
  const params: AudioParams = { ...given, sample_rate: sampleRate, layers, generate_loop_points: false };
  const seed = deriveLayerSeed(request.seed, index);
  try {
    const { channels } = renderParams(params, seed, { compat: tools.compat, signal: request.signal });
    return { pcm: mono(quantize(channels), channels.length), rate: sampleRate };
  } catch (error) {
    throw asMusicProblem(error, source.path);
  }
}

function checkLength(samples: number, rate: number, index: number): void {
  const most = Math.ceil(MAX_SAMPLE_SECONDS * rate);
  if (samples <= most) return;
  throw problem('MUSIC_006', ['instruments', index], 'the sample of an instrument is too long', {
    expected: `at most ${MAX_SAMPLE_SECONDS} seconds (${most} samples)`,
    found: `${samples} samples`,
  });
}

/** The mean of interleaved channels, towards zero. */
function mono(pcm: Int16Array, channels: number): Int16Array {
  if (channels === 1) return pcm;
  return Int16Array.from({ length: pcm.length / 2 }, (_, frame) =>
    Math.trunc((pcm[2 * frame]! + pcm[2 * frame + 1]!) / 2),
  );
}
