/** Small parameters and a recorder of findings for the tests of this folder. */
import * as z from 'zod/mini';
import type { SpecEnvelope } from '../../document.ts';
import type { PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import { audioV1 } from './index.ts';
import { type AudioParams, audioParams } from './params.ts';

type Json = Record<string, unknown>;

export const sine = { type: 'oscillator', waveform: 'sine', frequency: 440 };
export const square = { ...sine, waveform: 'square' };
export const lowpass = { type: 'lowpass', cutoff: 800, resonance: 1 };

export function layerOf(change: Json = {}): Json {
  const envelope = { attack: 0, decay: 0.1, sustain: 0.5, release: 0.1 };
  return { synthesis: sine, envelope, volume: 0.5, pan: 0, ...change };
}

export function paramsOf(change: Json = {}): Json {
  return { duration_seconds: 0.5, layers: [layerOf()], ...change };
}

export const envelopeOf = (outputs: SpecEnvelope['outputs']): SpecEnvelope => ({
  spec_version: 1,
  asset_id: 'test-tone',
  asset_type: 'audio',
  license: 'CC0-1.0',
  seed: 1,
  outputs,
});

const oneWav = envelopeOf([{ kind: 'primary', format: 'wav', path: 'a.wav' }]);

/** `code path` of every finding, in order. */
export function recorder(): { findings: Findings; seen: string[]; full: unknown[] } {
  const seen: string[] = [];
  const full: unknown[] = [];
  const note = (code: string, path: readonly PathStep[], message: string, more?: object) => {
    seen.push(`${code} ${path.join('.')}`);
    full.push({ message, ...more });
  };
  return { findings: { error: note, warn: note }, seen, full };
}

export function parse(params: unknown): AudioParams {
  return z.parse(audioParams, params);
}

/** Paths of what the schema rejects; an unknown key counts as a path. Empty when it accepts. */
export function rejected(params: unknown): string[] {
  const result = z.safeParse(audioParams, params);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return keys.map((key) => [...issue.path, ...(key === undefined ? [] : [key])].join('.'));
  });
}

/** `code path` of what the schema rejects or, when it accepts, of what the rules do. */
export function checked(params: Json, envelope: SpecEnvelope = oneWav): string[] {
  const bad = rejected(params);
  if (bad.length > 0) return bad.map((path) => `E012 recipe.params.${path}`);
  const { findings, seen } = recorder();
  audioV1.check?.(parse(params), envelope, findings);
  return seen;
}

export function remarked(params: Json): string[] {
  const { findings, seen } = recorder();
  audioV1.remark?.(params, findings);
  return seen;
}
