/** `music.tracker_song_v1`: a song of patterns, instruments and an order list, as XM and IT modules. */
import type { KindModule } from '../kind.ts';
import { check } from './check.ts';
import { instrumentFiles } from './instrument.ts';
import { type SongParams, STRIPPED_KEYS, songParams, stripCoverage } from './params.ts';

export { checkFrame, type SongFrame } from './check.ts';
export { type AutomationProblem, automationProblem } from './check-automation.ts';
export { checkInstruments } from './check-instruments.ts';
export { channelOfKey, checkPatterns } from './check-patterns.ts';
export { byte, TRACKER_FORMATS, type TrackerFormat, trackerFormat, uint32, word } from './common.ts';
export type { EffectEncoding, EffectRead, EffectRule, EncodedEffect } from './effect-rule.ts';
export { effectTable } from './effect-table.ts';
export { EFFECTS } from './effects.ts';
export { type EffectContext, type EffectProblem, type EffectResult, encodeEffect } from './encode-effect.ts';
export { requestedFormats } from './formats.ts';
export {
  DEFAULT_ENVELOPE,
  INSTRUMENT_SOURCES,
  type InstrumentSynthesis,
  instrumentFiles,
  type LoopMode,
  type PointEnvelope,
  type TrackerEnvelope,
  type TrackerInstrument,
  trackerInstrument,
} from './instrument.ts';
export {
  FORMAT_LIMITS,
  type FormatLimits,
  MAX_BPM,
  MAX_ORDERS,
  MAX_SAMPLE_SECONDS,
  MAX_SPEED,
  MAX_VOLUME,
  MIN_BPM,
  orderCount,
  SYNTHESIS_RATES,
} from './limits.ts';
export { type NoteText, readBaseNote, readNoteText } from './notes.ts';
export {
  type ArrangementEntry,
  type AutomationEntry,
  arrangementEntry,
  automationEntry,
  type ItOptions,
  itOptions,
  type SongParams,
  STRIPPED_KEYS,
  songFields,
  songParams,
  stripCoverage,
} from './params.ts';
export {
  instrumentOf,
  needsInstrument,
  type PatternNote,
  patternNote,
  type TrackerPattern,
  trackerPattern,
  VOLUME_COMMANDS,
  type VolumeCommand,
  volumeOf,
} from './pattern.ts';
export { encodeVolumeCommand } from './volume-column.ts';

export const trackerSongV1: KindModule<SongParams> = {
  kind: 'music.tracker_song_v1',
  params: songParams,
  strip: stripCoverage,
  stripped: STRIPPED_KEYS,
  check,
  files: ({ instruments }) => instrumentFiles(instruments),
};

export default trackerSongV1;
