/** Profiles of one's own: a JSON object that names what it changes and, with `extends`, the profile it starts from. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalize, didYouMean, type Issue, parseWith } from '@speccade/spec';
import * as z from 'zod/mini';
import { type BudgetProfile, byName, DEFAULT_PROFILE, PROFILE_NAMES } from './profile.ts';

const count = z.optional(z.int().check(z.gte(0)));
const seconds = z.optional(z.number().check(z.gte(0)));

const customSchema = z.strictObject({
  name: z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/)),
  extends: z.optional(z.string()),
  audio: z.optional(
    z.strictObject({
      max_duration_seconds: seconds,
      max_layers: count,
      max_samples: count,
      allowed_sample_rates: z.optional(z.array(z.int().check(z.gte(1)))),
    }),
  ),
  texture: z.optional(
    z.strictObject({ max_dimension: count, max_pixels: count, max_graph_nodes: count, max_graph_depth: count }),
  ),
  music: z.optional(
    z.strictObject({
      xm_max_channels: count,
      xm_max_patterns: count,
      xm_max_instruments: count,
      xm_max_pattern_rows: count,
      it_max_channels: count,
      it_max_patterns: count,
      it_max_instruments: count,
      it_max_samples: count,
      max_compose_recursion: count,
      max_cells_per_pattern: count,
    }),
  ),
  mesh: z.optional(z.strictObject({ max_vertices: count, max_faces: count, max_bones: count })),
  general: z.optional(z.strictObject({ starlark_timeout_seconds: seconds, max_spec_size_bytes: count })),
});

export type ProfileResult =
  | { readonly ok: true; readonly profile: BudgetProfile }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads a custom profile from a parsed JSON value. What it does not name comes from `extends`, by default `default`. */
export function parseProfile(value: unknown): ProfileResult {
  const parsed = parseWith(customSchema, value, [], () => 'CLI_008');
  if (!parsed.ok) return { ok: false, issues: parsed.issues.map(({ issue }) => issue) };
  const custom = parsed.value;
  const base = custom.extends === undefined ? DEFAULT_PROFILE : byName(custom.extends);
  if (!base)
    return {
      ok: false,
      issues: [{ ...unknownProfile(custom.extends!, 'extends'), expected: `one of ${PROFILE_NAMES.join(', ')}` }],
    };
  const reserved = byName(custom.name);
  if (reserved) {
    const message = `${JSON.stringify(custom.name)} is the name of a built-in profile`;
    return {
      ok: false,
      issues: [{ code: 'CLI_008', severity: 'error', path: 'name', message, expected: 'a name of its own' }],
    };
  }
  return {
    ok: true,
    profile: {
      name: custom.name,
      audio: { ...base.audio, ...custom.audio },
      texture: { ...base.texture, ...custom.texture },
      music: { ...base.music, ...custom.music },
      mesh: { ...base.mesh, ...custom.mesh },
      general: { ...base.general, ...custom.general },
    },
  };
}

/** The issue for a profile name that is none of the built-in ones. */
export function unknownProfile(name: string, path = ''): Issue {
  const suggestion = didYouMean(name, PROFILE_NAMES);
  return {
    code: 'CLI_008',
    severity: 'error',
    path,
    message: `unknown budget profile ${JSON.stringify(name)}`,
    expected: `one of ${PROFILE_NAMES.join(', ')}, or a JSON file`,
    found: JSON.stringify(name),
    ...(suggestion && { suggestion }),
  };
}

/** SHA-256 (hex) of the profile's canonical JSON: part of every cache key, so that editing a profile changes the keys. */
export function profileHash(profile: BudgetProfile): string {
  return bytesToHex(sha256(new TextEncoder().encode(canonicalize(profile))));
}
