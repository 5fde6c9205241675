/**
 * Sounds between two sounds. Parts of like structure are interpolated, parameter by parameter; what only one of the two
 * has fades: layers by their volume, effects by their wet share or what else turns them down to nothing, LFOs by their
 * depth. What cannot fade is refused: two types of master filters, and effects such as a limiter.
 * What has no between (words, sample rate, loop, seed) is that of the nearer sound.
 */
import type { Issue, JsonObject, JsonValue, Spec } from '@speccade/spec';
import { blend } from './blend.ts';
import { blendChains } from './blend-chains.ts';
import { derivedSound, suffixedId } from './document.ts';
import { neutralisedFilter } from './neutral.ts';
import { type DesignResult, designIssue, soundParams } from './result.ts';
import { between } from './scale.ts';
import { tidy } from './tidy.ts';

/** As many as the budgets let a sound have. */
const MOST_LAYERS = 32;
/** Characters of each sound's id in the id of one between them. */
const ID_PART = 24;

/**
 * The sound at `at` of the way from `a` to `b`, both valid: at 0 it is `a`'s, at 1 `b`'s. Two sounds that have none between
 * them give issues (DESIGN_005), whose paths lie in `a` where it has what is meant, else in `b`.
 *
 * Throws `RangeError` for a place outside of 0 to 1, `SpeccadeError` for a spec that is no sound (DESIGN_003).
 */
export function interpolateSpecs(a: Spec, b: Spec, { at }: { readonly at: number }): DesignResult {
  if (!(at >= 0 && at <= 1)) throw new RangeError(`at must lie in 0 to 1, got ${at}`);
  const issues: Issue[] = [];
  const [from, to] = [soundParams(a), soundParams(b)];
  // Also at the ends, so that what is refused does not depend on the place.
  const mixed = paramsBetween(from, to, at, issues);
  if (issues.length > 0) return { ok: false, issues };
  const nearer = {
    ...(at < 0.5 ? a : b),
    license: a.license === b.license ? a.license : `${a.license} AND ${b.license}`,
  };
  const ids = `${a.asset_id.slice(0, ID_PART)}-to-${b.asset_id.slice(0, ID_PART)}`;
  const spec = derivedSound(nearer, {
    assetId: suffixedId(ids, `-${String(tidy(at)).replace(/[.e+]/g, '_')}`),
    description: `${tidy(at)} of the way from ${a.asset_id} to ${b.asset_id}.`,
    params: at === 0 ? from : at === 1 ? to : mixed,
  });
  return { ok: true, spec, warnings: [] };
}

function paramsBetween(a: JsonObject, b: JsonObject, at: number, issues: Issue[]): JsonObject {
  const duration = tidy(between(a.duration_seconds as number, b.duration_seconds as number, at, 'log'));
  const masterFilter = blendMasterFilters(a.master_filter, b.master_filter, at, issues);
  const pitch = blendPitchEnvelopes(a.pitch_envelope, b.pitch_envelope, at);
  const effects = blendChains(a.effects, b.effects, at, issues);
  const lfos = blendPostLfos(a.post_fx_lfos, b.post_fx_lfos, at);
  const { master_filter: _f, pitch_envelope: _p, effects: _e, post_fx_lfos: _l, ...rest } = at < 0.5 ? a : b;
  return {
    ...rest,
    duration_seconds: duration,
    layers: blendLayers(asList(a.layers), asList(b.layers), at, issues).map((layer) =>
      typeof layer.delay === 'number' && layer.delay > duration ? { ...layer, delay: duration } : layer,
    ),
    ...(masterFilter && { master_filter: masterFilter }),
    ...(pitch && { pitch_envelope: pitch }),
    ...(effects.length > 0 && { effects }),
    ...(lfos.length > 0 && { post_fx_lfos: lfos }),
  };
}

/** Each layer of `a` with the first of `b` that is like it; the others fade. */
function blendLayers(a: readonly JsonObject[], b: readonly JsonObject[], at: number, issues: Issue[]): JsonObject[] {
  const left = [...b];
  const layers = a.map((layer) => {
    for (const [i, other] of left.entries()) {
      const mixed = blend(layer, other, at, '', 'layers');
      if (mixed === undefined) continue;
      left.splice(i, 1);
      return mixed as JsonObject;
    }
    return faded(layer, 1 - at);
  });
  layers.push(...left.map((layer) => faded(layer, at)));
  if (layers.length > MOST_LAYERS) {
    const message = 'the two have too few layers in common: those between them would have too many';
    const more = { expected: `at most ${MOST_LAYERS} layers`, found: String(layers.length) };
    issues.push(designIssue('DESIGN_005', 'recipe.params.layers', message, more));
  }
  return layers;
}

function faded(layer: JsonObject, share: number): JsonObject {
  return { ...layer, volume: tidy((layer.volume as number) * share) };
}

function blendMasterFilters(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
  at: number,
  issues: Issue[],
): JsonValue | undefined {
  if (a == null && b == null) return undefined;
  const from = a ?? neutralisedFilter(b as JsonObject);
  const to = b ?? neutralisedFilter(a as JsonObject);
  const mixed = from === undefined || to === undefined ? undefined : blend(from, to, at, '', 'master_filter');
  if (mixed === undefined) {
    const message = 'the master filters have none between them: they are of two types, or the only one cannot fade';
    const suggestion = 'give the filter to the layers';
    issues.push(designIssue('DESIGN_005', 'recipe.params.master_filter', message, { suggestion }));
  }
  return mixed;
}

/** An envelope of one sound alone fades by its depth. */
function blendPitchEnvelopes(a: JsonValue | undefined, b: JsonValue | undefined, at: number): JsonValue | undefined {
  const still = (envelope: JsonValue) => ({ ...(envelope as JsonObject), depth: 0 });
  if (a == null && b == null) return undefined;
  return blend(a ?? still(b!), b ?? still(a!), at, '', 'pitch_envelope');
}

function blendPostLfos(a: JsonValue | undefined, b: JsonValue | undefined, at: number): JsonObject[] {
  const targetOf = (lfo: JsonObject) => (lfo.target as JsonObject).target;
  const left = [...asList(b)];
  const lfos = asList(a).map((lfo) => {
    const i = left.findIndex((other) => targetOf(other) === targetOf(lfo));
    if (i < 0) return shallower(lfo, 1 - at);
    const [other] = left.splice(i, 1);
    return (blend(lfo, other!, at) as JsonObject | undefined) ?? (at < 0.5 ? lfo : other!);
  });
  return [...lfos, ...left.map((lfo) => shallower(lfo, at))];
}

function shallower(lfo: JsonObject, share: number): JsonObject {
  const config = lfo.config as JsonObject;
  return { ...lfo, config: { ...config, depth: tidy((config.depth as number) * share) } };
}

function asList(value: JsonValue | undefined): readonly JsonObject[] {
  return (value ?? []) as readonly JsonObject[];
}
