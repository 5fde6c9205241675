/** What a designer wants to keep: parts of paths, or `pitch`. */
import { nearest, type PathStep, parsePath } from '@speccade/spec';
import { designError, designIssue } from './result.ts';
import type { Place } from './walk.ts';

export type Lock = (place: Place) => boolean;

/** Every frequency that a generator starts from. */
const PITCHES: ReadonlySet<string> = new Set([
  'frequency',
  'carrier_freq',
  'modulator_freq',
  'base_freq',
  'start_freq',
]);
/** Further members that say which note is heard, and how it glides. */
const GLIDES: ReadonlySet<string> = new Set(['end_freq', 'detune', 'detune_cents', 'pulse_rate', 'semitones']);
const ANY = '*';

/** Whether a number is the pitch of a layer. All of a sound's pitches move together, so that its intervals stay. */
export function isPitch({ path, owner, field }: Place): boolean {
  return path[2] === 'synthesis' && PITCHES.has(field) && (path.length === 4 || owner === 'tone');
}

/**
 * A lock by name: `pitch` for all that makes the melody of a sound, else steps of a path such as `envelope`,
 * `layers[0]`, `layers[*].filter` or `recipe.params.effects[1].wet`, which keep what is at and below every place where
 * they occur.
 */
function lockOf(text: string): Lock {
  if (text === 'pitch') return (place) => isPitch(place) || isGlide(place);
  const steps = stepsOf(text);
  return ({ path }) => path.some((_, at) => steps.every((step, i) => fits(step, path[at + i])));
}

/** All locks as one. Throws `SpeccadeError` (DESIGN_004) with an issue for each that keeps none of `places`. */
export function locksOf(texts: readonly string[], places: readonly Place[]): Lock {
  const locks = texts.map((text) => {
    const lock = lockOf(text);
    if (places.some(lock)) return lock;
    const names = new Set(places.flatMap(({ path }) => path.filter((step) => typeof step === 'string')));
    const near = nearest(text, ['pitch', ...names]);
    throw designError(
      designIssue('DESIGN_004', text, 'nothing that could be changed has this name', {
        expected: 'pitch, or a part of a path such as envelope, layers[0] or effects[*].wet',
        ...(near !== undefined && { suggestion: `did you mean ${near}?` }),
      }),
    );
  });
  return (place) => locks.some((lock) => lock(place));
}

function isGlide({ path, owner, field }: Place): boolean {
  return GLIDES.has(field) || owner === 'pitch_envelope' || (path.includes('lfo') && owner === 'pitch');
}

function stepsOf(text: string): PathStep[] {
  try {
    // `[*]` is no index; it is read as a member that no recipe has.
    const steps = parsePath(text.replaceAll('[*]', `["${ANY}"]`));
    const below = steps[0] === 'recipe' && steps[1] === 'params' ? steps.slice(2) : steps;
    if (below.length > 0) return below;
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof SyntaxError)) throw error;
  }
  throw designError(
    designIssue('DESIGN_004', text, 'this is not a part of a path', {
      expected: 'a part such as layers[0].envelope',
    }),
  );
}

function fits(step: PathStep, found: PathStep | undefined): boolean {
  return step === ANY ? typeof found === 'number' : step === found;
}
