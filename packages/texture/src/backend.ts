/** The backend of the 2D kinds: a spec in, pictures and their descriptions out. */
import { type Backend, BackendError } from '@speccade/spec';
import { TEXTURE_BACKEND } from './identity.ts';
import { MAKERS } from './makers.ts';

export const textureBackend: Backend = {
  ...TEXTURE_BACKEND,
  async generate(spec, context) {
    const kind = spec.recipe?.kind ?? '';
    const load = Object.hasOwn(MAKERS, kind) ? MAKERS[kind] : undefined;
    if (!load) {
      const message = kind === '' ? 'the spec has no recipe' : `${kind} is not a recipe of the texture backend`;
      throw new BackendError([{ code: 'TEXTURE_001', severity: 'error', path: 'recipe.kind', message }]);
    }
    const make = await load();
    return make(spec, context);
  },
  async inspect(spec, context) {
    if (spec.recipe?.kind !== 'texture.procedural_v1') return [];
    const { inspectProcedural } = await import('./procedural/inspect.ts');
    return inspectProcedural(spec, context);
  },
};
