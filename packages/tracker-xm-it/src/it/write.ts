/** Impulse Tracker modules 2.14, as in Jeffrey Lim's ITTECH.TXT and what players make of it. */
import { ByteWriter } from '../binary/byte-writer.ts';
import type { Song } from '../song/model.ts';
import type { SongTools } from '../tools.ts';
import { INSTRUMENT_SIZE, writeInstrument } from './instrument.ts';
import { SAMPLE_HEADER_SIZE, type StoredSample, storeSample, writeSampleHeader } from './sample.ts';

const HEADER_SIZE = 192;
const PATTERN_HEADER_SIZE = 8;
const TITLE_SIZE = 26;
const CHANNELS = 64;
const CREATED_WITH = 0x0214;
/** What players need who are to read these. */
const NEEDS_215 = 0x0215;
const NEEDS_FILTER_ENVELOPE = 0x0216;
const STEREO = 1;
const USE_INSTRUMENTS = 4;
const LINEAR_SLIDES = 8;
/** Rows of a beat and of a bar that editors stress. */
const HIGHLIGHT = [4, 16] as const;
const LOUDEST = 128;
const CENTRE = 32;
const FULL_SEPARATION = 128;

export function writeIt(song: Song, tools: SongTools): Uint8Array {
  const { instruments, patterns } = song;
  const { it } = tools;
  const orders = [...song.orders, ...it.endMark];
  const packed = patterns.map((pattern) => tools.packItPattern(pattern, song.channels));
  const stored = instruments.map(({ sample }) => storeSample(sample, song.compress));

  const firstInstrument = HEADER_SIZE + orders.length + 4 * (2 * instruments.length + patterns.length);
  const firstSample = firstInstrument + INSTRUMENT_SIZE * instruments.length;
  const firstPattern = firstSample + SAMPLE_HEADER_SIZE * instruments.length;
  const patternOffsets: number[] = [];
  let end = firstPattern;
  for (const data of packed) {
    patternOffsets.push(end);
    end += PATTERN_HEADER_SIZE + data.length;
  }
  const { offsets, data, size } = placeData(stored, end, it.sharesData);

  const to = new ByteWriter(size);
  writeHeader(to, song, orders.length, stored, tools);
  to.u8(...orders);
  to.u32(...instruments.map((_, index) => firstInstrument + INSTRUMENT_SIZE * index));
  to.u32(...instruments.map((_, index) => firstSample + SAMPLE_HEADER_SIZE * index));
  to.u32(...patternOffsets);
  instruments.forEach((instrument, index) => {
    writeInstrument(to, instrument, index, tools);
  });
  instruments.forEach((instrument, index) => {
    writeSampleHeader(to, instrument, stored[index]!, offsets[index]!, tools);
  });
  patterns.forEach(({ rows }, index) => {
    to.u16(packed[index]!.length, rows);
    to.u32(0);
    to.raw(packed[index]!);
  });
  for (const bytes of data) to.raw(bytes);
  return to.finish();
}

function writeHeader(
  to: ByteWriter,
  song: Song,
  orders: number,
  stored: readonly StoredSample[],
  { text, it }: SongTools,
): void {
  to.ascii('IMPM');
  to.field(text(song.title, TITLE_SIZE - 1), TITLE_SIZE);
  to.u8(...HIGHLIGHT);
  to.u16(orders, song.instruments.length, song.instruments.length, song.patterns.length);
  const needed = song.instruments.some(({ pitchEnvelope }) => pitchEnvelope?.filter)
    ? NEEDS_FILTER_ENVELOPE
    : stored.some(({ compression }) => compression === 'it215')
      ? NEEDS_215
      : it.compatibleWith;
  to.u16(CREATED_WITH, needed, (song.stereo ? STEREO : 0) | USE_INSTRUMENTS | LINEAR_SLIDES, it.special);
  to.u8(Math.min(song.globalVolume, LOUDEST), Math.min(song.mixVolume, LOUDEST), song.speed, song.bpm);
  to.u8(FULL_SEPARATION, 0); // pitch wheel depth
  to.u16(0); // length of the message
  to.u32(0, 0); // its place; reserved
  to.fill(song.channels, CENTRE);
  to.fill(CHANNELS - song.channels, it.unusedPan);
  to.fill(song.channels, 64);
  to.fill(CHANNELS - song.channels, it.unusedVolume);
}

/** Where the data of each sample goes: behind the patterns, equal content once where it is shared. */
function placeData(
  stored: readonly StoredSample[],
  start: number,
  shares: boolean,
): { readonly offsets: number[]; readonly data: Uint8Array[]; readonly size: number } {
  const placed = new Map<string, { offset: number; sample: StoredSample }[]>();
  const offsets: number[] = [];
  const data: Uint8Array[] = [];
  let size = start;
  for (const sample of stored) {
    const key = `${sample.compression} ${sample.bytes.length}`;
    const alike = placed.get(key) ?? [];
    const twin = shares ? alike.find((other) => sameBytes(other.sample.bytes, sample.bytes)) : undefined;
    offsets.push(twin?.offset ?? size);
    if (twin !== undefined) continue;
    placed.set(key, [...alike, { offset: size, sample }]);
    data.push(sample.bytes);
    size += sample.bytes.length;
  }
  return { offsets, data, size };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
