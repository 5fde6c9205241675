/** What packed atlases share: gutters of unequal width, and the refusal when there is no room. */
import { BackendError } from '@speccade/spec';
import type { Cell } from '@speccade/spec/kinds/atlas';
import { replicateEdges } from './gutter.ts';
import type { Surface } from './surface.ts';

/** Fills the rest of a cell with the edge of its content, which is `width` × `height` pixels large. */
export function gutterOf(
  s: Surface,
  place: Cell & { readonly x: number; readonly y: number },
  width: number,
  height: number,
): void {
  const { x, y, inset } = place;
  replicateEdges(s, x, y, width, height, inset, inset, place.width - inset - width, place.height - inset - height);
}

/** For parameters that were not validated: validation finds the same. */
export function noRoom(member: string): BackendError {
  const path = `recipe.params.${member}`;
  return new BackendError([
    { code: 'TEXTURE_003', severity: 'error', path, message: 'there is no room for this in the atlas' },
  ]);
}
