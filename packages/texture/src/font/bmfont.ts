/**
 * The text form of AngelCode's BMFont descriptor, which most engines import (https://www.angelcode.com/products/bmfont/,
 * "File format"). Coordinates are pixels of the atlas.
 */
import type { FontLayout } from './font-layout.ts';

/** `face` and `picture` are the names of the font and of the atlas file. */
export function bmfont(face: string, picture: string, { glyphs, ...font }: FontLayout, glyphHeight: number): string {
  const lines = [
    `info face=${quoted(face)} size=${glyphHeight} bold=0 italic=0 charset="" unicode=1 stretchH=100 smooth=0 aa=1 ` +
      'padding=0,0,0,0 spacing=0,0 outline=0',
    `common lineHeight=${font.lineHeight} base=${font.baseline} scaleW=${font.width} scaleH=${font.height} pages=1 ` +
      'packed=0 alphaChnl=0 redChnl=0 greenChnl=0 blueChnl=0',
    `page id=0 file=${quoted(picture)}`,
    `chars count=${glyphs.length}`,
    ...glyphs.map(
      ({ code, x, y, width, advance }) =>
        `char id=${code} x=${x} y=${y} width=${width} height=${glyphHeight} xoffset=0 yoffset=0 xadvance=${advance} ` +
        'page=0 chnl=15',
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** The format has no escapes: what would end the text or the line is left out. */
function quoted(text: string): string {
  return `"${text.replace(/["\r\n]/g, '')}"`;
}
