/** `sprite.animation_v1`: which frames of a sheet are shown, for how long, in which order. */
import type { KindModule } from '../kind.ts';
import { check } from './check.ts';
import { type SpriteAnimationParams, spriteAnimationParams } from './params.ts';

export type { AnimationFrame, SpriteAnimationParams } from './params.ts';
export { spriteAnimationParams } from './params.ts';

export const spriteAnimationV1: KindModule<SpriteAnimationParams> = {
  kind: 'sprite.animation_v1',
  params: spriteAnimationParams,
  check,
};

export default spriteAnimationV1;
