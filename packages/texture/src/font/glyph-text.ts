/** Reads glyphs that are drawn as text: blocks of lines, a line of codes and then the rows, `#` for a lit pixel. */

/** One byte a pixel, 0 or 1, row by row. */
export type Bitmap = Uint8Array;

/**
 * The glyphs of a text, by code. Each is `columns` characters wide there and one apart from the next, and gets blank
 * columns up to `width`, and blank rows above and below, `top` of them above, up to `height`.
 */
export function readGlyphs(text: string, columns: number, width: number, height: number, top = 0): Map<number, Bitmap> {
  const glyphs = new Map<number, Bitmap>();
  for (const block of text.trim().split('\n\n')) {
    const [codes = '', ...rows] = block.split('\n');
    for (let left = 0; left < codes.length; left += columns + 1) {
      const bitmap = new Uint8Array(width * height);
      rows.forEach((row, y) => {
        for (let x = 0; x < columns; x++) if (row[left + x] === '#') bitmap[(y + top) * width + x] = 1;
      });
      glyphs.set(Number.parseInt(codes.slice(left, left + 2), 16), bitmap);
    }
  }
  return glyphs;
}
