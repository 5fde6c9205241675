import type { ByteReader } from './byte-reader.ts';
import { within } from './limits.ts';
import type { ModuleEnvelope, ModuleInstrument, ModuleKey, ModuleSample } from './module.ts';
import { ModuleError } from './module-error.ts';
import { readPcm } from './pcm.ts';

const KEYS = 96;
/** Without samples, and up to the fade-out. */
const SHORTEST = 29;
const SHORTEST_WITH_SAMPLES = 241;
const MOST_SAMPLES = 32;
const MOST_POINTS = 12;
const SAMPLE_HEADER_SIZE = 40;
const SIXTEEN_BIT = 16;
const STEREO = 32;
/** Where other files have zero or the length of the name, on samples of 8 bits. */
const ADPCM = 0xad;
const LOOPS = ['none', 'forward', 'pingpong', 'pingpong'] as const;
const NO_ENVELOPE: ModuleEnvelope = { on: false, points: [] };

/** Its samples are put behind those of the instruments before. */
export function readXmInstrument(from: ByteReader, samples: ModuleSample[]): ModuleInstrument {
  const start = from.at;
  const size = within('the size of an instrument', from.u32(), SHORTEST);
  const name = from.text(22);
  from.u8(); // type
  const count = within('the number of samples of an instrument', from.u16(), 0, MOST_SAMPLES);
  if (count === 0) {
    from.take(start + size - from.at);
    const keys = from.list(KEYS, (note): ModuleKey => ({ note }));
    return { name, keys, volumeEnvelope: NO_ENVELOPE, panEnvelope: NO_ENVELOPE, fadeout: 0 };
  }
  within('the size of an instrument', size, SHORTEST_WITH_SAMPLES);
  const headerSize = within('the size of a sample header', from.u32(), SAMPLE_HEADER_SIZE);
  const first = samples.length;
  const keys = from.list(KEYS, (note): ModuleKey => {
    const sample = from.u8();
    return sample < count ? { note, sample: first + sample } : { note };
  });
  const points = from.list(2, () => from.list(MOST_POINTS, () => [from.u16(), from.u16()] as const));
  const counts = from.list(2, () => from.u8());
  const indices = from.list(2, () => from.list(3, () => from.u8()));
  const flags = from.list(2, () => from.u8());
  from.take(4); // auto-vibrato
  const fadeout = from.u16();
  from.take(start + size - from.at);
  const heads = from.list(count, () => readSampleHead(from, headerSize));
  for (const head of heads) samples.push(withData(head, from));
  return {
    name,
    keys,
    volumeEnvelope: envelopeOf(points[0]!, counts[0]!, indices[0]!, flags[0]!, 0),
    panEnvelope: envelopeOf(points[1]!, counts[1]!, indices[1]!, flags[1]!, 32),
    fadeout,
  };
}

function envelopeOf(
  points: readonly (readonly [number, number])[],
  count: number,
  [sustain, begin, end]: readonly number[],
  flags: number,
  centre: number,
): ModuleEnvelope {
  return {
    on: (flags & 1) > 0,
    points: points.slice(0, count).map(([tick, value]) => [tick, value - centre] as const),
    ...((flags & 2) > 0 && { sustain: [sustain!, sustain!] as const }),
    ...((flags & 4) > 0 && { loop: [begin!, end!] as const }),
  };
}

interface SampleHead extends Omit<ModuleSample, 'pcm'> {
  /** Bytes. */
  readonly size: number;
}

function readSampleHead(from: ByteReader, headerSize: number): SampleHead {
  const start = from.at;
  const size = from.u32();
  const loopStart = from.u32();
  const loopSize = from.u32();
  const volume = from.u8();
  const finetune = from.i8();
  const type = from.u8();
  const pan = from.u8();
  const relativeNote = from.i8();
  const bits = type & SIXTEEN_BIT ? 16 : 8;
  if (from.u8() === ADPCM && bits === 8) throw new ModuleError('samples in ADPCM are not read');
  const name = from.text(22);
  from.take(start + headerSize - from.at);
  const stereo = (type & STEREO) > 0;
  const width = (bits / 8) * (stereo ? 2 : 1);
  const frames = Math.floor(size / width);
  const mode = LOOPS[type & 3]!;
  // Players cut loops that end behind the sample.
  const loop = {
    start: Math.floor(loopStart / width),
    end: Math.min(Math.floor((loopStart + loopSize) / width), frames),
  };
  return {
    ...{ name, frames, bits, stereo, volume, pan, relativeNote, finetune, size },
    ...(mode !== 'none' && loop.end > loop.start && { loop: { mode, ...loop } }),
  };
}

function withData({ size, ...head }: SampleHead, from: ByteReader): ModuleSample {
  const bytes = from.view(size);
  // The left channel comes first.
  const left = bytes.subarray(0, (head.frames * head.bits) / 8);
  return { ...head, pcm: () => readPcm(left, head.bits, { deltas: true }) };
}
