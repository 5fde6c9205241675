/** `#rrggbb`, with or without the hash, as three numbers from 0 to 1. */
export function hexToRgb(text: string): [number, number, number] {
  const digits = text.trim().replace(/^#/, '');
  const byte = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16) / 255;
  return [byte(0), byte(2), byte(4)];
}
