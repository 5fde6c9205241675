/** Units of literals: what one of them is in the base unit of its facts, and which facts carry that base unit. */

interface Unit {
  readonly factor: bigint;
  /** Suffix of the names of facts in this base unit. */
  readonly suffix?: string;
}

export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['dB', { factor: 1000n, suffix: '_mdb' }],
  ['s', { factor: 1000n, suffix: '_ms' }],
  ['ms', { factor: 1n, suffix: '_ms' }],
  ['Hz', { factor: 1n, suffix: '_hz' }],
  ['kHz', { factor: 1000n, suffix: '_hz' }],
  ['px', { factor: 1n, suffix: '_px' }],
  ['B', { factor: 1n, suffix: '_bytes' }],
  ['KiB', { factor: 1024n, suffix: '_bytes' }],
  ['MiB', { factor: 1_048_576n, suffix: '_bytes' }],
  ['%', { factor: 10n, suffix: '_permille' }],
  ['K', { factor: 1000n }],
  ['M', { factor: 1_000_000n }],
]);

/** The suffix of a fact's name that fixes its unit, if it has one. */
export function unitSuffix(name: string): string | undefined {
  for (const { suffix } of UNITS.values()) if (suffix !== undefined && name.endsWith(suffix)) return suffix;
  return undefined;
}
