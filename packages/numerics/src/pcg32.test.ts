import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pcg32 } from './index.ts';

const seeds = fc.nat(0xffffffff);
const draws = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);

test('the 64-bit seed 0 expands to the generator of rand_pcg', () => {
  expect(Pcg32.fromU64(0n).nextU64()).toBe(18195738587432868099n);
});

test('state 42 on stream 54 gives the sequence of the reference implementation', () => {
  const rng = Pcg32.fromState(42n, 54n);
  expect(draws(6, () => rng.nextU32().toString(16).padStart(8, '0'))).toEqual([
    'a15c02b7',
    '7b47f409',
    'ba1d3330',
    '83d2f293',
    'bfa4784b',
    'cbed606e',
  ]);
});

test('sixteen seed bytes are state and increment', () => {
  expect(Pcg32.fromBytes(Uint8Array.from({ length: 16 }, (_, i) => i + 1)).nextU64()).toBe(1204678643940597513n);
  expect(() => Pcg32.fromBytes(new Uint8Array(15))).toThrow(RangeError);
});

test('seed 42 is widened and expanded into state and increment', () => {
  const rng = new Pcg32(42);
  expect([rng.state, rng.increment]).toEqual([10331487048902471229n, 10566476815187285803n]);
  expect(Pcg32.fromU64(180388626474n).state).toBe(rng.state);
});

test('seed 42 gives its u32, u64, f64 and f32 draws', () => {
  const u32 = new Pcg32(42);
  expect(draws(6, () => u32.nextU32())).toEqual([909440527, 4201607499, 288057483, 164000784, 2925233438, 1905940465]);
  const u64 = new Pcg32(42);
  expect(draws(3, () => u64.nextU64())).toEqual([18045766799742793231n, 704378004086417547n, 8185951968223266078n]);
  const f64 = new Pcg32(42);
  expect(draws(4, () => f64.nextF64())).toEqual([
    0.9782629784223962, 0.038184408114074864, 0.44376134539048273, 0.6986205522123744,
  ]);
  const f32 = new Pcg32(42);
  expect(draws(4, () => f32.nextF32())).toEqual([
    0.21174561977386475, 0.9782629609107971, 0.06706857681274414, 0.038184404373168945,
  ]);
});

test('the smallest and the largest seed give their draws, anything else is refused', () => {
  const zero = new Pcg32(0);
  expect(draws(4, () => zero.nextU32())).toEqual([298703107, 4236525527, 336081875, 1056616254]);
  const last = new Pcg32(4294967295);
  expect(draws(4, () => last.nextU32())).toEqual([2553256318, 1362994822, 3759657484, 3366838333]);
  for (const seed of [-1, 4294967296, 0.5, Number.NaN]) expect(() => new Pcg32(seed)).toThrow(RangeError);
});

test('a generator that starts again is a new one', () => {
  const again = new Pcg32(1);
  fc.assert(
    fc.property(seeds, (seed) => {
      again.reseed(seed);
      const rng = new Pcg32(seed);
      expect([again.state, again.increment]).toEqual([rng.state, rng.increment]);
    }),
  );
});

test('seed 42 gives its integer ranges', () => {
  const u16 = new Pcg32(42);
  expect(draws(8, () => u16.u16Inclusive(0, 999))).toEqual([211, 978, 67, 38, 681, 443, 65, 698]);
  const u32 = new Pcg32(42);
  expect(draws(8, () => u32.u32Inclusive(0, 9))).toEqual([2, 0, 4, 0, 7, 6, 6, 9]);
  const usize = new Pcg32(42);
  expect(draws(8, () => usize.usizeInclusive(0, 9))).toEqual([0, 4, 6, 9, 1, 1, 6, 5]);
});

test('seed 42 shuffles 0..255 as it always did', () => {
  const rng = new Pcg32(42);
  const table = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 255; i >= 1; i--) {
    const j = rng.usizeInclusive(0, i);
    [table[i], table[j]] = [table[j]!, table[i]!];
  }
  expect(table.slice(0, 16)).toEqual([236, 15, 214, 113, 192, 44, 165, 194, 11, 179, 234, 89, 62, 224, 48, 19]);
});

test('seed 42 gives its doubles of an inclusive range', () => {
  const rng = new Pcg32(42);
  expect(draws(3, () => rng.f64Inclusive(-0.5, 0.5))).toEqual([
    0.4782629784223964, -0.46181559188592525, -0.05623865460951716,
  ]);
});

const M = 6364136223846793005n;
const MASK = (1n << 64n) - 1n;

/** The generator written down plainly in BigInt. */
class Plain {
  state: bigint;
  readonly increment: bigint;
  constructor(seed: number) {
    const rng = new Pcg32(seed);
    this.state = rng.state;
    this.increment = rng.increment;
  }
  nextU32(): bigint {
    const old = this.state;
    this.state = (old * M + this.increment) & MASK;
    const x = (((old >> 18n) ^ old) >> 27n) & 0xffffffffn;
    const turn = old >> 59n;
    return ((x >> turn) | (x << (32n - turn))) & 0xffffffffn;
  }
  nextU64(): bigint {
    const low = this.nextU32();
    return low | (this.nextU32() << 32n);
  }
  range(n: bigint, bits: 32n | 64n, zone: bigint): bigint {
    for (;;) {
      const product = (bits === 32n ? this.nextU32() : this.nextU64()) * n;
      if ((product & ((1n << bits) - 1n)) <= zone) return product >> bits;
    }
  }
}

const clz = (n: bigint, bits: bigint) => bits - BigInt(n.toString(2).length);

test('the halves of the state compute what 64 bits do', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const rng = new Pcg32(seed);
      const plain = new Plain(seed);
      for (let i = 0; i < 40; i++) expect(BigInt(rng.nextU32())).toBe(plain.nextU32());
      expect(rng.state).toBe(plain.state);
    }),
  );
});

test('integer ranges reject and scale as their word size says', () => {
  const span = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 0xfffffffe }));
  fc.assert(
    fc.property(seeds, span, (seed, size) => {
      const n = BigInt(size);
      const a = new Pcg32(seed);
      const b = new Plain(seed);
      for (let i = 0; i < 5; i++) {
        expect(BigInt(a.u32Inclusive(0, size - 1))).toBe(b.range(n, 32n, (n << clz(n, 32n)) - 1n));
        expect(BigInt(a.usizeInclusive(0, size - 1))).toBe(b.range(n, 64n, (n << clz(n, 64n)) - 1n));
        const small = (n % 65535n) + 1n;
        const zone = 0xffffffffn - ((0x100000000n - small) % small);
        expect(BigInt(a.u16Inclusive(7, 7 + Number(small) - 1 > 65535 ? 65535 : 6 + Number(small)))).toBe(
          7n +
            b.range(
              small > 65529n ? 65529n : small,
              32n,
              small > 65529n ? 0xffffffffn - (0x100000000n % 65529n) : zone,
            ),
        );
      }
      expect(a.state).toBe(b.state);
    }),
  );
});

test('a full range is the raw draw', () => {
  const raw = new Pcg32(7);
  const words = draws(3, () => raw.nextU32());
  const rng = new Pcg32(7);
  expect([rng.u32Inclusive(0, 4294967295), rng.u16Inclusive(0, 65535), rng.u8Inclusive(0, 255)]).toEqual([
    words[0],
    words[1]! & 65535,
    words[2]! & 255,
  ]);
});

test('bounds outside the type are refused', () => {
  const rng = new Pcg32(1);
  expect(() => rng.u8Inclusive(0, 256)).toThrow(RangeError);
  expect(() => rng.u16Inclusive(2, 1)).toThrow(RangeError);
  expect(() => rng.u32Inclusive(-1, 1)).toThrow(RangeError);
  expect(() => rng.usizeInclusive(0, 0.5)).toThrow(RangeError);
  expect(() => rng.f64Inclusive(1, 0)).toThrow(RangeError);
  expect(() => rng.bool(1.5)).toThrow(RangeError);
});

test('bool compares 64 bits with p 2^64 and draws nothing for p = 1', () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (seed, p) => {
      const plain = new Plain(seed);
      expect(new Pcg32(seed).bool(p)).toBe(plain.nextU64() < BigInt(Math.trunc(p * 2 ** 64)));
    }),
  );
  const rng = new Pcg32(1);
  const before = rng.state;
  expect(rng.bool(1)).toBe(true);
  expect(rng.state).toBe(before);
});

test('an inclusive range never leaves its bounds', () => {
  const bound = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(seeds, bound, bound, (seed, a, b) => {
      const rng = new Pcg32(seed);
      const [low, high] = a < b ? [a, b] : [b, a];
      for (let i = 0; i < 20; i++) {
        const v = rng.f64Inclusive(low, high);
        expect(v >= low && v <= high).toBe(true);
      }
    }),
  );
});

test('bulk fills equal single draws and leave the generator where those would', () => {
  fc.assert(
    fc.property(seeds, fc.nat(50), fc.nat(50), (seed, start, count) => {
      const single = new Pcg32(seed);
      const bulk = new Pcg32(seed);
      const want = new Float64Array(120);
      const got = new Float64Array(120);
      for (let i = start; i < start + count; i++) want[i] = single.nextBipolar();
      bulk.fillBipolar(got, start, start + count);
      for (let i = 100; i < 120; i++) want[i] = single.nextF64();
      bulk.fillF64(got, 100);
      expect(got).toEqual(want);
      expect(bulk.state).toBe(single.state);
    }),
  );
  expect(() => new Pcg32(1).fillF64(new Float64Array(2), 0, 3)).toThrow(RangeError);
});

describe('advance', () => {
  test('goes where as many draws lead', () => {
    for (const steps of [0, 1, 2, 3, 1000, 65537]) {
      const walked = new Pcg32(7);
      for (let i = 0; i < steps; i++) walked.nextU32();
      const jumped = new Pcg32(7);
      jumped.advance(steps);
      expect(jumped.state).toBe(walked.state);
      expect(jumped.nextU32()).toBe(walked.nextU32());
    }
  });
  test('can be split into parts, however long', () => {
    const whole = new Pcg32(1);
    whole.advance(2 ** 52 + 5);
    const parts = new Pcg32(1);
    for (const steps of [2 ** 51, 3, 2 ** 51, 2]) parts.advance(steps);
    expect(parts.state).toBe(whole.state);
  });
  test('refuses what is no number of steps', () => {
    for (const steps of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => new Pcg32(1).advance(steps)).toThrow(RangeError);
    }
  });
});

test('a clone goes on alone', () => {
  const one = new Pcg32(3);
  one.nextU32();
  const other = one.clone();
  expect([other.nextU32(), other.nextU32()]).toEqual([one.nextU32(), one.nextU32()]);
  one.nextU32();
  expect(other.state).not.toBe(one.state);
});
