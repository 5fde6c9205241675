/** Rules of damage numbers that need more than one field. */
import type { SpecEnvelope } from '../../document.ts';
import { describe } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import type { DamageNumberParams } from './params.ts';

export function check(params: DamageNumberParams, _envelope: SpecEnvelope, findings: Findings): void {
  const seen = new Map<string, number>();
  params.styles.forEach(({ style_type }, index) => {
    const first = seen.get(style_type);
    if (first === undefined) {
      seen.set(style_type, index);
      return;
    }
    const path = ['recipe', 'params', 'styles', index, 'style_type'];
    findings.error('E012', path, `styles[${first}] is of this type already`, {
      expected: 'a type of its own',
      found: describe(style_type),
    });
  });
}
