/** Whose turn a row is, by a quotient that is cut towards zero and read as an unsigned 64-bit number. */
export function unsignedTurn(row: number, stride: number, parts: number): number {
  const quotient = BigInt(Math.trunc(row / stride));
  return Number(BigInt.asUintN(64, quotient) % BigInt(parts));
}
