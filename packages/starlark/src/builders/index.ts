/**
 * The authoring library for TypeScript: the functions of Starlark specs by area, with the same names, parameters and
 * checks. They give plain JSON, and throw {@link BuilderError}.
 */
import { area } from './area.ts';
import type { Builders } from './types.generated.ts';

export const core: Builders['core'] = /* @__PURE__ */ area('core');
export const audio: Builders['audio'] = /* @__PURE__ */ area('audio');
export const music: Builders['music'] = /* @__PURE__ */ area('music');
export const texture: Builders['texture'] = /* @__PURE__ */ area('texture');
export const mesh: Builders['mesh'] = /* @__PURE__ */ area('mesh');
export const character: Builders['character'] = /* @__PURE__ */ area('character');
export const animation: Builders['animation'] = /* @__PURE__ */ area('animation');

export { BuilderError } from './error.ts';
export type { Json, JsonInput, JsonObject } from './json.ts';
export type * from './types.generated.ts';
