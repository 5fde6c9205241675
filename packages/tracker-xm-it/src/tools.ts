/** What the two modes do differently, as one table of functions and constants. */
import type { PathStep } from '@speccade/spec';
import type {
  PatternNote,
  SongParams,
  TrackerEnvelope,
  TrackerInstrument,
} from '@speccade/spec/kinds/music.tracker_song_v1';
import { volumeEnvelope } from './instruments/envelope.ts';
import { findLoop } from './instruments/find-loop.ts';
import type { FoundLoop, LoopQuery } from './instruments/loop-parts.ts';
import { exactRate, gridTuning, type XmTuning } from './instruments/tuning.ts';
import { readWav, type WavSound } from './instruments/wav.ts';
import { packPattern } from './it/pattern.ts';
import { IT_STYLE, type ItStyle } from './it/style.ts';
import { type TempoChannel, tempoChannel } from './song/automation.ts';
import { type CellContext, toCell } from './song/cell.ts';
import { finishScore } from './song/finish.ts';
import type { Cell, Envelope, Pattern, Score } from './song/model.ts';
import { plainText } from './text.ts';
import { XM_STYLE, type XmStyle } from './xm/style.ts';

export interface SongTools {
  readonly compat: 'reference' | undefined;
  toCell(note: PatternNote, context: CellContext & { readonly params: SongParams }): Cell;
  readonly tempoChannel: TempoChannel;
  /** The last touches: `loop` says whether the song goes on after its end. */
  finish(score: Score, loop: boolean): Score;
  title(params: SongParams, assetId: string): string;
  /** A text as bytes, at most `length` of them. */
  text(text: string, length: number): Uint8Array;
  /** Ticks of envelopes per second. */
  ticksPerSecond(bpm: number): number;
  volumeEnvelope(envelope: TrackerEnvelope, ticksPerSecond: number): Envelope;
  /** Whether sounds that are struck and not held keep the envelopes of their layers. */
  readonly keepsLayers: boolean;
  /** The base note that the deprecated waveforms give. */
  waveformNote(synthesis: NonNullable<TrackerInstrument['synthesis']>): string | undefined;
  readWav(bytes: Uint8Array, path: readonly PathStep[]): WavSound;
  /** Needs at least 4 samples. */
  findLoop(query: LoopQuery): FoundLoop;
  /** Hz at which a sample for XM is synthesised where `rate` is asked for. */
  xmRate(rate: number): number;
  tuneXm(rate: number, midi: number): XmTuning;
  /** Whether a sample is stored at a lower rate where XM could not play its highest note. */
  readonly lowersRate: boolean;
  readonly xm: XmStyle;
  readonly it: ItStyle;
  packItPattern(pattern: Pattern, channels: number): Uint8Array;
}

export const songTools: SongTools = {
  compat: undefined,
  toCell,
  tempoChannel,
  finish: finishScore,
  title: ({ name, title }, assetId) => [name, title].find((text) => text != null && text.trim() !== '') ?? assetId,
  text: plainText,
  // A tick is 2.5 / bpm seconds.
  ticksPerSecond: (bpm) => 0.4 * bpm,
  volumeEnvelope,
  keepsLayers: true,
  waveformNote: ({ base_note: note }) => note ?? undefined,
  readWav,
  findLoop,
  xmRate: exactRate,
  tuneXm: gridTuning,
  lowersRate: true,
  xm: XM_STYLE,
  it: IT_STYLE,
  packItPattern: packPattern,
};
