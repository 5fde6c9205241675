/**
 * The identity of a ruleset: a hash of what it means together with the version of the engine that gives it that meaning.
 *
 * Limits, costs, units and the order of categories are no inputs of the hash. They enter it through `ENGINE_VERSION`,
 * which must change with any of them; `engine.lock.json` holds a fingerprint of all of them per version, and a test
 * compares it.
 */

import { blake3 } from '@noble/hashes/blake3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type BudgetCounter, DEFAULT_LIMITS } from './budget/limits.ts';
import { BUILTINS } from './builtins.ts';
import { canonicalBytes } from './canonical.ts';
import { UNITS } from './language/units.ts';
import { CATEGORY_ORDER, type Rule, type Ruleset } from './rules/ruleset.ts';
import { compareText } from './text.ts';
import { TICKS } from './ticks.ts';

/** Changes with anything that may change the result of any rule. */
export const ENGINE_VERSION = '1.0.0';

/** Changes with the grammar. */
export const GRAMMAR_VERSION = 1;

const DOMAIN = 'speccade.rules.version.v1\0';

/**
 * `blake3:` and the 64 hex digits of the BLAKE3 hash of the domain, the engine version and the canonical bytes of the
 * ruleset, the latter two behind their lengths as 32-bit big-endian numbers.
 *
 * Comments, layout, order of rules, `help` and the author's `version` do not count; texts of expressions count by their
 * syntax trees.
 */
export function computeVersionHash(ruleset: Ruleset, engineVersion: string = ENGINE_VERSION): string {
  const encoder = new TextEncoder();
  const hash = blake3.create().update(encoder.encode(DOMAIN));
  for (const part of [encoder.encode(engineVersion), canonicalRuleset(ruleset)]) {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, part.length);
    hash.update(length).update(part);
  }
  return `blake3:${bytesToHex(hash.digest())}`;
}

/** The RFC 8785 bytes of what a ruleset means. */
export function canonicalRuleset({ format, id, facts, limits, rules }: Ruleset): Uint8Array {
  const byId = [...rules].sort((a, b) => compareText(a.id, b.id));
  return canonicalBytes({
    format,
    id,
    facts_schema: facts ?? null,
    limits: lowered(limits),
    rules: byId.map(canonicalRule),
  });
}

/** The limits that differ from the engine's, which are part of its version. */
function lowered(limits: Ruleset['limits']): Ruleset['limits'] {
  const differing = (Object.keys(DEFAULT_LIMITS) as BudgetCounter[]).filter(
    (name) => limits[name] !== undefined && limits[name] !== DEFAULT_LIMITS[name],
  );
  return Object.fromEntries(differing.map((name) => [name, limits[name]]));
}

function canonicalRule(rule: Rule) {
  const { id, category, priority, severity, enforcement, when, require, message } = rule;
  const mutations = (list: Rule['then']) => list.map(({ op, path, value }) => ({ op, path, value }));
  return {
    ...{ id, category, priority, severity, enforcement, when, require, message },
    then: mutations(rule.then),
    otherwise: mutations(rule.otherwise),
  };
}

/** The hash of everything in the engine that gives rules their meaning and can be written as data. */
export function engineFingerprint(): string {
  const table = {
    limits: DEFAULT_LIMITS,
    categories: CATEGORY_ORDER,
    grammar: GRAMMAR_VERSION,
    ticks: TICKS,
    units: [...UNITS].map(([name, { factor }]) => [name, factor.toString()]),
    builtins: [...BUILTINS.values()]
      .map(({ name, cost, params, variadic, result, size }) => ({
        name,
        cost,
        params,
        variadic,
        result,
        size: size ?? null,
      }))
      .sort((a, b) => compareText(a.name, b.name)),
  };
  return `blake3:${bytesToHex(blake3(canonicalBytes(table)))}`;
}
