/** The backend of `music.*`: a spec in, modules out. */
import { type Backend, BackendError } from '@speccade/spec';
import { TRACKER_BACKEND } from './identity.ts';

export const trackerBackend: Backend = {
  ...TRACKER_BACKEND,
  generate(spec) {
    const kind = spec.recipe?.kind;
    const message = kind === undefined ? 'the spec has no recipe' : `${kind} is not a recipe of the tracker backend`;
    throw new BackendError([{ code: 'MUSIC_001', severity: 'error', path: 'recipe.kind', message }]);
  },
};
