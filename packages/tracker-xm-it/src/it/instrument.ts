/** IT instruments of 554 bytes (ITTECH, instrument format from 2.00 on). */
import type { ByteWriter } from '../binary/byte-writer.ts';
import type { Envelope, Instrument } from '../song/model.ts';
import type { SongTools } from '../tools.ts';

export const INSTRUMENT_SIZE = 554;
const NAME_SIZE = 26;
const KEYS = 120;
const MOST_POINTS = 25;
const PITCH_PAN_CENTRE = 60;
/** The centre, with the bit that says not to use it. */
const NO_PAN = 0xa0;
const ACTIVE = 0x80;
/** Of the pitch envelope: it moves the filter. */
const FILTER_FLAG = 0x80;
/** ITTECH: a note fades within 1024 / fadeout ticks. */
const FADE_UNITS = 1024;
const FASTEST_FADE = 256;
/** Where the second point of an envelope that is off stands. */
const SPARE_TICK = 10;

export function writeInstrument(to: ByteWriter, instrument: Instrument, index: number, { text, it }: SongTools): void {
  const { nna, dct, dca, fadeTicks, pan, filter } = instrument;
  const start = to.at;
  to.ascii('IMPI');
  to.fill(13); // DOS name
  to.u8(nna, dct, dca);
  to.u16(fadeTicks === 0 ? it.fadeOut : Math.min(Math.max(Math.round(FADE_UNITS / fadeTicks), 1), FASTEST_FADE));
  to.u8(0, PITCH_PAN_CENTRE, 128); // pitch-pan separation and centre, global volume
  to.u8(pan === undefined ? NO_PAN : Math.round(32 + 32 * pan));
  to.fill(2 + 4); // random volume and pan; version and counts of instrument files
  to.field(text(instrument.name, NAME_SIZE), NAME_SIZE);
  to.u8(filter === undefined ? 0 : filter.cutoff | ACTIVE, filter === undefined ? 0 : filter.resonance | ACTIVE);
  to.u8(...it.midi);
  for (let key = 0; key < KEYS; key++) to.u8(key, index + 1);
  const spare = it.spareEnvelopes;
  writeEnvelope(to, instrument.volumeEnvelope, 0, spare ? 64 : undefined);
  writeEnvelope(to, instrument.panEnvelope, 0, spare ? 0 : undefined);
  const pitch = instrument.pitchEnvelope;
  writeEnvelope(to, pitch, pitch?.filter ? FILTER_FLAG : 0, spare ? 0 : undefined);
  to.fill(start + INSTRUMENT_SIZE - to.at);
}

/** `spare`: the value of the points of an envelope that is off; absent: it has none. */
function writeEnvelope(to: ByteWriter, envelope: Envelope | undefined, flags: number, spare: number | undefined): void {
  if (envelope === undefined && spare === undefined) {
    to.fill(6 + 3 * MOST_POINTS + 1);
    return;
  }
  const { points, sustain, loop }: Envelope = envelope ?? {
    points: [
      [0, spare!],
      [SPARE_TICK, spare!],
    ],
  };
  // 1 on, 2 loop, 4 sustain loop.
  const on = envelope === undefined ? 0 : 1 | (loop === undefined ? 0 : 2) | (sustain === undefined ? 0 : 4);
  to.u8(on | flags, points.length, loop?.[0] ?? 0, loop?.[1] ?? 0, sustain ?? 0, sustain ?? 0);
  for (const [tick, value] of points) {
    to.u8(value & 0xff);
    to.u16(tick);
  }
  to.fill(3 * (MOST_POINTS - points.length) + 1);
}
