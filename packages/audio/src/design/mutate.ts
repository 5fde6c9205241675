/**
 * Variations of a sound: every continuous parameter is moved a little, nothing else is touched.
 *
 * What a parameter becomes depends on the seed, its path and the amount alone: a lock changes no other parameter, and a
 * larger amount with the same seed goes farther the same way.
 */
import { Pcg32 } from '@speccade/numerics';
import { deriveComponentSeed, formatPath, type JsonObject, type JsonValue, type Spec } from '@speccade/spec';
import { derivedSound, suffixedId } from './document.ts';
import { isPitch, type Lock, locksOf } from './lock.ts';
import { COUNTS, enforcedRange, type Parameter, parameterOf } from './parameters.ts';
import { type SoundDocument, soundParams } from './result.ts';
import { moved } from './scale.ts';
import { checkSeed } from './seed.ts';
import { tidy } from './tidy.ts';
import { mapNumbers, type Place } from './walk.ts';

export interface MutateOptions {
  /** Unsigned 32-bit. */
  readonly seed: number;
  /** 0 changes nothing; 1 moves frequencies, times and levels by up to an octave. Default {@link DEFAULT_AMOUNT}. */
  readonly amount?: number | undefined;
  /** What stays: `pitch`, or parts of paths such as `envelope` or `layers[0].synthesis`. */
  readonly lock?: readonly string[] | undefined;
}

export const DEFAULT_AMOUNT = 0.2;
/** Share of Nyquist beyond which no frequency is moved. */
const HIGHEST = 0.9;
const DEFAULT_RATE = 44100;
/** Share of the duration after which a layer starts at the latest. */
const LATEST = 0.75;

/**
 * A variation of a valid sound with the same layers, types, effects and counts. A parameter of 0 stays 0, so that what is
 * off stays off; a sound with a `base_note` keeps its pitch; one with loop points in samples its duration. The seed of
 * the spec, and so its noise, stays.
 *
 * Throws `RangeError` for a seed or an amount out of range, `SpeccadeError` for a spec that is no sound (DESIGN_003) and
 * for a lock that names nothing (DESIGN_004).
 */
export function mutateSpec(spec: Spec, options: MutateOptions): SoundDocument {
  const { seed, amount = DEFAULT_AMOUNT, lock = [] } = options;
  checkSeed(seed);
  if (!(amount >= 0 && amount <= 1)) throw new RangeError(`amount must lie in 0 to 1, got ${amount}`);
  const params = soundParams(spec);
  const locked = anyOf(locksOf(lock, changeable(params)), ownLocks(params));
  const rate = typeof params.sample_rate === 'number' ? params.sample_rate : DEFAULT_RATE;
  const changed = mapNumbers(params, (value, place) => {
    const parameter = parameterAt(place);
    if (parameter === undefined || locked(place)) return value;
    const draw = new Pcg32(deriveComponentSeed(seed, isPitch(place) ? 'pitch' : formatPath(place.path))).nextBipolar();
    return moveWithin(value, draw * amount * parameter.reach, parameter, place, rate);
  });
  return derivedSound(spec, {
    assetId: suffixedId(spec.asset_id, `-m${seed}`),
    description: `${spec.description ?? spec.asset_id} (mutated: seed ${seed}, amount ${amount})`,
    params: withinDuration(params, changed as JsonObject),
  });
}

/** The continuous parameters of a sound. */
function changeable(params: JsonObject): Place[] {
  const places: Place[] = [];
  mapNumbers(params, (value, place) => {
    if (parameterAt(place)) places.push(place);
    return value;
  });
  return places;
}

function parameterAt({ owner, field }: Place): Parameter | undefined {
  return COUNTS.has(field) ? undefined : parameterOf(owner, field);
}

function moveWithin(value: number, distance: number, parameter: Parameter, place: Place, rate: number): number {
  const { scale, low, high } = parameter;
  const target = value === 0 ? 0 : moved(value, distance, scale);
  if (target === value) return value;
  const nyquist = isFrequency(parameter, place) ? (rate / 2) * HIGHEST : high;
  const size = (v: number) => (scale === 'log' ? Math.abs(v) : v);
  // The range reaches as far as the value that was there, so that nothing jumps.
  const least = Math.min(low, size(value));
  const most = Math.max(Math.min(high, nyquist), size(value));
  const bounded = Math.min(Math.max(size(target), least), most);
  const signed = tidy(scale === 'log' && value < 0 ? -bounded : bounded);
  const enforced = enforcedRange(place.owner, place.field);
  return enforced ? Math.min(Math.max(signed, enforced[0]), enforced[1]) : signed;
}

function isFrequency(parameter: Parameter, { field }: Place): boolean {
  return parameter === parameterOf('', 'frequency') && field !== 'modulator_freq';
}

/** A delay that was moved leaves a layer at least a quarter of the sound, or as much as it had; no other is too long. */
function withinDuration(before: JsonObject, after: JsonObject): JsonObject {
  const duration = after.duration_seconds as number;
  const layers = (after.layers as readonly JsonObject[]).map((layer, i) => {
    const was = (before.layers as readonly JsonObject[])[i]!.delay;
    if (typeof layer.delay !== 'number' || typeof was !== 'number') return layer;
    const share = layer.delay === was ? 1 : Math.max(was / (before.duration_seconds as number), LATEST);
    const latest = duration * share;
    return layer.delay > latest ? { ...layer, delay: Math.min(tidy(latest), duration) } : layer;
  });
  return { ...after, layers };
}

function ownLocks(params: JsonObject): Lock {
  const { base_note: note, loop_config: loop } = params as { base_note?: JsonValue; loop_config?: JsonObject | null };
  const tuned = note !== undefined && note !== null;
  const looped = loop != null && (typeof loop.start_sample === 'number' || typeof loop.end_sample === 'number');
  return (place) => (tuned && isPitch(place)) || (looped && place.field === 'duration_seconds');
}

function anyOf(...locks: readonly Lock[]): Lock {
  return (place) => locks.some((lock) => lock(place));
}
