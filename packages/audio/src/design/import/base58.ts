/** Base 58 with the alphabet of jsfxr (that of Bitcoin addresses): a number of any length, leading zeros kept. */
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE = 58;

/** The bytes of a text; `undefined` where a character is none of the alphabet. Quadratic: for short texts. */
export function fromBase58(text: string): Uint8Array | undefined {
  const digits: number[] = [];
  for (const character of text) {
    let carry = ALPHABET.indexOf(character);
    if (carry < 0) return undefined;
    for (let i = 0; i < digits.length; i++) {
      carry += digits[i]! * BASE;
      digits[i] = carry & 255;
      carry >>= 8;
    }
    if (carry > 0) digits.push(carry);
  }
  const zeros = text.length - text.replace(/^1+/, '').length;
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...digits.reverse()]);
}
