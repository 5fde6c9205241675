/** Rows and cells of damage numbers: a row for each style, a cell for each character. */
import { DAMAGE_CHARACTERS, DAMAGE_STYLES, type DamageNumberParams, type DamageStyle } from './params.ts';

/** In pixels. */
export interface DamageRow {
  readonly style: DamageStyle;
  /** Top of the row's cells. */
  readonly y: number;
  readonly glyphWidth: number;
  readonly glyphHeight: number;
  /** Size of a cell: the glyph, its outline and the margin of the glow on each side. */
  readonly cellWidth: number;
  readonly cellHeight: number;
}

export interface DamageNumberLayout {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly DamageRow[];
}

/** Cell i of a row lies at `padding + i (cellWidth + padding)`. */
export function damageNumberLayout(params: DamageNumberParams): DamageNumberLayout {
  const { glyph_size, outline_width, padding, glow_margin, scale_cells } = params;
  const sorted = [...params.styles].sort(
    (a, b) => DAMAGE_STYLES.indexOf(a.style_type) - DAMAGE_STYLES.indexOf(b.style_type),
  );
  const rim = 2 * (outline_width + glow_margin);
  let y = padding;
  let widest = 0;
  const rows = sorted.map((style) => {
    const scale = scale_cells ? (style.scale ?? 1) : 1;
    const glyphWidth = Math.max(1, Math.round(glyph_size[0] * scale));
    const glyphHeight = Math.max(1, Math.round(glyph_size[1] * scale));
    const row = { style, y, glyphWidth, glyphHeight, cellWidth: glyphWidth + rim, cellHeight: glyphHeight + rim };
    y += row.cellHeight + padding;
    widest = Math.max(widest, row.cellWidth);
    return row;
  });
  return { width: DAMAGE_CHARACTERS.length * (widest + padding) + padding, height: y, rows };
}
