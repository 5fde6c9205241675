/** How far the two modes of audio are from each other for one spec. */
import { compareWavs } from '../../packages/audio/src/analysis/compare.ts';
import { readWav } from '../../packages/audio/src/analysis/read-wav.ts';
import { audioBackend } from '../../packages/audio/src/backend.ts';
import { type Artifact, BackendError, readJson, type Spec } from '../../packages/spec/src/index.ts';
import { audioParams } from '../../packages/spec/src/kinds/audio_v1/index.ts';
import { FEATURES, type Feature } from './features.ts';

export const MEASURES = ['level', 'spectrum', 'envelope', 'pitch'] as const;
export type Measure = (typeof MEASURES)[number];

/** Of each measure: dB, dB, dB and cents. */
export const LIMITS: Readonly<Record<Measure, number>> = { level: 1.5, spectrum: 3, envelope: 2, pitch: 15 };

export interface Distance {
  readonly name: string;
  readonly features: readonly Feature[];
  readonly identical: boolean;
  /** Magnitudes; pitch counts as 0 where a sound has none. */
  readonly distance: Readonly<Record<Measure, number>>;
  /** The largest share of a limit. */
  readonly worst: number;
}

/** `undefined` for what is no sound, or cannot be rendered in one of the modes. */
export function distanceOf(name: string, text: Uint8Array): Distance | undefined {
  const read = readJson(text);
  const spec = read.ok ? (read.value as unknown as Spec) : undefined;
  if (spec?.recipe?.kind !== 'audio_v1') return undefined;
  const parsed = audioParams.safeParse(spec.recipe.params);
  if (!parsed.success) return undefined;
  const params = parsed.data;
  const whole = { ...spec, recipe: { ...spec.recipe, params } };
  const [reference, ours] = [made({ ...whole, compat: 'reference' }), made(whole)];
  if (!reference || !ours) return undefined;
  const change = compareWavs(readWav(reference), readWav(ours));
  const distance = {
    level: Math.abs(change.rms_delta_db),
    spectrum: change.spectral_distance_db,
    envelope: change.envelope_distance_db,
    pitch: Math.abs(change.pitch_delta_cents ?? 0),
  };
  return {
    name,
    features: FEATURES.filter(({ used }) => used(params)),
    identical: change.samples_identical,
    distance,
    worst: Math.max(...MEASURES.map((measure) => distance[measure] / LIMITS[measure])),
  };
}

function made(spec: Spec): Uint8Array | undefined {
  try {
    return (audioBackend.generate(spec, {}) as Artifact[])[0]!.bytes;
  } catch (error) {
    if (error instanceof BackendError) return undefined;
    throw error;
  }
}
