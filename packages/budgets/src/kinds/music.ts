/** Counts and costs of songs: what the module holds, and what its synthesised samples take to make. */
import { type ComposeParams, songExtent } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { SongParams, TrackerInstrument } from '@speccade/spec/kinds/music.tracker_song_v1';
import type { SpecCounts } from '../checks.ts';
import type { KindBudgets } from '../kind-budget.ts';
import { countAudio, estimateAudio } from './audio.ts';

export const BUDGETS: KindBudgets = {
  'music.tracker_song_v1': { count: countSong, estimate: estimateSong },
  'music.tracker_song_compose_v1': { count: countCompose, estimate: estimateCompose },
};

/** Units for a sample that is read from a file or made of one plain waveform. */
const PLAIN_SAMPLE = 100_000;
/** Units for the search for a loop, which every sustained instrument has. */
const LOOP_SEARCH = 500_000;

const PATHS = {
  channels: 'recipe.params.channels',
  patterns: 'recipe.params.patterns',
  instruments: 'recipe.params.instruments',
  samples: 'recipe.params.instruments',
  patternRows: 'recipe.params.patterns',
  cellsPerPattern: 'recipe.params.patterns',
};

export function countSong(params: SongParams): SpecCounts {
  const patterns = Object.values(params.patterns);
  return {
    ...countLayers(params.instruments),
    music: {
      counts: {
        format: params.format,
        channels: params.channels,
        patterns: patterns.length,
        instruments: params.instruments.length,
        samples: params.instruments.length,
        patternRows: patterns.reduce((most, { rows }) => Math.max(most, rows), 0),
        cellsPerPattern: patterns.reduce((most, pattern) => Math.max(most, countEvents(pattern)), 0),
      },
      paths: PATHS,
    },
  };
}

/** Of what a composition may come to at most, by arithmetic on its expressions. */
export function countCompose(params: ComposeParams): SpecCounts {
  const { depth, cellsPerPattern, patternRows } = songExtent(params);
  return {
    music: {
      counts: {
        format: params.format,
        channels: params.channels,
        patterns: Object.keys(params.patterns).length,
        instruments: params.instruments.length,
        samples: params.instruments.length,
        patternRows,
        composeRecursion: depth,
        cellsPerPattern,
      },
      paths: { ...PATHS, composeRecursion: 'recipe.params.patterns' },
    },
  };
}

/** The layers of the instrument that has most of them: what a sound may have, an instrument may. */
function countLayers(instruments: readonly TrackerInstrument[]): Pick<SpecCounts, 'audio'> {
  let most: SpecCounts['audio'];
  instruments.forEach(({ synthesis_audio_v1: sound }, index) => {
    if (sound == null) return;
    const { layers = 0, expandedLayers = 0 } = countAudio(sound).audio!.counts;
    if (expandedLayers <= (most?.counts.expandedLayers ?? 0)) return;
    const path = `recipe.params.instruments[${index}].synthesis_audio_v1.layers`;
    most = { counts: { layers, expandedLayers }, paths: { layers: path } };
  });
  return most === undefined ? {} : { audio: most };
}

/** One unit per event, and what the instruments cost. */
export function estimateSong(params: SongParams): number {
  const events = Object.values(params.patterns).reduce((sum, pattern) => sum + countEvents(pattern), 0);
  return params.instruments.reduce((sum, instrument) => sum + estimateInstrument(instrument), events);
}

/** One unit per cell that the programs may come to, and what the instruments cost. */
export function estimateCompose(params: ComposeParams): number {
  const { cells } = songExtent(params);
  return params.instruments.reduce((sum, instrument) => sum + estimateInstrument(instrument), cells);
}

function estimateInstrument({ synthesis_audio_v1: audio, envelope, loop_mode: loop }: TrackerInstrument): number {
  const looped = loop == null || loop === 'auto' ? (envelope?.sustain ?? 1) > 0 : loop !== 'none';
  return (audio == null ? PLAIN_SAMPLE : estimateAudio(audio)) + (looped ? LOOP_SEARCH : 0);
}

function countEvents({ notes, data }: SongParams['patterns'][string]): number {
  const listed = Object.values(notes ?? {}).reduce((sum, events) => sum + events.length, 0);
  return listed + (data?.length ?? 0);
}
