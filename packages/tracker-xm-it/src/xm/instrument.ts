/** XM instruments: header, envelopes and one 16-bit sample, delta-coded (XM 1.04, instrument and sample formats). */
import type { ByteWriter } from '../binary/byte-writer.ts';
import type { Envelope, Instrument, SampleLoop } from '../song/model.ts';
import type { SongTools } from '../tools.ts';

const HEADER_SIZE = 263;
const SAMPLE_HEADER_SIZE = 40;
const KEYS = 96;
const MOST_POINTS = 12;
const NAME_SIZE = 22;
const LOOP_TYPES: Readonly<Record<SampleLoop['mode'], number>> = { forward: 1, pingpong: 2 };
const SIXTEEN_BIT = 0x10;
const CENTRE = 128;
/** XM fades by `fadeout / 32768` of the level each tick. */
const FADE_UNITS = 32_768;
const SLOWEST_FADE = 4095;

export function instrumentSize({ sample }: Instrument): number {
  return HEADER_SIZE + SAMPLE_HEADER_SIZE + 2 * sample.pcm.length;
}

export function writeInstrument(to: ByteWriter, instrument: Instrument, { text, xm }: SongTools): void {
  const { sample, volumeEnvelope, panEnvelope, fadeTicks } = instrument;
  const name = text(instrument.name, NAME_SIZE);
  to.u32(HEADER_SIZE);
  to.field(name, NAME_SIZE, xm.pad);
  to.u8(0); // type
  to.u16(1); // samples
  to.u32(SAMPLE_HEADER_SIZE);
  to.fill(KEYS); // every key plays sample 0
  writePoints(to, volumeEnvelope, 0);
  writePoints(to, panEnvelope, 32);
  to.u8(volumeEnvelope.points.length, panEnvelope?.points.length ?? 0);
  writeIndices(to, volumeEnvelope);
  writeIndices(to, panEnvelope);
  to.u8(flagsOf(volumeEnvelope), flagsOf(panEnvelope));
  to.fill(4); // auto-vibrato
  to.u16(fadeTicks === 0 ? 0 : Math.min(Math.max(Math.round(FADE_UNITS / fadeTicks), 1), SLOWEST_FADE));
  to.fill(22); // MIDI and reserved

  const { pcm, loop, volume, finetune, relativeNote } = sample;
  to.u32(2 * pcm.length, 2 * (loop?.start ?? 0), loop === undefined ? 0 : 2 * (loop.end - loop.start));
  to.u8(volume, finetune, (loop === undefined ? 0 : LOOP_TYPES[loop.mode]) | SIXTEEN_BIT, panOf(instrument.pan));
  to.u8(relativeNote & 0xff, 0);
  to.field(name, NAME_SIZE, xm.pad);
  to.pcm16(pcm, true);
}

function panOf(pan: number | undefined): number {
  return pan === undefined ? CENTRE : Math.min(Math.round(CENTRE + pan * CENTRE), 255);
}

/** `shift` brings the values to XM's 0 to 64. */
function writePoints(to: ByteWriter, envelope: Envelope | undefined, shift: number): void {
  const points = envelope?.points ?? [];
  for (const [tick, value] of points) to.u16(tick, value + shift);
  to.fill(4 * (MOST_POINTS - points.length));
}

function writeIndices(to: ByteWriter, envelope: Envelope | undefined): void {
  to.u8(envelope?.sustain ?? 0, envelope?.loop?.[0] ?? 0, envelope?.loop?.[1] ?? 0);
}

/** 1 on, 2 sustain, 4 loop. */
function flagsOf(envelope: Envelope | undefined): number {
  if (envelope === undefined) return 0;
  return 1 | (envelope.sustain === undefined ? 0 : 2) | (envelope.loop === undefined ? 0 : 4);
}
