/** Samples of pictures from numbers; see `src/pixels.ts`. Four pixels at a time: up to three more are read and written. */

/** Two numbers as whole ones from 0 to `most`, in the first two of four lanes; NaN is 0. */
@inline
function whole(at: usize, most: f64): v128 {
  const scaled = f64x2.add(f64x2.mul(v128.load(at), f64x2.splat(most)), f64x2.splat(0.5));
  return i32x4.trunc_sat_f64x2_s_zero(scaled);
}

@inline
function samples(at: usize, most: i32): v128 {
  const all = i64x2.shuffle(whole(at, most), whole(at + 16, most), 0, 2);
  return i32x4.min_s(i32x4.max_s(all, i32x4.splat(0)), i32x4.splat(most));
}

/** The samples of four pixels of 16 bits, the higher byte first. */
@inline
function words(at: usize): v128 {
  const all = samples(at, 65535);
  return v128.and(v128.or(i32x4.shr_u(all, 8), i32x4.shl(all, 8)), i32x4.splat(65535));
}

export function writeGray(values: usize, count: i32, deep: bool, out: usize): void {
  for (const end = values + (<usize>count << 3); values < end; values += 32) {
    if (deep) {
      const all = words(values);
      v128.store64_lane(out, i16x8.shuffle(all, all, 0, 2, 4, 6, 0, 2, 4, 6), 0);
      out += 8;
    } else {
      const all = samples(values, 255);
      v128.store32_lane(out, i8x16.shuffle(all, all, 0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12), 0);
      out += 4;
    }
  }
}

/** @param plane bytes from one channel to the next */
export function writeRgba(values: usize, plane: usize, count: i32, deep: bool, out: usize): void {
  for (const end = values + (<usize>count << 3); values < end; values += 32) {
    if (deep) {
      const low = v128.or(words(values), i32x4.shl(words(values + plane), 16));
      const high = v128.or(words(values + 2 * plane), i32x4.shl(words(values + 3 * plane), 16));
      v128.store(out, i32x4.shuffle(low, high, 0, 4, 1, 5));
      v128.store(out, i32x4.shuffle(low, high, 2, 6, 3, 7), 16);
      out += 32;
    } else {
      const low = v128.or(samples(values, 255), i32x4.shl(samples(values + plane, 255), 8));
      const high = v128.or(samples(values + 2 * plane, 255), i32x4.shl(samples(values + 3 * plane, 255), 8));
      v128.store(out, v128.or(low, i32x4.shl(high, 16)));
      out += 16;
    }
  }
}
