/** Small keys, reports and files for tests. */
import { type ArtifactData, type CacheKey, type CacheKeyInput, keyFor } from '@speccade/cache';
import type { Report } from '@speccade/spec';

export const INPUT: CacheKeyInput = {
  v: 2,
  asset: { id: 'laser-01', type: 'audio' },
  recipe: 'a'.repeat(64),
  seed: 42,
  outputs: [{ kind: 'primary', format: 'wav', path: 'sounds/laser.wav' }],
  backend: { id: 'speccade-backend-audio', version: '0.1.0' },
  stdlib: null,
  budget: { name: 'default', sha256: 'b'.repeat(64) },
  inputs: [],
  options: {},
};

export function keyOf(seed: number): CacheKey {
  return keyFor({ ...INPUT, seed });
}

export function reportOf(seed: number, more: Partial<Report> = {}): Report {
  return {
    report_version: 1,
    spec_hash: 'c'.repeat(64),
    asset_id: 'laser-01',
    asset_type: 'audio',
    seed,
    recipe_kind: 'audio_v1',
    recipe_hash: 'a'.repeat(64),
    ok: true,
    errors: [],
    warnings: [],
    outputs: [{ kind: 'primary', format: 'wav', path: 'sounds/laser.wav', metrics: { peak: 0.25 } }],
    stages: [{ stage: 'render', duration_ms: 3.5 }],
    duration_ms: 12.75,
    backend_version: 'speccade-backend-audio v0.1.0',
    target_triple: 'x86_64-unknown-linux-gnu',
    ...more,
  };
}

/** Bytes that differ per seed. */
export function bytesOf(seed: number, length = 64): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (Math.imul(seed + 1, 0x9e3779b1) >>> (i % 24)) & 255);
}

export function filesOf(seed: number, length = 64): ArtifactData[] {
  return [
    { path: 'sounds/laser.wav', role: 'primary', data: bytesOf(seed, length) },
    { path: 'sounds/laser.json', role: 'metadata', data: bytesOf(7, 16) },
  ];
}
