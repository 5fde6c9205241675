/** Packs IT patterns as the reference implementation does, which takes 0 for nothing in every column. */
import { LARGEST_PATTERN, packCells } from '../it/pattern.ts';
import { problem } from '../problem.ts';
import type { Pattern } from '../song/model.ts';

const MASK_FOLLOWS = 0x80;
const VOLUME_AGAIN = 0x40;
const EFFECT = 8;

/** A volume alone that is the channel's last one is dropped, and its cell when nothing is left of it. */
export function packPattern(pattern: Pattern, channels: number): Uint8Array {
  const memories = Array.from({ length: channels }, () => [0, 0, 0, 0]);
  const packed = packCells(pattern, channels, (cell, channel, to) => {
    const { note = 0, instrument = 0, volume = 0, effect = 0, param = 0 } = cell;
    const last = memories[channel]!;
    let mask = 0;
    const values: number[] = [];
    [note, instrument, volume, 256 * effect + param].forEach((value, index) => {
      if (value === 0) return;
      if (value === last[index]) {
        mask |= 16 << index;
        return;
      }
      mask |= 1 << index;
      last[index] = value;
      if (1 << index === EFFECT) values.push(value >> 8);
      values.push(value & 0xff);
    });
    if (note === 0 && instrument === 0) mask &= ~VOLUME_AGAIN;
    if (mask !== 0) to.u8((channel + 1) | MASK_FOLLOWS, mask, ...values);
  });
  if (packed.length > LARGEST_PATTERN) {
    throw problem('MUSIC_008', ['patterns', pattern.name], 'IT cannot hold a pattern of so many cells');
  }
  return packed;
}
