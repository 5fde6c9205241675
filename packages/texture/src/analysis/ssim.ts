/**
 * Structural similarity of Z. Wang et al., "Image quality assessment: from error visibility to structural similarity"
 * (2004), over windows of 8 × 8 pixels side by side instead of a sliding Gaussian; for levels from 0 to 255.
 */

const WINDOW = 8;
/** (0.01 · 255)² and (0.03 · 255)². */
const C1 = 6.5025;
const C2 = 58.5225;

/**
 * The mean over all whole windows, 1 for the same picture. A picture that has none is one window. Both have `width` ×
 * `height` values.
 */
export function ssim(a: Float64Array, b: Float64Array, width: number, height: number): number {
  if (width < WINDOW || height < WINDOW) return windowSsim(a, b, width, 0, 0, width, height);
  let [sum, count] = [0, 0];
  for (let y = 0; y + WINDOW <= height; y += WINDOW) {
    for (let x = 0; x + WINDOW <= width; x += WINDOW, count++) sum += windowSsim(a, b, width, x, y, WINDOW, WINDOW);
  }
  return sum / count;
}

function windowSsim(
  a: Float64Array,
  b: Float64Array,
  stride: number,
  left: number,
  top: number,
  width: number,
  height: number,
): number {
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0];
  for (let y = top; y < top + height; y++) {
    for (let at = y * stride + left; at < y * stride + left + width; at++) {
      const [p, q] = [a[at]!, b[at]!];
      sumA += p;
      sumB += q;
      squareA += p * p;
      squareB += q * q;
      product += p * q;
    }
  }
  const count = width * height;
  const meanA = sumA / count;
  const meanB = sumB / count;
  const varianceA = squareA / count - meanA * meanA;
  const varianceB = squareB / count - meanB * meanB;
  const covariance = product / count - meanA * meanB;
  return (
    ((2 * meanA * meanB + C1) * (2 * covariance + C2)) /
    ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2))
  );
}
