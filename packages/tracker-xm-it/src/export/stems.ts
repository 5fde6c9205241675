/** A song with one channel sounding: what a stem is rendered from. */
import { flowCommand } from '../song/commands.ts';
import { type Cell, isEmpty, type Song } from '../song/model.ts';

/** Volume of the whole song: Gxx and Hxy in XM, Vxx and Wxy in IT. */
const GLOBAL: Readonly<Record<Song['format'], readonly number[]>> = { xm: [16, 17], it: [22, 23] };

/** Channels that have a cell with a note. */
export function soundingChannels({ patterns, channels }: Pick<Song, 'patterns' | 'channels'>): number[] {
  const found = new Set<number>();
  for (const { cells } of patterns) {
    for (const [at, { note }] of cells) if (note !== undefined) found.add(at % channels);
  }
  return [...found].sort((a, b) => a - b);
}

/** The song without the notes of all other channels. What moves the whole song on them stays: speed, jumps, loops, volume. */
export function isolateChannel(song: Song, channel: number): Song {
  const { format, channels } = song;
  const kept = (cell: Cell): Cell | undefined => {
    const { effect, param } = cell;
    const command = flowCommand(cell, format);
    const moves = (command !== undefined && command.do !== 'delay_note') || GLOBAL[format].includes(effect ?? -1);
    return moves ? { effect, param } : undefined;
  };
  const patterns = song.patterns.map((pattern) => {
    const cells = new Map<number, Cell>();
    for (const [at, cell] of pattern.cells) {
      const own = at % channels === channel ? cell : kept(cell);
      if (!isEmpty(own)) cells.set(at, own!);
    }
    return { ...pattern, cells };
  });
  return { ...song, patterns };
}
