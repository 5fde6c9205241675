/** W004: fields of effects and of granular and spectral sources that nothing reads. */
import type { PathStep } from '../../issue.ts';
import { didYouMean } from '../../suggest.ts';
import type { Findings } from '../kind.ts';
import { EFFECT_FIELDS } from './effects.ts';
import { SOURCE_FIELDS } from './synthesis.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];

/** Warns of every ignored field of the raw parameters; looks only where the shape is as it should be. */
export function remark(params: Record<string, unknown>, findings: Findings): void {
  asArray(params.layers).forEach((layer, index) => {
    const synthesis = asObject(asObject(layer)?.synthesis);
    if (synthesis?.type !== 'granular' && synthesis?.type !== 'spectral_freeze') return;
    const path = [...PARAMS, 'layers', index, 'synthesis', 'source'];
    report(synthesis.source, SOURCE_FIELDS, `${synthesis.type} source`, path, findings);
  });
  asArray(params.effects).forEach((effect, index) => {
    report(effect, EFFECT_FIELDS, 'effect', [...PARAMS, 'effects', index], findings);
  });
}

function report(
  value: unknown,
  fieldsByType: Readonly<Record<string, readonly string[]>>,
  what: string,
  path: readonly PathStep[],
  findings: Findings,
): void {
  const object = asObject(value);
  if (object === undefined || typeof object.type !== 'string' || !Object.hasOwn(fieldsByType, object.type)) return;
  const known = fieldsByType[object.type]!;
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue;
    const suggestion = didYouMean(key, known);
    findings.warn(
      'W004',
      [...path, key],
      `the ${object.type} ${what} has no field ${JSON.stringify(key)}; it is ignored`,
      {
        expected: `one of ${known.join(', ')}`,
        ...(suggestion !== undefined && { suggestion }),
      },
    );
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
