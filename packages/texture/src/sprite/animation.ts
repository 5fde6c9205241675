/** Makes sprite animations: a description with every duration resolved. */
import type { Artifact, Spec } from '@speccade/spec';
import type { SpriteAnimationParams } from '@speccade/spec/kinds/sprite.animation_v1';
import { describeJson } from '../describe-json.ts';
import { artifactsOf } from '../draw/artifacts.ts';

export function makeAnimation(spec: Spec): Artifact[] {
  const params = spec.recipe!.params as SpriteAnimationParams;
  const durations = durationsOf(params);
  const json = describeJson({
    name: params.name,
    fps: params.fps,
    loop_mode: params.loop_mode,
    total_duration_ms: durations.reduce((sum, duration) => sum + duration, 0),
    frames: params.frames.map(({ frame_id }, index) => ({ frame_id, duration_ms: durations[index]! })),
  });
  return artifactsOf(spec, ({ kind, format }) => (kind === 'primary' && format === 'json' ? json : undefined), {
    frames: params.frames.length,
  });
}

/** Milliseconds of every frame. */
function durationsOf({ frames, fps, timing }: SpriteAnimationParams): number[] {
  const truncated = fps === 0 ? 0 : Math.floor(1000 / fps);
  // Frames without a duration of their own, counted so far: the k-th ends at k * 1000 / fps of their common time.
  let k = 0;
  return frames.map(({ duration_ms }) => {
    if (duration_ms != null) return duration_ms;
    if (timing === 'truncated' || fps === 0) return truncated;
    const start = Math.round((k * 1000) / fps);
    k++;
    return Math.round((k * 1000) / fps) - start;
  });
}
