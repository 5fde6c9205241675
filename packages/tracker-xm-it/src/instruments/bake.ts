/** From an instrument of the song to what a module stores of it: sample, loop, tuning, envelopes. */
import type { SongParams, TrackerInstrument } from '@speccade/spec/kinds/music.tracker_song_v1';
import { problem } from '../problem.ts';
import type { Instrument, Sample } from '../song/model.ts';
import { HIGHEST_XM_NOTE } from '../song/reach.ts';
import { halveRate } from './decimate.ts';
import { FULL, flatEnvelope, pointEnvelope } from './envelope.ts';
import type { FoundLoop } from './loop-parts.ts';
import { decaysByItself, envelopeOf, type RenderRequest, renderSource, wantsLoop } from './render.ts';
import { c5SpeedOf, frequencyOf } from './tuning.ts';
import type { WavSound } from './wav.ts';

/** A baked instrument and how it came about. */
export interface Baked {
  readonly instrument: Instrument;
  readonly baseNote: number;
  /** Present where a loop was wanted. */
  readonly found?: FoundLoop | undefined;
}

export interface BakeRequest extends RenderRequest {
  readonly params: Pick<SongParams, 'bpm'>;
  /** The highest key that the patterns play with the instrument, in XM's numbering; 0: none. */
  readonly highestNote: number;
}

const SHORTEST_LOOPED = 4;
/** Envelopes of IT go from -32 to 32, in half semitones where they bend the pitch. */
const ENVELOPE_SCALE = 32;
const PITCH_SCALE = 2;

const NNA = { cut: 0, continue: 1, off: 2, fade: 3 } as const;
const DCT = { off: 0, note: 1, sample: 2, instrument: 3 } as const;
const DCA = { cut: 0, off: 1, fade: 2 } as const;

export function bakeInstrument(request: BakeRequest): Baked {
  const { instrument, baseNote, tools, params } = request;
  const ticksPerSecond = tools.ticksPerSecond(params.bpm);
  const { pcm, rate } = withinReach(renderSource(request), request);
  const found = wantsLoop(instrument) ? searchLoop(pcm, rate, request) : undefined;
  const sample: Sample = {
    pcm: found?.pcm ?? pcm,
    rate,
    volume: Math.min(instrument.default_volume ?? FULL, FULL),
    loop: found?.loop,
    ...tools.tuneXm(rate, baseNote),
    c5Speed: c5SpeedOf(rate, baseNote),
  };
  const { pan_envelope: pan, pitch_envelope: pitch, filter_envelope: filter } = instrument;
  const bent = pitch ?? filter;
  return {
    baseNote,
    found,
    instrument: {
      name: instrument.name,
      sample,
      volumeEnvelope: decaysByItself(request)
        ? flatEnvelope(envelopeOf(instrument), ticksPerSecond)
        : tools.volumeEnvelope(envelopeOf(instrument), ticksPerSecond),
      panEnvelope: pan ? pointEnvelope(pan, ticksPerSecond, ENVELOPE_SCALE) : undefined,
      pitchEnvelope: bent
        ? { ...pointEnvelope(bent, ticksPerSecond, pitch ? PITCH_SCALE : ENVELOPE_SCALE), filter: !pitch }
        : undefined,
      ...playing(instrument, ticksPerSecond),
    },
  };
}

function searchLoop(pcm: Int16Array, rate: number, { instrument, index, baseNote, tools }: BakeRequest): FoundLoop {
  if (pcm.length < SHORTEST_LOOPED) {
    throw problem('MUSIC_006', ['instruments', index], 'the sample is too short to loop', {
      expected: `at least ${SHORTEST_LOOPED} samples`,
      found: String(pcm.length),
    });
  }
  const mode = instrument.loop_mode ?? 'auto';
  const envelope = envelopeOf(instrument);
  return tools.findLoop({
    pcm,
    rate,
    frequency: frequencyOf(baseNote),
    envelope,
    mode: mode === 'none' ? 'auto' : mode,
  });
}

/** What has no defaults to be computed. */
function playing(instrument: TrackerInstrument, ticksPerSecond: number) {
  const { nna, dct, dca, fadeout, pan, filter } = instrument;
  return {
    nna: NNA[nna ?? 'cut'],
    dct: DCT[dct ?? 'off'],
    dca: DCA[dca ?? 'cut'],
    fadeTicks: fadeout == null ? 0 : fadeout * ticksPerSecond,
    pan: pan ?? undefined,
    filter: filter ?? undefined,
  };
}

/** The sample at a rate at which XM can play the highest note: each half of the rate gains an octave. */
function withinReach(sound: WavSound, { format, highestNote, baseNote, tools }: BakeRequest): WavSound {
  if (format !== 'xm' || !tools.lowersRate || highestNote === 0) return sound;
  let { pcm, rate } = sound;
  while (highestNote + tools.tuneXm(rate, baseNote).relativeNote > HIGHEST_XM_NOTE && rate >= 2) {
    pcm = halveRate(pcm);
    rate /= 2;
  }
  return { pcm, rate };
}
