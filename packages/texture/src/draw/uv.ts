/** Texture coordinates: parts of the atlas, from its top left. */
import { type Float, float } from '../describe-json.ts';

/** Of a rectangle in pixels on an atlas of `atlasWidth` × `atlasHeight`. */
export function uvOf(
  x: number,
  y: number,
  width: number,
  height: number,
  atlasWidth: number,
  atlasHeight: number,
): { u_min: Float; v_min: Float; u_max: Float; v_max: Float } {
  return {
    u_min: float(x / atlasWidth),
    v_min: float(y / atlasHeight),
    u_max: float((x + width) / atlasWidth),
    v_max: float((y + height) / atlasHeight),
  };
}
