/** Where the sample of an instrument comes from: the four sources brought to two, a sound to render or a recording. */
import { midiNote } from '@speccade/audio';
import { BackendError, type PathStep, parseWith, readJson } from '@speccade/spec';
import { type AudioParams, audioV1 } from '@speccade/spec/kinds/audio_v1';
import {
  INSTRUMENT_SOURCES,
  readBaseNote,
  type TrackerFormat,
  type TrackerInstrument,
} from '@speccade/spec/kinds/music.tracker_song_v1';
import { problem } from '../problem.ts';
import type { SongTools } from '../tools.ts';
import { type ReadFile, readExternal } from './external.ts';

export type Source =
  | {
      readonly kind: 'sound';
      readonly params: AudioParams;
      /** Whether the layers have envelopes of their own that mean something. */
      readonly layered: boolean;
    }
  /** One of the deprecated waveforms. */
  | { readonly kind: 'waveform' }
  | { readonly kind: 'recording'; readonly bytes: Uint8Array };

export type LoadedSource = Source & { readonly path: readonly PathStep[] };

/** Reads what the instrument refers to. Throws `BackendError` for what cannot be read or is no sound. */
export function loadSource(instrument: TrackerInstrument, index: number, readFile: ReadFile | undefined): LoadedSource {
  const path = ['instruments', index];
  if (INSTRUMENT_SOURCES.filter((source) => instrument[source] != null).length !== 1) {
    throw problem('MUSIC_006', path, 'an instrument has one source', {
      expected: `exactly one of ${INSTRUMENT_SOURCES.join(', ')}`,
    });
  }
  const { ref, wav, synthesis_audio_v1: inline, synthesis } = instrument;
  const recording = (file: string, at: readonly PathStep[]): LoadedSource => ({
    kind: 'recording',
    bytes: readExternal(file, readFile, 'MUSIC_005', at),
    path: at,
  });
  if (wav != null) return recording(wav, [...path, 'wav']);
  if (synthesis?.type === 'sample') return recording(synthesis.path, [...path, 'synthesis', 'path']);
  if (synthesis != null) return { kind: 'waveform', path: [...path, 'synthesis'] };
  if (inline != null) return { kind: 'sound', params: inline, layered: true, path: [...path, 'synthesis_audio_v1'] };
  const at = [...path, 'ref'];
  const params = soundOf(readExternal(ref!, readFile, 'MUSIC_006', at), at);
  return { kind: 'sound', params, layered: true, path: at };
}

/** The parameters of an audio spec. Its outputs and its seed are not looked at. */
function soundOf(bytes: Uint8Array, path: readonly PathStep[]): AudioParams {
  const refuse = (message: string, more?: { expected: string; found: string }) =>
    problem('MUSIC_006', path, `the referenced spec ${message}`, more);
  const read = readJson(bytes);
  if (!read.ok) throw refuse(`is not JSON: ${read.issues[0]!.message}`);
  const document = read.value as { asset_type?: unknown; recipe?: { kind?: unknown; params?: unknown } } | null;
  const kind = document?.recipe?.kind;
  if (document?.asset_type !== 'audio' || kind !== 'audio_v1') {
    throw refuse('is not of a sound', { expected: 'an audio_v1 recipe', found: String(kind ?? 'no recipe') });
  }
  const { params } = document.recipe!;
  const isObject = typeof params === 'object' && params !== null && !Array.isArray(params);
  const stripped = isObject ? audioV1.strip!(params as Record<string, unknown>) : params;
  const parsed = parseWith(audioV1.params, stripped, ['recipe', 'params'], () => 'MUSIC_006');
  if (parsed.ok) return parsed.value;
  const { issue } = parsed.issues[0]!;
  throw refuse(`is wrong at ${issue.path}: ${issue.message}`);
}

/** The pitch without any word about it: C4 in XM, C5 in IT. */
const DEFAULT_NOTE: Readonly<Record<TrackerFormat, number>> = { xm: 60, it: 72 };

/** MIDI number of the pitch that the sample has: what the instrument says, or its source, or the format. */
export function baseNoteOf(
  instrument: TrackerInstrument,
  source: LoadedSource,
  index: number,
  format: TrackerFormat,
  tools: SongTools,
): number {
  const { synthesis } = instrument;
  const path = ['instruments', index, 'base_note'];
  const inner = source.kind === 'sound' ? source.params.base_note : undefined;
  const names = [
    instrument.base_note,
    synthesis == null ? undefined : tools.waveformNote(synthesis),
    typeof inner === 'string' ? inner : undefined,
  ];
  const name = names.find((text) => text != null && text.trim() !== '');
  if (name != null) {
    const midi = readBaseNote(name);
    if (midi === undefined) throw problem('MUSIC_006', path, 'this is not the name of a note', { found: name });
    return midi;
  }
  if (typeof inner !== 'number') return DEFAULT_NOTE[format];
  const midi = midiNote(inner);
  if (midi === undefined || midi > 127) {
    throw problem('MUSIC_006', path, 'there is no such MIDI note', { expected: '0 to 127', found: String(inner) });
  }
  return midi;
}

/** The issues of a sound as issues of the song. */
export function asMusicProblem(error: unknown, path: readonly PathStep[]): unknown {
  if (!(error instanceof BackendError)) return error;
  const { message, expected, found } = error.issues[0]!;
  return problem('MUSIC_006', path, `the sound cannot be made: ${message}`, {
    ...(expected !== undefined && { expected }),
    ...(found !== undefined && { found }),
  });
}
