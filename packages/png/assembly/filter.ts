/** The choice of a row's filter and what it makes of the row; see `src/filter.ts`. Sixteen bytes at a time. */

/** Sums of magnitudes, four lanes. */
@inline
function add(sum: v128, filtered: v128): v128 {
  return i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(i8x16.abs(filtered))));
}

@inline
function total(sum: v128): i32 {
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  );
}

@inline
function difference(a: v128, b: v128): v128 {
  return i8x16.sub(i8x16.max_u(a, b), i8x16.min_u(a, b));
}

/** `(a + b) >> 1`: the average of the instruction set rounds up. */
@inline
function average(a: v128, b: v128): v128 {
  return i8x16.sub(i8x16.avgr_u(a, b), v128.and(v128.xor(a, b), i8x16.splat(1)));
}

/**
 * The distance to the upper left pixel is the sum of the two others where both lie on the same side; a sum beyond a byte
 * is no smaller than either.
 */
@inline
function paeth(a: v128, b: v128, c: v128): v128 {
  const pa = difference(b, c);
  const pb = difference(a, c);
  const apart = v128.xor(i8x16.lt_u(a, c), i8x16.lt_u(b, c));
  const pc = v128.bitselect(difference(pa, pb), i8x16.add_sat_u(pa, pb), apart);
  const nearest = v128.bitselect(b, a, i8x16.lt_u(pb, pa));
  return v128.bitselect(c, nearest, i8x16.lt_u(pc, i8x16.min_u(pa, pb)));
}

@inline
function magnitude(v: i32): i32 {
  return abs((v << 24) >> 24);
}

@inline
function paethByte(a: i32, b: i32, c: i32): i32 {
  const pa = abs(b - c);
  const pb = abs(a - c);
  const pc = abs(a + b - c - c);
  const nearest = pb < pa ? b : a;
  return pc < min(pa, pb) ? c : nearest;
}

/**
 * Writes a row behind the byte that names its filter.
 *
 * @param row the bytes, with `pixel` zeros before them
 * @param above the row above, likewise
 * @param out room for `stride` + 1 bytes
 * @param stride bytes of the row
 * @param pixel bytes of a pixel
 */
export function filterRow(row: usize, above: usize, out: usize, stride: i32, pixel: i32): void {
  const type = chooseFilter(row, above, stride, pixel);
  store<u8>(out, type);
  out++;
  const whole = stride & ~15;
  for (let x = 0; x < whole; x += 16) {
    const v = v128.load(row + x);
    const a = v128.load(row + x - pixel);
    const b = v128.load(above + x);
    let guess = i8x16.splat(0);
    if (type === 1) guess = a;
    else if (type === 2) guess = b;
    else if (type === 3) guess = average(a, b);
    else if (type === 4) guess = paeth(a, b, v128.load(above + x - pixel));
    v128.store(out + x, i8x16.sub(v, guess));
  }
  for (let x = whole; x < stride; x++) {
    const a: i32 = load<u8>(row + x - pixel);
    const b: i32 = load<u8>(above + x);
    let guess = 0;
    if (type === 1) guess = a;
    else if (type === 2) guess = b;
    else if (type === 3) guess = (a + b) >> 1;
    else if (type === 4) guess = paethByte(a, b, load<u8>(above + x - pixel));
    store<u8>(out + x, load<u8>(row + x) - guess);
  }
}

function chooseFilter(row: usize, above: usize, stride: i32, pixel: i32): i32 {
  let none = i32x4.splat(0);
  let sub = none;
  let up = none;
  let mean = none;
  let near = none;
  const whole = stride & ~15;
  for (let x = 0; x < whole; x += 16) {
    const v = v128.load(row + x);
    const a = v128.load(row + x - pixel);
    const b = v128.load(above + x);
    const c = v128.load(above + x - pixel);
    none = add(none, v);
    sub = add(sub, i8x16.sub(v, a));
    up = add(up, i8x16.sub(v, b));
    mean = add(mean, i8x16.sub(v, average(a, b)));
    near = add(near, i8x16.sub(v, paeth(a, b, c)));
  }
  let s0 = total(none);
  let s1 = total(sub);
  let s2 = total(up);
  let s3 = total(mean);
  let s4 = total(near);
  for (let x = whole; x < stride; x++) {
    const v: i32 = load<u8>(row + x);
    const a: i32 = load<u8>(row + x - pixel);
    const b: i32 = load<u8>(above + x);
    const c: i32 = load<u8>(above + x - pixel);
    s0 += magnitude(v);
    s1 += magnitude(v - a);
    s2 += magnitude(v - b);
    s3 += magnitude(v - ((a + b) >> 1));
    s4 += magnitude(v - paethByte(a, b, c));
  }
  let type = 0;
  let least = s0;
  if (s1 < least) {
    type = 1;
    least = s1;
  }
  if (s2 < least) {
    type = 2;
    least = s2;
  }
  if (s3 < least) {
    type = 3;
    least = s3;
  }
  return s4 < least ? 4 : type;
}
