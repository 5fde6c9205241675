/** Makes flipbooks: the frames of an effect on a grid, and where they are. */
import type { Artifact, Spec } from '@speccade/spec';
import { type FlipbookParams, flipbookGrid } from '@speccade/spec/kinds/vfx.flipbook_v1';
import { describeJson } from '../describe-json.ts';
import { pictureAndDescription } from '../draw/artifacts.ts';
import { gutterOf, noRoom } from '../draw/packed.ts';
import { createSurface } from '../draw/surface.ts';
import { uvOf } from '../draw/uv.ts';
import { permutation } from '../noise/lattice.ts';
import { SimplexField } from '../noise/simplex.ts';
import { effectOf } from './effects.ts';
import { drawFrame, type Film } from './flipbook-frame.ts';

export function makeFlipbook(spec: Spec): Artifact[] {
  const params = spec.recipe!.params as FlipbookParams;
  const [width, height] = params.resolution;
  const [w, h] = params.frame_size;
  const { cell, columns, rows } = flipbookGrid(params);
  if (columns * rows < params.frame_count) throw noRoom('frame_count');
  const surface = createSurface(width, height);
  const film: Film = {
    params,
    effect: effectOf(params),
    noise: new SimplexField(permutation(spec.seed)),
    ramp: params.color_ramp ? Float64Array.from(params.color_ramp.flat()) : undefined,
  };
  const left = (index: number) => (index % columns) * cell.width + cell.inset;
  const top = (index: number) => Math.floor(index / columns) * cell.height + cell.inset;
  for (let index = 0; index < params.frame_count; index++) {
    drawFrame(surface, film, index, left(index), top(index));
    gutterOf(surface, { ...cell, x: left(index), y: top(index) }, w, h);
  }
  return pictureAndDescription(spec, surface, () =>
    describeJson({
      atlas_width: width,
      atlas_height: height,
      padding: params.padding,
      effect: params.effect,
      frame_count: params.frame_count,
      frame_size: params.frame_size,
      fps: params.fps,
      loop_mode: params.loop_mode,
      total_duration_ms: params.fps === 0 ? 0 : Math.floor((params.frame_count * 1000) / params.fps),
      frames: Array.from({ length: params.frame_count }, (_, index) => ({
        index,
        ...uvOf(left(index), top(index), w, h, width, height),
        width: w,
        height: h,
      })),
      ...(params.mip_levels && { mip_levels: params.mip_levels }),
      ...(params.alpha === 'premultiplied' && { alpha: params.alpha }),
    }),
  );
}
