/**
 * The description of a sheet as Aseprite exports it ("JSON array"), which engines import: Phaser, PixiJS, Godot, Unity
 * and others. Source: the files that `aseprite --sheet --data --format json-array` writes.
 */
import type { Placement } from '@speccade/spec/kinds/atlas';
import type { SpriteSheetParams } from '@speccade/spec/kinds/sprite.sheet_v1';

/** What Aseprite gives a frame that was not told anything else: milliseconds. */
const DEFAULT_DURATION = 100;

/** `size` is that of the sheet in pixels, `picture` its file name. */
export function asepriteDescription(
  params: SpriteSheetParams,
  placements: readonly Placement[],
  [w, h]: readonly [number, number],
  picture: string,
) {
  const position = new Map(params.frames.map((frame, index) => [frame.id, index]));
  return {
    frames: params.frames.map((frame, index) => {
      const { x, y } = placements[index]!;
      const size = { w: frame.width, h: frame.height };
      return {
        filename: frame.id,
        frame: { x, y, ...size },
        rotated: false,
        trimmed: false,
        spriteSourceSize: { x: 0, y: 0, ...size },
        sourceSize: size,
        duration: frame.duration_ms ?? DEFAULT_DURATION,
      };
    }),
    meta: {
      app: 'https://www.aseprite.org/',
      version: '1.3',
      image: picture,
      format: 'RGBA8888',
      size: { w, h },
      scale: '1',
      frameTags: (params.tags ?? []).map(({ name, from, to, direction }) => ({
        name,
        from: position.get(from)!,
        to: position.get(to)!,
        direction,
      })),
      layers: [],
      slices: params.frames.map((frame, index) => ({
        name: frame.id,
        color: '#0000ffff',
        keys: [
          {
            frame: index,
            bounds: { x: 0, y: 0, w: frame.width, h: frame.height },
            pivot: { x: Math.round(frame.pivot[0] * frame.width), y: Math.round(frame.pivot[1] * frame.height) },
          },
        ],
      })),
    },
  };
}
