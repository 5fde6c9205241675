import { ByteReader } from './byte-reader.ts';
import type { ModuleSample } from './module.ts';
import { ModuleError } from './module-error.ts';
import { readPcm } from './pcm.ts';
import { skipPacked, unpackIt } from './unpack-it.ts';

const ID = 'IMPS';
const HAS_DATA = 1;
const SIXTEEN_BIT = 2;
const STEREO = 4;
const PACKED = 8;
const LOOPED = 16;
const PINGPONG = 64;
/** Convert flags. */
const SIGNED = 1;
const DELTA = 4;

/** Throws `ModuleError` where no sample stands at the place, or its data is not there. */
export function readItSample(from: ByteReader, offset: number): ModuleSample {
  from.at = offset;
  if (from.text(ID.length) !== ID) throw new ModuleError(`the module is damaged: there is no sample at ${offset}`);
  from.take(13 + 1); // DOS name, global volume
  const flags = from.u8();
  const volume = from.u8();
  const name = from.text(26);
  const convert = from.u8();
  const pan = from.u8();
  const length = from.u32();
  const start = from.u32();
  const end = from.u32();
  const c5Speed = from.u32();
  from.take(4 + 4); // sustain loop
  const at = from.u32();
  from.take(4); // auto-vibrato
  const frames = flags & HAS_DATA ? length : 0;
  const bits = flags & SIXTEEN_BIT ? 16 : 8;
  const stereo = (flags & STEREO) > 0;
  const channels = stereo ? 2 : 1;
  const bytes = (frames * bits) / 8;
  if (frames > 0) {
    from.at = at;
    if (flags & PACKED) for (let channel = 0; channel < channels; channel++) skipPacked(from, frames, bits);
    else from.take(channels * bytes);
  }
  // Players cut loops that end behind the sample.
  const loop = {
    mode: flags & PINGPONG ? ('pingpong' as const) : ('forward' as const),
    start,
    end: Math.min(end, frames),
  };
  const decode = (): Int16Array => {
    const data = new ByteReader(from.bytes);
    data.at = at;
    if (frames > 0 && flags & PACKED) return unpackIt(data, frames, { bits, twice: (convert & DELTA) > 0 });
    const offsetOfZero = convert & SIGNED ? 0 : 0x8000;
    return readPcm(data.view(bytes), bits, { deltas: (convert & DELTA) > 0, offset: offsetOfZero });
  };
  return {
    ...{ name, frames, bits, stereo, volume, pan, c5Speed },
    ...((flags & LOOPED) > 0 && loop.end > loop.start && { loop }),
    pcm: decode,
  };
}
