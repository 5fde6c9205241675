/** `vfx.flipbook_v1`: the frames of an animated effect in one picture. */
import type { KindModule } from '../kind.ts';
import { check } from './check.ts';
import { type FlipbookParams, flipbookParams } from './params.ts';

export { type FlipbookGrid, flipbookGrid } from './layout.ts';
export { FLIPBOOK_EFFECTS, type FlipbookEffect, type FlipbookParams, flipbookParams } from './params.ts';

export const flipbookV1: KindModule<FlipbookParams> = { kind: 'vfx.flipbook_v1', params: flipbookParams, check };

export default flipbookV1;
