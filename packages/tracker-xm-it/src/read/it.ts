/** Reads Impulse Tracker modules from version 2.00 on (Jeffrey Lim's ITTECH.TXT), of any tracker. */
import type { Pattern } from '../song/model.ts';
import type { ByteReader } from './byte-reader.ts';
import { readItInstrument } from './it-instrument.ts';
import { ItPatterns } from './it-pattern.ts';
import { readItSample } from './it-sample.ts';
import { within } from './limits.ts';
import type { Module, ModuleInstrument, ModuleSample } from './module.ts';
import { ModuleError } from './module-error.ts';

export const IT_ID = 'IMPM';
const CHANNELS = 64;
const KEYS = 120;
/** What the trackers of today allow. */
const MOST_INSTRUMENTS = 256;
const MOST_SAMPLES = 4000;
const MOST_PATTERNS = 4000;
/** Players that need less have instruments of another kind. */
const FIRST_WITH_INSTRUMENTS = 0x0200;
const USES_INSTRUMENTS = 4;
const END_OF_SONG = 255;
const DEFAULT_SPEED = 6;
const DEFAULT_BPM = 125;
const SLOWEST = 32;

/**
 * The order list ends at its end mark; 254 in it is passed over by players. The number of channels, which IT files do not
 * hold, is that of the highest channel that any pattern names. Throws `ModuleError` for what is damaged.
 */
export function readIt(from: ByteReader): Module {
  from.take(IT_ID.length);
  const title = from.text(26);
  from.take(2); // highlights
  const orderCount = from.u16();
  const instrumentCount = within('the number of instruments', from.u16(), 0, MOST_INSTRUMENTS);
  const sampleCount = within('the number of samples', from.u16(), 0, MOST_SAMPLES);
  const patternCount = within('the number of patterns', from.u16(), 0, MOST_PATTERNS);
  const tracker = from.u16().toString(16).padStart(4, '0');
  const compatible = from.u16();
  const flags = from.u16();
  from.u16(); // special
  const globalVolume = from.u8();
  const mixVolume = from.u8();
  const speed = from.u8();
  const bpm = from.u8();
  from.take(2 + 2 + 4 + 4); // separation, pitch wheel, message, reserved
  const pans = [...from.view(CHANNELS)];
  from.take(CHANNELS); // volumes
  const list = [...from.view(orderCount)];
  const end = list.indexOf(END_OF_SONG);
  const pointers = (count: number) => from.list(count, () => from.u32());
  const [instrumentAt, sampleAt, patternAt] = [
    pointers(instrumentCount),
    pointers(sampleCount),
    pointers(patternCount),
  ];
  const usesInstruments = (flags & USES_INSTRUMENTS) > 0;
  if (usesInstruments && instrumentCount > 0 && compatible < FIRST_WITH_INSTRUMENTS) {
    throw new ModuleError('instruments of IT before 2.00 are not read');
  }
  const samples = sampleAt.map((offset) => readItSample(from, offset));
  const instruments = usesInstruments
    ? instrumentAt.map((offset) => readItInstrument(from, offset, samples.length))
    : samples.map(asInstrument);
  const patterns = new ItPatterns(from);
  const channels = patternAt.reduce((most, offset) => Math.max(most, patterns.channelsAt(offset)), 1);
  return {
    format: 'it',
    title,
    tracker,
    flags,
    channels,
    speed: speed === 0 ? DEFAULT_SPEED : speed,
    bpm: bpm < SLOWEST ? DEFAULT_BPM : bpm,
    restart: 0,
    orders: end < 0 ? list : list.slice(0, end),
    patterns: patternAt.map((offset, index): Pattern => patterns.patternAt(offset, index, channels)),
    instruments,
    samples,
    it: { compatible, globalVolume, mixVolume, pans },
  };
}

/** Without instruments, cells name samples. */
function asInstrument({ name }: ModuleSample, sample: number): ModuleInstrument {
  const none = { on: false, points: [] };
  const keys = Array.from({ length: KEYS }, (_, note) => ({ note, sample }));
  return { name, keys, volumeEnvelope: none, panEnvelope: none, pitchEnvelope: none, fadeout: 0 };
}
