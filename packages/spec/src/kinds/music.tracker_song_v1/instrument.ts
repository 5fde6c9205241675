/** The instruments of a song: where the sample comes from, and how the tracker plays it. */
import * as z from 'zod/mini';
import { audioParams } from '../audio_v1/params.ts';
import { byte, uint32 } from './common.ts';

/** Seconds and a level of 0 to 1; what is out of range counts as the nearest that is in it. */
export const trackerEnvelope = z.strictObject({
  attack: z.number().check(z.describe('seconds')),
  decay: z.number().check(z.describe('seconds')),
  sustain: z.number().check(z.describe('0 to 1')),
  release: z.number().check(z.describe('seconds')),
});
export type TrackerEnvelope = z.infer<typeof trackerEnvelope>;

/** What an instrument without an envelope has. */
export const DEFAULT_ENVELOPE: TrackerEnvelope = { attack: 0.01, decay: 0.1, sustain: 0.7, release: 0.2 };

const baseNote = z.nullish(z.string());

/** Deprecated: the plain waveforms of early specs. */
export const instrumentSynthesis = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('pulse'), duty_cycle: z._default(z.number(), 0.5), base_note: baseNote }),
  z.strictObject({ type: z.literal('square'), base_note: baseNote }),
  z.strictObject({ type: z.literal('triangle'), base_note: baseNote }),
  z.strictObject({ type: z.literal('sawtooth'), base_note: baseNote }),
  z.strictObject({ type: z.literal('sine'), base_note: baseNote }),
  // `periodic` has never had an effect.
  z.strictObject({ type: z.literal('noise'), periodic: z._default(z.boolean(), false), base_note: baseNote }),
  z.strictObject({ type: z.literal('sample'), path: z.string(), base_note: baseNote }),
]);
export type InstrumentSynthesis = z.infer<typeof instrumentSynthesis>;

export const LOOP_MODES = ['auto', 'none', 'forward', 'pingpong'] as const;
export type LoopMode = (typeof LOOP_MODES)[number];

export const NEW_NOTE_ACTIONS = ['cut', 'continue', 'off', 'fade'] as const;
export const DUPLICATE_CHECKS = ['off', 'note', 'sample', 'instrument'] as const;
export const DUPLICATE_ACTIONS = ['cut', 'off', 'fade'] as const;

const envelopePoint = (lowest: number, highest: number, unit: string) =>
  z.tuple([
    z.number().check(z.gte(0), z.describe('seconds')),
    z.number().check(z.gte(lowest), z.lte(highest), z.describe(unit)),
  ]);

/** Points in rising order of time; `sustain` and `loop` are indices of points. */
const pointEnvelope = (lowest: number, highest: number, unit: string) =>
  z.strictObject({
    points: z.array(envelopePoint(lowest, highest, unit)).check(z.minLength(2), z.maxLength(25)),
    sustain: z.nullish(byte),
    loop: z.nullish(z.tuple([byte, byte])),
  });
export type PointEnvelope = z.infer<ReturnType<typeof pointEnvelope>>;

const filterAmount = z.int().check(z.gte(0), z.lte(127));

export const trackerInstrument = z.strictObject({
  /** Written as the name of the instrument and of its sample. */
  name: z._default(z.string(), ''),
  comment: z.nullish(z.string()),
  /** Exactly one of the next four. Paths are relative to the folder of the spec. */
  ref: z.nullish(z.string()),
  wav: z.nullish(z.string()),
  synthesis_audio_v1: z.nullish(audioParams),
  synthesis: z.nullish(instrumentSynthesis),
  /** The pitch that the sample has, as a note name. */
  base_note: baseNote,
  /** Hz; of synthesised sources. */
  sample_rate: z.nullish(uint32),
  envelope: z.nullish(trackerEnvelope),
  loop_mode: z.nullish(z.enum(LOOP_MODES)),
  /** 0 to 64; more counts as 64. */
  default_volume: z.nullish(byte),
  /** Ignored: published specs carry it. */
  synth_type: z.optional(z.unknown()),

  /** IT: what becomes of a sounding note when its channel plays the next one. */
  nna: z.nullish(z.enum(NEW_NOTE_ACTIONS)),
  /** IT: which equal notes of the instrument are looked for on a new note, and what becomes of them. */
  dct: z.nullish(z.enum(DUPLICATE_CHECKS)),
  dca: z.nullish(z.enum(DUPLICATE_ACTIONS)),
  /** Seconds from the end of a note to silence; 0: no fade-out. */
  fadeout: z.nullish(z.number().check(z.gte(0), z.describe('seconds'))),
  /** Where the instrument stands: -1 left, 1 right. */
  pan: z.nullish(z.number().check(z.gte(-1), z.lte(1))),
  /** IT: the resonant low-pass filter of the instrument, in the player's units. */
  filter: z.nullish(z.strictObject({ cutoff: filterAmount, resonance: z._default(filterAmount, 0) })),
  /** -1 left, 1 right. */
  pan_envelope: z.nullish(pointEnvelope(-1, 1, '-1 to 1')),
  /** IT. */
  pitch_envelope: z.nullish(pointEnvelope(-16, 16, 'semitones')),
  /** IT: moves the cutoff of `filter`; not beside a `pitch_envelope`. */
  filter_envelope: z.nullish(pointEnvelope(-1, 1, '-1 to 1')),
});
export type TrackerInstrument = z.infer<typeof trackerInstrument>;

/** The members that say where the sample comes from. */
export const INSTRUMENT_SOURCES = ['ref', 'wav', 'synthesis_audio_v1', 'synthesis'] as const;

/** The files that instruments refer to, each once. */
export function instrumentFiles(instruments: readonly TrackerInstrument[]): string[] {
  const files = instruments.flatMap(({ ref, wav, synthesis }) => [
    ref,
    wav,
    synthesis?.type === 'sample' ? synthesis.path : undefined,
  ]);
  return [...new Set(files.filter((file) => file != null))];
}
