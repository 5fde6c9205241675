/** Makes nine-slice panels: nine regions of one colour each, or the parts of one drawn panel. */
import type { Artifact, Spec } from '@speccade/spec';
import { type NineSliceParams, nineSliceLayout, type Region } from '@speccade/spec/kinds/ui.nine_slice_v1';
import { type Description, describeJson } from '../describe-json.ts';
import { pictureAndDescription } from '../draw/artifacts.ts';
import { box, coverage, mix } from '../draw/distance.ts';
import { replicateEdges } from '../draw/gutter.ts';
import { noRoom } from '../draw/packed.ts';
import { createSurface, fillRect, packColor, type Surface, toByte } from '../draw/surface.ts';
import { uvOf } from '../draw/uv.ts';

export function makeNineSlice(spec: Spec): Artifact[] {
  const params = spec.recipe!.params as NineSliceParams;
  const [width, height] = params.resolution;
  const layout = nineSliceLayout(params);
  if (layout.width > width || layout.height > height) throw noRoom('resolution');
  const surface = createSurface(width, height);
  if (params.background_color) fillRect(surface, 0, 0, width, height, packColor(params.background_color));
  const p = params.padding;
  for (const region of layout.regions) {
    const { name, x, y, width: w, height: h } = region;
    if (params.corner_radius === 0 && params.border_width === 0) {
      fillRect(surface, x - p, y - p, w + 2 * p, h + 2 * p, packColor(params.regions[name]));
    } else {
      drawPart(surface, region, params);
      replicateEdges(surface, x, y, w, h, p);
    }
  }
  return pictureAndDescription(spec, surface, () => {
    const regions: Record<string, Description> = {};
    for (const { name, x, y, width: w, height: h } of layout.regions) {
      regions[name] = { ...uvOf(x, y, w, h, width, height), width: w, height: h };
    }
    return describeJson({ atlas_width: width, atlas_height: height, padding: p, regions });
  });
}

/** Draws a region as the part that it is of the whole panel, with the panel's border and round corners. */
function drawPart(s: Surface, region: Region, params: NineSliceParams): void {
  const { name, x: left, y: top, width, height } = region;
  const [cw, ch] = params.regions.corner_size;
  const panelWidth = 2 * cw + (params.regions.edge_width ?? cw);
  const panelHeight = 2 * ch + (params.regions.edge_height ?? ch);
  const offsetX = name.endsWith('left') || name === 'left_edge' ? 0 : name.includes('right') ? panelWidth - width : cw;
  const offsetY = name.startsWith('top') ? 0 : name.startsWith('bottom') ? panelHeight - height : ch;
  const radius = Math.min(params.corner_radius, panelWidth / 2, panelHeight / 2);
  const [r, g, b, a] = params.regions[name];
  const [br, bg, bb, ba] = params.border_color ?? [0, 0, 0, 1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const px = offsetX + x + 0.5 - panelWidth / 2;
      const py = offsetY + y + 0.5 - panelHeight / 2;
      const d = box(px, py, panelWidth / 2, panelHeight / 2, radius);
      const inside = params.border_width > 0 ? coverage(d + params.border_width) : 1;
      const at = ((top + y) * s.width + left + x) * 4;
      // Colours count by their alpha where border and ground meet within a pixel.
      const ground = a * inside;
      const line = ba * (1 - inside);
      const alpha = ground + line;
      const share = alpha > 0 ? ground / alpha : inside;
      s.data[at] = toByte(mix(br, r, share));
      s.data[at + 1] = toByte(mix(bg, g, share));
      s.data[at + 2] = toByte(mix(bb, b, share));
      s.data[at + 3] = toByte(alpha * coverage(d));
    }
  }
}
