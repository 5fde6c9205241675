/** Rules of sprite animations that need more than one field. */
import type { SpecEnvelope } from '../../document.ts';
import { describe, type PathStep } from '../../issue.ts';
import { didYouMean } from '../../suggest.ts';
import type { Findings } from '../kind.ts';
import type { SpriteAnimationParams } from './params.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];

export function check(params: SpriteAnimationParams, _envelope: SpecEnvelope, findings: Findings): void {
  if (params.frames.length === 0) {
    findings.warn('W009', [...PARAMS, 'frames'], 'the animation has no frames', { found: 'array of 0' });
  }
  if (params.fps === 0 && params.frames.some((frame) => frame.duration_ms == null)) {
    findings.warn('W009', [...PARAMS, 'fps'], 'at 0 frames per second, frames without duration_ms last no time', {
      expected: 'at least 1, or a duration_ms in every frame',
      found: '0',
    });
  }
  if (params.sheet_frames == null) return;
  const known = new Set(params.sheet_frames);
  params.frames.forEach(({ frame_id }, index) => {
    if (known.has(frame_id)) return;
    const suggestion = didYouMean(frame_id, params.sheet_frames!);
    findings.error('E012', [...PARAMS, 'frames', index, 'frame_id'], 'the sheet has no frame with this id', {
      expected: 'one of sheet_frames',
      found: describe(frame_id),
      ...(suggestion !== undefined && { suggestion }),
    });
  });
}
