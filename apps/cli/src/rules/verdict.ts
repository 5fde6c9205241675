/** What a ruleset says of facts, and how that is printed. */
import {
  type AdmittedRuleset,
  admit,
  dayNumber,
  evaluateGate,
  type Facts,
  type GateVerdict,
  type RuleResult,
  type SubjectAdmission,
  type Trace,
  type Waiver,
} from '@speccade/rule-engine';
import { UsageError } from '../args.ts';
import type { Paint } from '../io.ts';
import { table } from '../print.ts';

export interface Verdict {
  readonly admission: SubjectAdmission;
  readonly gate: GateVerdict;
  readonly traces: ReadonlyMap<string, Trace>;
}

export interface VerdictOptions {
  readonly waivers?: readonly Waiver[] | undefined;
  /** Days since 1970-01-01. */
  readonly day?: number | undefined;
  /** What waivers are matched with. */
  readonly subject?: string | undefined;
  readonly trace?: boolean | undefined;
}

export function judge(ruleset: AdmittedRuleset, facts: Facts, options: VerdictOptions = {}): Verdict {
  const { waivers = [], day, subject = subjectOf(facts), trace } = options;
  const traces = new Map<string, Trace>();
  const opts = trace ? { onTrace: (rule: string, steps: Trace) => void traces.set(rule, steps) } : {};
  const admission = admit({ ruleset, facts, opts });
  const { results, state } = admission;
  return { admission, gate: evaluateGate({ results, state }, {}, waivers, { subject, day }), traces };
}

/** The fact `id` names the subject where nothing else does. */
function subjectOf(facts: Facts): string {
  const { id } = facts as { readonly id?: unknown };
  return typeof id === 'string' ? id : '';
}

/** `--as-of`. Throws `UsageError`. */
export function dayArgument(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  try {
    return dayNumber(text);
  } catch {
    throw new UsageError(`--as-of must be a date such as 2027-01-31, found ${JSON.stringify(text)}`);
  }
}

const MARKS = { pass: '✓', fail: '✗', skip: '-', error: '!' } as const;
const COLOURS = { pass: 'green', fail: 'red', skip: 'dim', error: 'red' } as const;

/** A line for each rule, in order of execution, then the verdict. */
export function verdictText({ admission, gate }: Verdict, paint: Paint): string {
  const rows = admission.results.map((result) => [
    result.rule_id,
    result.category,
    result.enforcement,
    result.status,
    remarkOf(result, gate),
  ]);
  const lines = table([...rows])
    .trimEnd()
    .split('\n');
  const marked = admission.results.map(({ status }, i) => `${paint(COLOURS[status], MARKS[status])} ${lines[i]}`);
  const colour = gate.decision === 'allow' ? 'green' : gate.decision === 'warn' ? 'yellow' : 'red';
  const reasons = gate.reasons.map(({ rule }) => rule).join(', ');
  const notes = [
    ...gate.unused.map(({ rule, subject }) => `unused waiver of ${rule} for ${subject}`),
    ...gate.expired.map(({ rule, subject }) => `expired waiver of ${rule} for ${subject}`),
  ];
  return [...marked, `${paint(colour, gate.decision)}${reasons && `: ${reasons}`}`, ...notes, ''].join('\n');
}

function remarkOf({ rule_id, error, reason, diagnostics }: RuleResult, { waived }: GateVerdict): string {
  const waiver = waived.find(({ rule }) => rule === rule_id);
  const said = error ? `${error.code}: ${error.message}` : (diagnostics[0]?.message ?? reason ?? '');
  return waiver ? `${said} (waived: ${waiver.reason})` : said;
}

/** The verdict as `--json` has it. Integers beyond 2^53 - 1 are text. */
export function verdictJson(ruleset: AdmittedRuleset, { admission, gate, traces }: Verdict): object {
  const { results, mutations, state, admitted } = admission;
  return jsonOf({
    ruleset: ruleset.id,
    version_hash: ruleset.version_hash,
    engine_version: ruleset.engine_version,
    decision: gate.decision,
    admitted,
    reasons: gate.reasons,
    rules: results,
    mutations,
    state,
    waived: gate.waived,
    unused_waivers: gate.unused,
    expired_waivers: gate.expired,
    ...(traces.size > 0 && { traces: Object.fromEntries(traces) }),
  });
}

export function jsonOf(value: object): object {
  return JSON.parse(JSON.stringify(value, (_key, member) => (typeof member === 'bigint' ? String(member) : member)));
}
