/** FastTracker 2 Extended Module 1.04, as in Triton's format text of 1994 and what players make of it. */
import { ByteWriter } from '../binary/byte-writer.ts';
import type { Song } from '../song/model.ts';
import type { SongTools } from '../tools.ts';
import { instrumentSize, writeInstrument } from './instrument.ts';
import { PATTERN_HEADER_SIZE, packPattern } from './pattern.ts';

const ID = 'Extended Module: ';
const VERSION = 0x0104;
const TITLE_SIZE = 20;
const TRACKER_SIZE = 20;
const ORDER_TABLE_SIZE = 256;
/** Counted from its own place. */
const HEADER_SIZE = 20 + ORDER_TABLE_SIZE;
const BEFORE_HEADER = 60;
const LINEAR_FREQUENCIES = 1;

export function writeXm(song: Song, tools: SongTools): Uint8Array {
  const packed = song.patterns.map((pattern) => packPattern(pattern, song.channels));
  const size =
    BEFORE_HEADER +
    HEADER_SIZE +
    packed.reduce((sum, data) => sum + PATTERN_HEADER_SIZE + data.length, 0) +
    song.instruments.reduce((sum, instrument) => sum + instrumentSize(instrument), 0);
  const to = new ByteWriter(size);
  to.ascii(ID);
  to.field(tools.text(song.title, TITLE_SIZE), TITLE_SIZE, tools.xm.pad);
  to.u8(0x1a);
  to.field(tools.text(tools.xm.tracker, TRACKER_SIZE), TRACKER_SIZE);
  to.u16(VERSION);
  to.u32(HEADER_SIZE);
  to.u16(song.orders.length, song.restart, song.channels, song.patterns.length, song.instruments.length);
  to.u16(LINEAR_FREQUENCIES, song.speed, song.bpm);
  to.field(Uint8Array.from(song.orders), ORDER_TABLE_SIZE);
  song.patterns.forEach((pattern, index) => {
    const data = packed[index]!;
    to.u32(PATTERN_HEADER_SIZE);
    to.u8(0); // packing type
    to.u16(pattern.rows, data.length);
    to.raw(data);
  });
  for (const instrument of song.instruments) writeInstrument(to, instrument, tools);
  return to.finish();
}
