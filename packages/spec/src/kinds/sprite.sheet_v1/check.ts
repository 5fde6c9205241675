/** Rules of sprite sheets that need more than one field. */
import type { SpecEnvelope } from '../../document.ts';
import { describe, type PathStep } from '../../issue.ts';
import { checkPacked } from '../atlas/check-packed.ts';
import type { Findings } from '../kind.ts';
import type { SpriteFrame, SpriteSheetParams } from './params.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];
/** The products that a metadata output can name as its `source`. */
export const METADATA_SOURCES = ['aseprite'] as const;

export function check(params: SpriteSheetParams, envelope: SpecEnvelope, findings: Findings): void {
  for (const key of Object.keys(params.palette ?? {})) {
    if ([...key].length === 1) continue;
    findings.error('E012', [...PARAMS, 'palette', key], 'a key of the palette must be one character', {
      expected: 'one character',
      found: describe(key),
    });
  }
  params.frames.forEach((frame, index) => {
    checkContent(frame, params, [...PARAMS, 'frames', index], findings);
  });
  checkPacked(params, params.frames, 'frames', 'frame', findings);
  const position = new Map(params.frames.map((frame, index) => [frame.id, index]));
  params.tags?.forEach((tag, index) => {
    for (const end of ['from', 'to'] as const) {
      if (position.has(tag[end])) continue;
      findings.error('E012', [...PARAMS, 'tags', index, end], 'there is no frame with this id', {
        expected: 'the id of a frame',
        found: describe(tag[end]),
      });
    }
    if ((position.get(tag.from) ?? 0) > (position.get(tag.to) ?? Infinity)) {
      findings.error('E012', [...PARAMS, 'tags', index, 'to'], 'the last frame of the tag comes before its first', {
        expected: `${describe(tag.from)} or a frame after it`,
        found: describe(tag.to),
      });
    }
  });
  envelope.outputs.forEach((output, index) => {
    const { source } = output;
    if (output.kind !== 'metadata' || typeof source !== 'string' || source === '' || source === 'aseprite') return;
    findings.warn('W004', ['outputs', index, 'source'], 'this source is ignored: the native description is written', {
      expected: `one of ${METADATA_SOURCES.join(', ')}, or none`,
      found: describe(source),
    });
  });
}

function checkContent(
  frame: SpriteFrame,
  { palette }: SpriteSheetParams,
  path: readonly PathStep[],
  findings: Findings,
): void {
  if (frame.pixels != null) {
    checkPixels(frame, frame.pixels, palette ?? {}, [...path, 'pixels'], findings);
    return;
  }
  if (frame.color != null) return;
  if (frame.node_ref == null) {
    findings.error('E012', [...path, 'color'], 'the frame has nothing to show', {
      expected: 'color, pixels or node_ref',
      found: 'nothing',
    });
  } else {
    findings.warn('W004', [...path, 'node_ref'], 'node_ref is reserved; the frame is opaque magenta', {
      found: describe(frame.node_ref),
    });
  }
}

function checkPixels(
  frame: SpriteFrame,
  rows: readonly string[],
  palette: Readonly<Record<string, unknown>>,
  path: readonly PathStep[],
  findings: Findings,
): void {
  const columns = rows.length === 0 ? 0 : [...rows[0]!].length;
  if (columns === 0) {
    findings.error('E012', path, 'pixels must have at least one row and one column', {
      expected: 'at least one character',
      found: describe(rows),
    });
    return;
  }
  rows.forEach((row, index) => {
    const characters = [...row];
    if (characters.length !== columns) {
      findings.error('E012', [...path, index], 'the rows must be of equal length', {
        expected: `${columns} characters`,
        found: String(characters.length),
      });
    }
    const stranger = characters.find((c) => c !== '.' && c !== ' ' && !Object.hasOwn(palette, c));
    if (stranger !== undefined) {
      findings.error('E012', [...path, index], `${describe(stranger)} is not in the palette`, {
        expected: 'characters of the palette, "." or " "',
        found: describe(stranger),
      });
    }
  });
  const scale = frame.width / columns;
  if (!Number.isInteger(scale) || scale < 1 || frame.height !== scale * rows.length) {
    findings.error('E012', path, 'the size of the frame must be a whole multiple of its pixels', {
      expected: `${columns} x ${rows.length} pixels times a whole number`,
      found: `${frame.width} x ${frame.height}`,
    });
  }
}
