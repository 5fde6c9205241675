/**
 * A module as its file says it is. Cells are those of the format, keyed as in a score; what the file leaves open (the
 * names of patterns) is filled in by numbers.
 */
import type { SampleLoop, Score } from '../song/model.ts';

export interface Module extends Score {
  /** Without the padding. Bytes beyond ASCII are those of Latin-1, whatever the tracker meant. */
  readonly title: string;
  /** What wrote it: a name in XM, a version in hexadecimal in IT. */
  readonly tracker: string;
  /** The word of flags, as it is. */
  readonly flags: number;
  readonly instruments: readonly ModuleInstrument[];
  readonly samples: readonly ModuleSample[];
  /** What only IT has. */
  readonly it?: ItHeader;
}

export interface ItHeader {
  /** The version that a player needs: 0x0214 is 2.14. */
  readonly compatible: number;
  /** 0 to 128. */
  readonly globalVolume: number;
  readonly mixVolume: number;
  /** Of the 64 channels: 0 to 64, 100 surround, 128 added: muted. */
  readonly pans: readonly number[];
}

export interface ModuleInstrument {
  readonly name: string;
  /** By key from the format's lowest: 96 of XM, 120 of IT. */
  readonly keys: readonly ModuleKey[];
  readonly volumeEnvelope: ModuleEnvelope;
  readonly panEnvelope: ModuleEnvelope;
  /** IT. */
  readonly pitchEnvelope?: ModuleEnvelope;
  /** In the format's units; 0: none. */
  readonly fadeout: number;
  /** IT: new note action, duplicate check and its action. */
  readonly nna?: readonly [nna: number, dct: number, dca: number];
  /** IT: 0 to 64, 128 added: not used. */
  readonly pan?: number;
  /** IT: cutoff and resonance, 128 added: used. */
  readonly filter?: readonly [cutoff: number, resonance: number];
}

export interface ModuleKey {
  /** The key that is played instead: the same one but for what IT maps. */
  readonly note: number;
  /** Index into the samples; absent: none sounds. */
  readonly sample?: number;
}

/** Points are [tick, value]; volumes 0 to 64, all others -32 to 32. The other members are indices of points. */
export interface ModuleEnvelope {
  readonly on: boolean;
  readonly points: readonly (readonly [tick: number, value: number])[];
  readonly sustain?: readonly [begin: number, end: number];
  readonly loop?: readonly [begin: number, end: number];
  /** IT: a pitch envelope that moves the filter. */
  readonly filter?: boolean;
}

export interface ModuleSample {
  readonly name: string;
  /** Samples of one channel. */
  readonly frames: number;
  readonly bits: 8 | 16;
  readonly stereo: boolean;
  /** 0 to 64. */
  readonly volume: number;
  /** As the file has it: 0 to 255 in XM, 0 to 64 in IT, 128 added: used. */
  readonly pan: number;
  readonly loop?: SampleLoop;
  /** XM: semitones, and 1/128 of one. */
  readonly relativeNote?: number;
  readonly finetune?: number;
  /** IT: Hz at note 60. */
  readonly c5Speed?: number;
  /** Decodes the (left) channel; 8 bits are the upper ones of 16. Throws `ModuleError` where compressed data is damaged. */
  pcm(): Int16Array;
}
