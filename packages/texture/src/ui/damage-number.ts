/** Makes damage numbers: for each style a row of digits with an outline and, where wanted, a glow beneath. */
import type { Artifact, Spec } from '@speccade/spec';
import {
  DAMAGE_CHARACTERS,
  type DamageNumberParams,
  type DamageRow,
  damageNumberLayout,
} from '@speccade/spec/kinds/ui.damage_number_v1';
import { describeJson, float, floats } from '../describe-json.ts';
import { pictureAndDescription } from '../draw/artifacts.ts';
import { coverage } from '../draw/distance.ts';
import { createSurface, type Surface, toByte } from '../draw/surface.ts';
import { dilated, distanceTo, pixelMask, strokeField } from './digit-distance.ts';

export function makeDamageNumbers(spec: Spec): Artifact[] {
  const params = spec.recipe!.params as DamageNumberParams;
  const { padding, outline_width, glow_margin } = params;
  const { width, height, rows } = damageNumberLayout(params);
  const surface = createSurface(width, height);
  const left = (row: DamageRow, index: number) => index * (row.cellWidth + padding) + padding;
  const characters = [...DAMAGE_CHARACTERS];
  for (const row of rows) {
    characters.forEach((character, index) => {
      drawCharacter(surface, params, row, character, left(row, index));
    });
  }
  return pictureAndDescription(spec, surface, () =>
    describeJson({
      atlas_size: [width, height],
      glyph_size: params.glyph_size,
      outline_width,
      padding,
      styles: rows.map((row) => ({
        style: row.style.style_type,
        uv_offset: floats([padding / width, row.y / height]),
        scale: float(row.style.scale ?? 1),
        glyphs: characters.map((character, index) => {
          const x = left(row, index);
          return {
            char_code: character,
            uv: floats([x / width, row.y / height, (x + row.cellWidth) / width, (row.y + row.cellHeight) / height]),
            width: row.cellWidth,
            height: row.cellHeight,
          };
        }),
      })),
      ...(glow_margin > 0 && { glow_margin }),
    }),
  );
}

function drawCharacter(s: Surface, params: DamageNumberParams, row: DamageRow, character: string, left: number): void {
  const { cellWidth: w, cellHeight: h, glyphWidth, glyphHeight } = row;
  const outline = params.outline_width;
  const rim = outline + params.glow_margin;
  const size = w * h;
  // How much of each pixel text and outline cover, and how far it is from the outline.
  const text = new Float64Array(size);
  const line = new Float64Array(size);
  let beyond: Float64Array;
  if (params.glyph_style === 'smooth') {
    const { distance } = strokeField(character, glyphWidth, glyphHeight, rim);
    for (let i = 0; i < size; i++) {
      text[i] = coverage(distance[i]!);
      line[i] = coverage(distance[i]! - outline);
    }
    beyond = distance.map((d) => Math.max(0, d - outline));
  } else {
    const mask = pixelMask(character, glyphWidth, glyphHeight, rim);
    const outlined = dilated(mask, w, h, outline);
    text.set(mask);
    line.set(outlined);
    beyond = distanceTo(outlined, w, h);
  }
  // One pixel wider than the outline, as far as the cell goes; all of the margin where there is one.
  const reach = params.glow_margin > 0 ? params.glow_margin : outline + 1;
  paint(s, row, left, text, line, beyond, reach);
}

/** Glow, outline and text, each over what is below it. */
function paint(
  s: Surface,
  { style, y: top, cellWidth: w, cellHeight: h }: DamageRow,
  left: number,
  text: Float64Array,
  line: Float64Array,
  beyond: Float64Array,
  reach: number,
): void {
  const [tr, tg, tb, ta] = style.text_color;
  const [or, og, ob, oa] = style.outline_color;
  const [gr, gg, gb, ga] = style.glow_color ?? [0, 0, 0, 0];
  for (let y = 0, i = 0; y < h; y++) {
    for (let x = 0; x < w; x++, i++) {
      const glow = ga * Math.max(0, 1 - beyond[i]! / (reach + 1));
      // A pixel belongs to text, outline and glow by the area that each covers, so that none shines through another.
      const t = text[i]!;
      const o = line[i]! - t;
      const g = 1 - line[i]!;
      const wt = t * ta;
      const wo = o * oa;
      const wg = g * glow;
      const alpha = wt + wo + wg;
      if (alpha <= 0) continue;
      const pt = wt / alpha;
      const po = wo / alpha;
      const pg = wg / alpha;
      const at = ((top + y) * s.width + left + x) * 4;
      s.data[at] = toByte(tr * pt + or * po + gr * pg);
      s.data[at + 1] = toByte(tg * pt + og * po + gg * pg);
      s.data[at + 2] = toByte(tb * pt + ob * po + gb * pg);
      s.data[at + 3] = toByte(alpha);
    }
  }
}
