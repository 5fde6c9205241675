/** Rules of flipbooks that need more than one field. */
import type { SpecEnvelope } from '../../document.ts';
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import { flipbookGrid } from './layout.ts';
import type { FlipbookParams } from './params.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];

export function check(params: FlipbookParams, _envelope: SpecEnvelope, findings: Findings): void {
  const { cell, columns, rows } = flipbookGrid(params);
  const [width, height] = params.resolution;
  const { frame_count } = params;
  if (columns === 0 || rows === 0) {
    findings.error('E012', [...PARAMS, 'frame_size'], 'a frame and its gutter do not fit into the atlas', {
      expected: `at most ${width} x ${height} pixels with gutter`,
      found: `${cell.width} x ${cell.height}`,
    });
  } else if (columns * rows < frame_count) {
    const needed = Math.ceil(frame_count / columns) * cell.height;
    findings.error('E012', [...PARAMS, 'frame_count'], `the atlas has room for ${columns * rows} frames`, {
      expected: `at most ${columns * rows}`,
      found: describe(frame_count),
      suggestion: `make the resolution at least [${width}, ${needed}], or the frames smaller`,
    });
  }
  if (params.angular_noise === 'periodic' && params.effect !== 'energy') {
    findings.warn('W004', [...PARAMS, 'angular_noise'], `the effect ${params.effect} has no noise around a circle`, {
      expected: 'the effect energy',
      found: describe(params.effect),
    });
  }
  if (params.fps === 0) {
    findings.warn('W009', [...PARAMS, 'fps'], 'at 0 frames per second the total duration is told as 0', { found: '0' });
  }
}
