/** IT patterns: per row the cells that hold something, then a zero (ITTECH, pattern format). */
import { ByteWriter } from '../binary/byte-writer.ts';
import { problem } from '../problem.ts';
import { type Cell, isEmpty, type Pattern } from '../song/model.ts';

/** In the channel byte: a mask follows. Without it the channel's last mask holds. */
const MASK_FOLLOWS = 0x80;
const NOTE = 1;
const INSTRUMENT = 2;
const VOLUME = 4;
const EFFECT = 8;
/** Channel, mask and five values. */
const LARGEST_CELL = 7;
export const LARGEST_PATTERN = 0xffff;

/**
 * Packs plainly, since what repeats the last value of a channel saves little; only a pattern that does not fit is packed
 * with those repetitions. Throws `BackendError` for one that still does not fit.
 */
export function packPattern(pattern: Pattern, channels: number): Uint8Array {
  const plain = packCells(pattern, channels, packPlain);
  if (plain.length <= LARGEST_PATTERN) return plain;
  const tight = packTight(pattern, channels);
  if (tight.length <= LARGEST_PATTERN) return tight;
  throw problem('MUSIC_001', ['patterns', pattern.name], 'IT cannot hold a pattern of so many cells', {
    expected: `at most ${LARGEST_PATTERN} bytes`,
    found: `${tight.length} bytes`,
  });
}

type PackCell = (cell: Cell, channel: number, to: ByteWriter) => void;

/** Channels rise within a row. */
export function packCells({ rows, cells }: Pattern, channels: number, packCell: PackCell): Uint8Array {
  const to = new ByteWriter(rows + LARGEST_CELL * cells.size);
  for (let row = 0; row < rows; row++) {
    for (let channel = 0; channel < channels; channel++) {
      const cell = cells.get(row * channels + channel);
      if (cell !== undefined && !isEmpty(cell)) packCell(cell, channel, to);
    }
    to.u8(0);
  }
  return to.bytes.slice(0, to.at);
}

function packPlain({ note, instrument, volume, effect, param }: Cell, channel: number, to: ByteWriter): void {
  const hasEffect = effect !== undefined || param !== undefined;
  const mask =
    (note === undefined ? 0 : NOTE) |
    (instrument === undefined ? 0 : INSTRUMENT) |
    (volume === undefined ? 0 : VOLUME) |
    (hasEffect ? EFFECT : 0);
  to.u8((channel + 1) | MASK_FOLLOWS, mask);
  if (note !== undefined) to.u8(note);
  if (instrument !== undefined) to.u8(instrument);
  if (volume !== undefined) to.u8(volume);
  if (hasEffect) to.u8(effect ?? 0, param ?? 0);
}

interface Memory {
  mask: number;
  /** The last values written in this pattern, in the order of the mask's bits; effect and parameter as one number. */
  readonly values: (number | undefined)[];
}

/** With the channel's last mask and last values where they are the same. */
export function packTight(pattern: Pattern, channels: number): Uint8Array {
  const memories = Array.from({ length: channels }, (): Memory => ({ mask: 0, values: [] }));
  return packCells(pattern, channels, (cell, channel, to) => {
    const memory = memories[channel]!;
    const { note, instrument, volume, effect, param } = cell;
    const hasEffect = effect !== undefined || param !== undefined;
    const members = [note, instrument, volume, hasEffect ? 256 * (effect ?? 0) + (param ?? 0) : undefined];
    let mask = 0;
    const values: number[] = [];
    members.forEach((member, index) => {
      if (member === undefined) return;
      if (member === memory.values[index]) {
        mask |= 16 << index;
        return;
      }
      mask |= 1 << index;
      memory.values[index] = member;
      if (1 << index === EFFECT) values.push(member >> 8);
      values.push(member & 0xff);
    });
    if (mask === memory.mask) to.u8(channel + 1, ...values);
    else to.u8((channel + 1) | MASK_FOLLOWS, mask, ...values);
    memory.mask = mask;
  });
}
