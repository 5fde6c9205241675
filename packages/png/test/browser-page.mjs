/** What the page of a browser does with the pictures; how they are decoded is passed in. Runs without a browser, too. */

/**
 * Compares pictures with what they should show, and returns how many there were and what was wrong. A canvas has 8 bits
 * and multiplies colours by alpha, so 16 bits may be a step off, and colours as many as alpha hides.
 *
 * @param pictures names, sizes, bytes, and red, green, blue and alpha of each pixel from 0 to 65535
 * @param decode bytes to { width, height, data }, data as a canvas gives them
 */
export async function comparePictures(pictures, decode) {
  const wrong = [];
  for (const { name, width, height, bytes, rgba } of pictures) {
    try {
      const shown = await decode(bytes);
      if (shown.width !== width || shown.height !== height) throw new Error(`is ${shown.width} x ${shown.height}`);
      const place = firstDifference(rgba, shown.data);
      if (place >= 0)
        throw new Error(
          `differs at pixel ${place >> 2}, channel ${place & 3}: ${shown.data.slice(place & ~3, (place & ~3) + 4)}, expected ${rgba.slice(place & ~3, (place & ~3) + 4)}`,
        );
    } catch (error) {
      wrong.push(`${name}: ${error.message}`);
    }
  }
  return { count: pictures.length, wrong };
}

function firstDifference(rgba, data) {
  if (data.length !== rgba.length) return 0;
  for (let k = 0; k < rgba.length; k++) {
    // What the canvas keeps of an alpha between two steps is the lower one, in the worst case 0.
    const alpha = Math.floor(rgba[k | 3] / 257) / 255;
    const isAlpha = (k & 3) === 3;
    const exact = rgba[k] % 257 === 0;
    // Half a step is lost when a colour is multiplied, and half a step when it is divided again.
    const hidden = isAlpha || alpha === 1 ? 0 : alpha === 0 ? 255 : 0.5 / alpha + 0.5;
    if (Math.abs(data[k] - rgba[k] / 257) > hidden + (exact ? 0 : 1)) return k;
  }
  return -1;
}

/** The pixels of a picture that was drawn on a canvas. */
export async function decodeByCanvas(bytes) {
  const options = { colorSpaceConversion: 'none' };
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), options);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}
