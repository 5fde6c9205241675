/** The errors that cache calls throw, and only where the caller asked for strictness. */
import { SpeccadeError } from '@speccade/spec';
import type { RecordArtifact } from './record.ts';

/** A lookup under `frozen` did not give a hit. */
export class FrozenMissError extends SpeccadeError {
  readonly key: string;
  readonly reason: 'absent' | 'corrupt' | 'off';
  constructor(key: string, reason: 'absent' | 'corrupt' | 'off') {
    super('CACHE_FROZEN_MISS', `no usable cache entry for ${key} (${reason}), and the cache is frozen`);
    this.name = 'FrozenMissError';
    this.key = key;
    this.reason = reason;
  }
}

/** Under `strictDeterminism`, one key was stored with two different sets of files. */
export class NondeterminismError extends SpeccadeError {
  readonly key: string;
  readonly kept: readonly RecordArtifact[];
  readonly offered: readonly RecordArtifact[];
  constructor(key: string, kept: readonly RecordArtifact[], offered: readonly RecordArtifact[]) {
    super('CACHE_NONDETERMINISM', `two runs of ${key} gave different files: ${digests(kept)} and ${digests(offered)}`);
    this.name = 'NondeterminismError';
    this.key = key;
    this.kept = kept;
    this.offered = offered;
  }
}

function digests(artifacts: readonly RecordArtifact[]): string {
  return `[${artifacts.map(({ path, sha256 }) => `${path} ${sha256}`).join(', ')}]`;
}
