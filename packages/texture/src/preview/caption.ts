import type { Surface } from '../draw/surface.ts';
import { glyphOf } from '../font/glyphs.ts';

const WIDTH = 6;
const HEIGHT = 9;

/** Height of a line of text in pixels. */
export const CAPTION_HEIGHT = HEIGHT;

/** Writes a line of text in white. Of one wider than `width` pixels the end is shown, which tells names apart. */
export function caption(surface: Surface, text: string, left: number, top: number, width: number): void {
  const room = Math.floor(width / WIDTH);
  const shown = text.length > room ? `..${text.slice(text.length - Math.max(0, room - 2))}` : text;
  for (let i = 0; i < shown.length; i++) {
    const bitmap = glyphOf('6x9', shown.charCodeAt(i));
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        if (bitmap[y * WIDTH + x] !== 1) continue;
        const at = 4 * ((top + y) * surface.width + left + i * WIDTH + x);
        surface.data.fill(230, at, at + 3);
      }
    }
  }
}
