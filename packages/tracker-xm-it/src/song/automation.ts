/** Volume fades and tempo changes, written over the cells of a pattern in the order given. */
import { type AutomationEntry, automationProblem } from '@speccade/spec/kinds/music.tracker_song_v1';
import { problem } from '../problem.ts';
import { XM_SET_VOLUME } from './cell.ts';
import { cellAt, freeChannel, type Pattern, type Score } from './model.ts';

/** XM's Fxx and IT's Txx. */
const TEMPO = { xm: 15, it: 20 } as const;

/** Which channel of a row a tempo change is written to; `undefined` where it finds no place. */
export type TempoChannel = (pattern: Pattern, channels: number, row: number) => number | undefined;

export function applyAutomation(
  pattern: Pattern,
  entries: readonly AutomationEntry[],
  { format, channels }: Pick<Score, 'format' | 'channels'>,
  tempoChannel: TempoChannel,
): void {
  entries.forEach((entry, index) => {
    if (entry.pattern !== pattern.name) return;
    const wrong = automationProblem(entry, pattern.rows, channels);
    if (wrong !== undefined) throw problem('MUSIC_007', ['automation', index], wrong.message, wrong);
    if (entry.type === 'volume_fade') {
      const { channel, start_row: first, end_row: last, start_vol: from, end_vol: to } = entry;
      for (let row = first; row <= last; row++) {
        const volume = Math.floor(from + ((to - from) * (row - first)) / (last - first) + 0.5);
        cellAt(pattern, channels, row, channel).volume = format === 'xm' ? XM_SET_VOLUME + volume : volume;
      }
      return;
    }
    const channel = tempoChannel(pattern, channels, entry.row);
    if (channel === undefined) {
      throw problem('MUSIC_007', ['automation', index], 'no channel of the row has room for another effect', {
        expected: 'a channel without an effect',
        found: `row ${entry.row}`,
      });
    }
    const cell = cellAt(pattern, channels, entry.row, channel);
    cell.effect = TEMPO[format];
    cell.param = entry.bpm;
  });
}

/** The lowest channel with room for an effect. */
export const tempoChannel: TempoChannel = freeChannel;
