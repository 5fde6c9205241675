/** CRC-32, eight bytes per step ("slicing-by-8"); see `src/crc32.ts`. */

const TABLES: usize = memory.data(8 * 1024, 16);
let made = false;

function makeTables(): void {
  for (let n = 0; n < 256; n++) {
    let c = <u32>n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >> 1) ^ 0xedb88320 : c >> 1;
    store<u32>(TABLES + (<usize>n << 2), c);
  }
  for (let at = TABLES + 1024, end = TABLES + 8 * 1024; at < end; at += 4) {
    const previous = load<u32>(at - 1024);
    store<u32>(at, (previous >> 8) ^ load<u32>(TABLES + ((previous & 255) << 2)));
  }
  made = true;
}

@inline
function entry(table: usize, word: u32, shift: u32): u32 {
  return load<u32>(TABLES + (table << 10) + (<usize>((word >> shift) & 255) << 2));
}

/** Goes on with a CRC, which is -1 at first and inverted in the end. */
export function crc32(from: usize, length: usize, start: u32): u32 {
  if (!made) makeTables();
  let c = start;
  const end = from + length;
  for (; from + 8 <= end; from += 8) {
    const low = load<u32>(from) ^ c;
    const high = load<u32>(from, 4);
    c =
      entry(7, low, 0) ^
      entry(6, low, 8) ^
      entry(5, low, 16) ^
      entry(4, low, 24) ^
      entry(3, high, 0) ^
      entry(2, high, 8) ^
      entry(1, high, 16) ^
      entry(0, high, 24);
  }
  for (; from < end; from++) c = (c >> 8) ^ entry(0, c ^ load<u8>(from), 0);
  return c;
}
