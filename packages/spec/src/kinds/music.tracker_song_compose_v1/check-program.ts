/**
 * What is wrong with programs for certain, told before any of them is run: names that are not there, definitions without
 * an end, numbers out of range. What only might be evaluated (choices, definitions that nobody uses) is warned about.
 */
import { describe, type PathStep } from '../../issue.ts';
import { didYouMean } from '../../suggest.ts';
import type { FindingMore, Findings } from '../kind.ts';
import { walk } from './children.ts';
import type { Alias, CellTemplate } from './common.ts';
import type { PatternExpr } from './expression.ts';
import { positionCount, refsOf, resolvable } from './extent.ts';
import type { ComposeParams } from './params.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];

type Tell = (path: readonly PathStep[], message: string, more: FindingMore) => void;
type Suggest = (word: string, names: object) => { readonly suggestion?: string };

/** A suggestion costs a look at every name: after so many, wrong names are told without. */
const MAX_SUGGESTIONS = 100;

interface Rules {
  readonly params: ComposeParams;
  /** Definitions that end. */
  readonly ending: ReadonlySet<string>;
  readonly suggest: Suggest;
}

export function checkPrograms(params: ComposeParams, findings: Findings): void {
  const { defs, patterns } = params;
  let suggestions = 0;
  const suggest: Suggest = (word, names) => {
    const suggestion = suggestions++ < MAX_SUGGESTIONS ? didYouMean(word, Object.keys(names)) : undefined;
    return suggestion === undefined ? {} : { suggestion };
  };
  const refs = new Map(Object.entries(defs).map(([name, expr]) => [name, refsOf(expr)]));
  const rules: Rules = { params, ending: new Set(resolvable(refs)), suggest };
  const error: Tell = (path, message, more) => findings.error('E012', path, message, more);
  const warn: Tell = (path, message, more) => findings.warn('W009', path, message, more);
  const told = new Set<PatternExpr>();
  const visit = (root: PatternExpr, path: readonly PathStep[], sure: boolean, follow: (name: string) => void): void => {
    for (const visited of walk(root, path, sure)) {
      const { expr, certain } = visited;
      if ((sure && !certain) || told.has(expr)) continue;
      told.add(expr);
      checkNode(expr, visited.path, rules, certain ? error : warn);
      if (expr.op === 'ref') follow(expr.name);
    }
  };
  // First what is sure to be evaluated: the programs, and the definitions that they refer to.
  const used = new Set<string>();
  const follow = (name: string) => {
    if (Object.hasOwn(defs, name)) used.add(name);
  };
  for (const [name, { program }] of Object.entries(patterns)) {
    visit(program, [...PARAMS, 'patterns', name, 'program'], true, follow);
  }
  // Names that are added on the way are visited as well.
  for (const name of used) visit(defs[name]!, [...PARAMS, 'defs', name], true, follow);
  for (const [name, expr] of Object.entries(defs)) visit(expr, [...PARAMS, 'defs', name], false, () => {});
  for (const [name, { program }] of Object.entries(patterns)) {
    visit(program, [...PARAMS, 'patterns', name, 'program'], false, () => {});
  }
}

function checkNode(expr: PatternExpr, path: readonly PathStep[], rules: Rules, tell: Tell): void {
  const range = (member: string, value: number, low: number, high: number) => {
    if (value >= low && value <= high) return;
    const expected = high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`;
    tell([...path, member], `${member} must be ${expected}`, { expected, found: String(value) });
  };
  switch (expr.op) {
    case 'ref':
      checkRef(expr.name, [...path, 'name'], rules, tell);
      break;
    case 'emit':
      if (positionCount(expr.at) > 0) checkCell(expr.cell, path, rules, tell);
      break;
    case 'emit_seq':
      if (positionCount(expr.at) > 0) checkCell(expr.cell, path, rules, tell);
      for (const inst of expr.inst_seq?.values ?? []) {
        if (typeof inst === 'string') checkAlias(inst, 'instrument', [...path, 'inst_seq'], rules, tell);
      }
      break;
    case 'concat':
      expr.parts.forEach(({ len_rows }, index) => {
        if (len_rows > 0) return;
        const more = { expected: 'at least 1', found: '0' };
        tell([...path, 'parts', index, 'len_rows'], 'a section has at least one row', more);
      });
      break;
    case 'repeat':
    case 'reverse':
    case 'mirror':
      range('len_rows', expr.len_rows, 1, Number.POSITIVE_INFINITY);
      break;
    case 'slice':
      range('len', expr.len, 0, Number.POSITIVE_INFINITY);
      break;
    case 'prob':
      range('p_permille', expr.p_permille, 0, 1000);
      break;
    case 'interleave':
      range('stride', expr.stride, 1, Number.POSITIVE_INFINITY);
      break;
    default:
  }
}

function checkRef(name: string, path: readonly PathStep[], { params, ending, suggest }: Rules, tell: Tell): void {
  const found = describe(name);
  if (!Object.hasOwn(params.defs, name)) {
    const more = { expected: 'a name in defs', found, ...suggest(name, params.defs) };
    tell(path, 'there is no definition of this name', more);
  } else if (!ending.has(name)) {
    tell(path, 'the definition refers to itself, or to one that does', { expected: 'definitions that end', found });
  }
}

function checkCell({ channel, inst }: CellTemplate, path: readonly PathStep[], rules: Rules, tell: Tell): void {
  checkAlias(channel, 'channel', [...path, 'cell', 'channel'], rules, tell);
  if (inst != null) checkAlias(inst, 'instrument', [...path, 'cell', 'inst'], rules, tell);
}

function checkAlias(
  alias: Alias,
  what: 'channel' | 'instrument',
  path: readonly PathStep[],
  { params, suggest }: Rules,
  tell: Tell,
): void {
  const ids = what === 'channel' ? params.channel_ids : params.instrument_ids;
  const count = what === 'channel' ? params.channels : params.instruments.length;
  if (typeof alias === 'string' && !Object.hasOwn(ids, alias)) {
    const expected = `a number or a name in ${what}_ids`;
    tell(path, `no ${what} has this name`, { expected, found: describe(alias), ...suggest(alias, ids) });
    return;
  }
  const number = typeof alias === 'string' ? ids[alias]! : alias;
  if (number >= count) {
    tell(path, `there is no such ${what}`, { expected: `less than ${count}`, found: String(number) });
  }
}
