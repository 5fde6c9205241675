/** `music.tracker_song_compose_v1`: a song whose patterns are programs, expanded to plain patterns. */
import type { KindModule } from '../kind.ts';
import { instrumentFiles } from '../music.tracker_song_v1/instrument.ts';
import { STRIPPED_KEYS, stripCoverage } from '../music.tracker_song_v1/params.ts';
import { check } from './check.ts';
import { type ComposeParams, composeParams } from './params.ts';

export type { Alias, BeatDelta, BeatPos, CellTemplate, ManualNote, Timebase } from './common.ts';
export type {
  Choose,
  Concat,
  Emit,
  EmitSeq,
  Filter,
  FilterCriteria,
  Interleave,
  MergePolicy,
  Mini,
  Mirror,
  PatternExpr,
  Prob,
  Ref,
  RemapChannel,
  Repeat,
  Reverse,
  Shift,
  Slice,
  Stack,
  Transform,
} from './expression.ts';
export { type Extent, type SongExtent, songExtent } from './extent.ts';
export type { ChordSpec, Harmony } from './harmony.ts';
export { type ComposeParams, type ComposePattern, composeParams } from './params.ts';
export { patternRows, type RowsProblem } from './rows.ts';
export type { PitchSequence, Sequence } from './sequence.ts';
export type { TimeExpr } from './time.ts';
export { GROOVES, type Groove, SCALES, type TransformOp } from './transform.ts';

export const trackerSongComposeV1: KindModule<ComposeParams> = {
  kind: 'music.tracker_song_compose_v1',
  params: composeParams,
  strip: stripCoverage,
  stripped: STRIPPED_KEYS,
  check,
  files: ({ instruments }) => instrumentFiles(instruments),
};

export default trackerSongComposeV1;
