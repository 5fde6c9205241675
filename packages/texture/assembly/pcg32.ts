/** The first two numbers of `new Pcg32(seed)` of `@speccade/numerics`. */

const MULTIPLIER: u64 = 6364136223846793005;
const EXPANSION: u64 = 11634580027462260723;

@inline
function permute(state: u64): u32 {
  return rotr<u32>(<u32>(((state >> 18) ^ state) >> 27), <u32>(state >> 59));
}

let state: u64 = 0;
let increment: u64 = 0;

export function seed(value: u32): void {
  const s0 = ((<u64>value) | ((<u64>value) << 32)) * MULTIPLIER + EXPANSION;
  const s1 = s0 * MULTIPLIER + EXPANSION;
  const s2 = s1 * MULTIPLIER + EXPANSION;
  const s3 = s2 * MULTIPLIER + EXPANSION;
  increment = <u64>permute(s2) | ((<u64>permute(s3)) << 32) | 1;
  state = ((<u64>permute(s0) | ((<u64>permute(s1)) << 32)) + increment) * MULTIPLIER + increment;
}

/** A uniform multiple of 2^-53 in [0, 1). */
export function nextF64(): f64 {
  const low = <u64>permute(state);
  const middle = state * MULTIPLIER + increment;
  const high = <u64>permute(middle);
  state = middle * MULTIPLIER + increment;
  return <f64>((low | (high << 32)) >> 11) * (1.0 / 9007199254740992.0);
}
