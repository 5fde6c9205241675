/** Four rules in the form of every engine, and what each is on every fact set. */
import type { TopLevelCondition } from 'json-rules-engine';

export interface RuleCase {
  readonly srl: string;
  readonly cel: string;
  readonly logic: unknown;
  readonly conditions: TopLevelCondition;
  readonly expected: readonly boolean[];
}

export const FACT_SETS = [
  {
    kind: 'texture',
    platform: 'desktop',
    license: 'CC0-1.0',
    triangles: 8421,
    tex: { width: 2048, height: 1024 },
    lods: [{ tris: 8000 }, { tris: 4000 }, { tris: 900 }],
  },
  {
    kind: 'texture',
    platform: 'mobile',
    license: 'none',
    triangles: 12_000,
    tex: { width: 2048, height: 1024 },
    lods: [{ tris: 8000 }, { tris: 14_000 }, { tris: 900 }],
  },
];

const v = (name: string) => ({ var: name });
const tex = (path: string, operator: string, value: number) => ({ fact: 'tex', path, operator, value });

export const RULES: readonly RuleCase[] = [
  {
    srl: 'kind == "texture" && tex.width <= 2048 && tex.height <= 2048 && license in ["CC0-1.0", "CC-BY-4.0", "MIT"] && triangles * 3 < 30000',
    cel: 'kind == "texture" && tex.width <= 2048 && tex.height <= 2048 && license in ["CC0-1.0", "CC-BY-4.0", "MIT"] && triangles * 3 < 30000',
    logic: {
      and: [
        { '==': [v('kind'), 'texture'] },
        { '<=': [v('tex.width'), 2048] },
        { '<=': [v('tex.height'), 2048] },
        { in: [v('license'), ['CC0-1.0', 'CC-BY-4.0', 'MIT']] },
        { '<': [{ '*': [v('triangles'), 3] }, 30_000] },
      ],
    },
    conditions: {
      all: [
        { fact: 'kind', operator: 'equal', value: 'texture' },
        tex('$.width', 'lessThanInclusive', 2048),
        tex('$.height', 'lessThanInclusive', 2048),
        { fact: 'license', operator: 'in', value: ['CC0-1.0', 'CC-BY-4.0', 'MIT'] },
        { fact: 'triangles', operator: 'timesThreeBelow', value: 30_000 },
      ],
    },
    expected: [true, false],
  },
  {
    srl: 'triangles * 3 < 30000 && triangles > 100',
    cel: 'triangles * 3 < 30000 && triangles > 100',
    logic: { and: [{ '<': [{ '*': [v('triangles'), 3] }, 30_000] }, { '>': [v('triangles'), 100] }] },
    conditions: {
      all: [
        { fact: 'triangles', operator: 'timesThreeBelow', value: 30_000 },
        { fact: 'triangles', operator: 'greaterThan', value: 100 },
      ],
    },
    expected: [true, false],
  },
  {
    srl: 'all(l in lods: l.tris <= 10000)',
    cel: 'lods.all(l, l.tris <= 10000)',
    logic: { all: [v('lods'), { '<=': [v('tris'), 10_000] }] },
    conditions: { all: [{ fact: 'lods', operator: 'allTrisAtMost', value: 10_000 }] },
    expected: [true, false],
  },
  {
    srl: 'platform != "mobile" || tex.width <= 1024 && tex.height <= 1024',
    cel: 'platform != "mobile" || tex.width <= 1024 && tex.height <= 1024',
    logic: {
      or: [
        { '!=': [v('platform'), 'mobile'] },
        { and: [{ '<=': [v('tex.width'), 1024] }, { '<=': [v('tex.height'), 1024] }] },
      ],
    },
    conditions: {
      any: [
        { fact: 'platform', operator: 'notEqual', value: 'mobile' },
        { all: [tex('$.width', 'lessThanInclusive', 1024), tex('$.height', 'lessThanInclusive', 1024)] },
      ],
    },
    expected: [true, false],
  },
];
