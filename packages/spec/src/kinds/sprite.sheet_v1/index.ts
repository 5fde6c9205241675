/** `sprite.sheet_v1`: frames packed into one picture. */
import { remarkUnknown } from '../atlas/remark.ts';
import type { KindModule } from '../kind.ts';
import { check } from './check.ts';
import { FRAME_FIELDS, type SpriteSheetParams, spriteSheetParams } from './params.ts';

export type { SpriteFrame, SpriteSheetParams, SpriteTag } from './params.ts';
export { spriteSheetParams } from './params.ts';

export const spriteSheetV1: KindModule<SpriteSheetParams> = {
  kind: 'sprite.sheet_v1',
  params: spriteSheetParams,
  check,
  remark: (params, findings) =>
    remarkUnknown(params.frames, FRAME_FIELDS, 'a frame', ['recipe', 'params', 'frames'], findings),
};

export default spriteSheetV1;
