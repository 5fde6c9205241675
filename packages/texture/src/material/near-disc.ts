/** Which pixels have a pixel of a disc in the square around them. */

/**
 * 1 for pixels with some pixel of the disc (in the middle, `radius` pixels) at most `reach` columns and rows away, 0 for
 * others. Along the rows first, then down the columns.
 */
export function nearDisc(width: number, height: number, radius: number, reach: number): Uint8Array {
  const disc = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const ny = (y - height / 2) / radius;
    for (let x = 0; x < width; x++) {
      const nx = (x - width / 2) / radius;
      disc[y * width + x] = nx * nx + ny * ny > 1 ? 0 : 1;
    }
  }
  return spread(spread(disc, width, height, 1, width, reach), height, width, width, 1, reach);
}

/** Largest value of the neighbours along lines of `n` pixels that are `step` apart. */
function spread(from: Uint8Array, n: number, lines: number, step: number, line: number, reach: number): Uint8Array {
  const to = new Uint8Array(from.length);
  for (let l = 0; l < lines; l++) {
    // Places until which the last pixel of the disc reaches, from the left and from the right.
    let until = -1;
    for (let i = 0; i < n; i++) {
      if (from[l * line + i * step] === 1) until = i + reach;
      if (i <= until) to[l * line + i * step] = 1;
    }
    until = n;
    for (let i = n - 1; i >= 0; i--) {
      if (from[l * line + i * step] === 1) until = i - reach;
      if (i >= until) to[l * line + i * step] = 1;
    }
  }
  return to;
}
