import type { ByteReader } from './byte-reader.ts';
import type { ModuleEnvelope, ModuleInstrument, ModuleKey } from './module.ts';
import { ModuleError } from './module-error.ts';

const ID = 'IMPI';
const KEYS = 120;
const MOST_POINTS = 25;
const FILTER = 128;

/** Throws `ModuleError` where no instrument stands at the place. */
export function readItInstrument(from: ByteReader, offset: number, samples: number): ModuleInstrument {
  from.at = offset;
  if (from.text(ID.length) !== ID) throw new ModuleError(`the module is damaged: there is no instrument at ${offset}`);
  from.take(13); // DOS name
  const nna = [from.u8(), from.u8(), from.u8()] as const;
  const fadeout = from.u16();
  from.take(3); // pitch-pan separation and centre, global volume
  const pan = from.u8();
  from.take(6); // random volume and pan, fields of instrument files
  const name = from.text(26);
  const filter = [from.u8(), from.u8()] as const;
  from.take(4); // MIDI
  const keys = from.list(KEYS, (): ModuleKey => {
    const note = from.u8();
    const sample = from.u8() - 1;
    return sample >= 0 && sample < samples ? { note, sample } : { note };
  });
  const volumeEnvelope = readEnvelope(from);
  const panEnvelope = readEnvelope(from);
  const pitchEnvelope = readEnvelope(from);
  from.take(4); // nothing
  return { name, keys, volumeEnvelope, panEnvelope, pitchEnvelope, fadeout, nna, pan, filter };
}

function readEnvelope(from: ByteReader): ModuleEnvelope {
  const flags = from.u8();
  const count = from.u8();
  const loop = [from.u8(), from.u8()] as const;
  const sustain = [from.u8(), from.u8()] as const;
  const points = from.list(MOST_POINTS, () => {
    const value = from.i8();
    return [from.u16(), value] as const;
  });
  from.u8();
  return {
    on: (flags & 1) > 0,
    filter: (flags & FILTER) > 0,
    points: points.slice(0, count),
    ...((flags & 4) > 0 && { sustain }),
    ...((flags & 2) > 0 && { loop }),
  };
}
