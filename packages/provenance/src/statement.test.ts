import { describe, expect, it } from 'vitest';
import { fileUri } from './local-uri.ts';
import { type ResourceDescriptor, type StatementRun, statementBytes, statementFor } from './statement.ts';

const RUN: StatementRun = {
  subjects: [{ name: 'sounds/laser.wav', digest: { sha256: '1'.repeat(64), blake3: '2'.repeat(64) } }],
  spec: 'specs/laser.json',
  budgetProfile: 'default',
  key: '3'.repeat(64),
  keyInput: { v: 2, seed: 42 },
  dependencies: [
    { uri: 'file:specs/laser.json', digest: { sha256: '4'.repeat(64) }, mediaType: 'application/json' },
    { uri: 'git+https://example.org/game@refs/heads/main', digest: { gitCommit: '5'.repeat(40) } },
    { uri: 'pkg:npm/%40speccade/audio@0.1.0', digest: { sha512: '6'.repeat(128) } },
  ],
  builder: 'local',
  versions: { speccade: '1.2.0', node: '24' },
  byproducts: [{ name: 'report.json', digest: { sha256: '7'.repeat(64) } }],
};

const GOLDEN =
  `{"_type":"https://in-toto.io/Statement/v1","predicate":{"buildDefinition":{` +
  `"buildType":"https://speccade.dev/buildtypes/generate/v1",` +
  `"externalParameters":{"budgetProfile":"default","options":{},"spec":"specs/laser.json"},` +
  `"internalParameters":{"key":"${'3'.repeat(64)}","keyInput":{"seed":42,"v":2}},"resolvedDependencies":[` +
  `{"digest":{"sha256":"${'4'.repeat(64)}"},"mediaType":"application/json","uri":"file:specs/laser.json"},` +
  `{"digest":{"gitCommit":"${'5'.repeat(40)}"},"uri":"git+https://example.org/game@refs/heads/main"},` +
  `{"digest":{"sha512":"${'6'.repeat(128)}"},"uri":"pkg:npm/%40speccade/audio@0.1.0"}]},` +
  `"runDetails":{"builder":{"id":"https://speccade.dev/builders/local/v1","version":{"node":"24","speccade":"1.2.0"}},` +
  `"byproducts":[{"digest":{"sha256":"${'7'.repeat(64)}"},"name":"report.json"}]}},` +
  `"predicateType":"https://slsa.dev/provenance/v1","subject":[` +
  `{"digest":{"blake3":"${'2'.repeat(64)}","sha256":"${'1'.repeat(64)}"},"name":"sounds/laser.wav"}]}`;

/** Allowed members of each object of a statement, by path; `*` stands for free names. Required ones end in `!`. */
const FIELDS: Readonly<Record<string, string>> = {
  '': '_type! subject! predicateType! predicate!',
  subject: 'name! digest!',
  'subject.digest': '*',
  predicate: 'buildDefinition! runDetails!',
  'predicate.buildDefinition': 'buildType! externalParameters! internalParameters resolvedDependencies',
  'predicate.buildDefinition.externalParameters': 'spec! budgetProfile! options!',
  'predicate.buildDefinition.externalParameters.options': '*',
  'predicate.buildDefinition.internalParameters': 'key! keyInput!',
  'predicate.buildDefinition.internalParameters.keyInput': '*',
  'predicate.buildDefinition.resolvedDependencies': 'name uri digest content downloadLocation mediaType annotations',
  'predicate.buildDefinition.resolvedDependencies.digest': '*',
  'predicate.runDetails': 'builder! metadata byproducts',
  'predicate.runDetails.builder': 'id! version builderDependencies',
  'predicate.runDetails.builder.version': '*',
  'predicate.runDetails.metadata': 'invocationId startedOn finishedOn',
  'predicate.runDetails.byproducts': 'name uri digest content downloadLocation mediaType annotations',
  'predicate.runDetails.byproducts.digest': '*',
};

function fieldFlaws(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldFlaws(item, path));
  if (typeof value !== 'object' || value === null) return [];
  const rule = FIELDS[path];
  if (rule === undefined) return [`${path} is an object`];
  if (rule === '*') return [];
  const names = rule.split(' ');
  const allowed = new Set(names.map((name) => name.replace('!', '')));
  return [
    ...names
      .filter((name) => name.endsWith('!') && !(name.slice(0, -1) in value))
      .map((name) => `${path} lacks ${name}`),
    ...Object.keys(value)
      .filter((name) => !allowed.has(name))
      .map((name) => `${path} has ${name}`),
    ...Object.entries(value).flatMap(([name, inner]) => fieldFlaws(inner, path === '' ? name : `${path}.${name}`)),
  ];
}

describe('statementFor', () => {
  it('gives the golden bytes', () => {
    expect(new TextDecoder().decode(statementBytes(statementFor(RUN)))).toBe(GOLDEN);
  });

  it('has the members of the specifications and no others, with and without times', () => {
    const times = {
      invocationId: '7f0c',
      startedOn: '2026-11-21T10:00:00Z',
      finishedOn: '2026-11-21T10:00:01Z',
    };
    for (const run of [RUN, { ...RUN, times, builder: 'ci' as const }]) {
      expect(fieldFlaws(JSON.parse(new TextDecoder().decode(statementBytes(statementFor(run)))))).toEqual([]);
    }
    expect(fieldFlaws({ ...statementFor(RUN), extra: 1, subject: [{ name: 'a' }] })).toEqual([
      ' has extra',
      'subject lacks digest!',
    ]);
  });

  it('does not repeat a name in external and internal parameters', () => {
    const { externalParameters, internalParameters } = statementFor(RUN).predicate.buildDefinition;
    expect(Object.keys(externalParameters).filter((name) => name in internalParameters)).toEqual([]);
  });

  it('gives equal bytes for equal runs, whatever the order of members', () => {
    const shuffled = { ...RUN, versions: { node: '24', speccade: '1.2.0' }, keyInput: { seed: 42, v: 2 } };
    expect(statementBytes(statementFor(shuffled))).toEqual(statementBytes(statementFor(RUN)));
  });

  it.each([
    'file:/specs/a.json',
    'file:///specs/a.json',
    'FILE:///specs/a.json',
    'file:%2Fspecs/a.json',
    'file:C:/specs/a.json',
    'file:..\\a.json',
    'file:specs/../../a.json',
    'file:a%zz',
    'file:',
    '/specs/a.json',
    'C:/specs/a.json',
    'specs/a.json',
    'https://user@example.org/a',
    'git+https://user:secret@example.org/a',
  ])('refuses the uri %s', (uri) => {
    const resource: ResourceDescriptor = { uri, digest: { sha256: '4'.repeat(64) } };
    expect(() => statementFor({ ...RUN, dependencies: [resource] })).toThrow(RangeError);
    expect(() => statementFor({ ...RUN, byproducts: [resource] })).toThrow(RangeError);
  });

  it('refuses absolute names, no subject, and a subject without SHA-256', () => {
    const digest = { sha256: '1'.repeat(64) };
    expect(() => statementFor({ ...RUN, spec: '/specs/a.json' })).toThrow(RangeError);
    expect(() => statementFor({ ...RUN, subjects: [{ name: 'C:\\a.wav', digest }] })).toThrow(RangeError);
    expect(() => statementFor({ ...RUN, byproducts: [{ name: '/report.json' }] })).toThrow(RangeError);
    expect(() => statementFor({ ...RUN, subjects: [] })).toThrow(RangeError);
    expect(() => statementFor({ ...RUN, subjects: [{ name: 'a.wav', digest: { sha256: '' } }] })).toThrow(RangeError);
  });
});

it('makes a file URI of a path', () => {
  expect(fileUri('specs/a b(1)%.json')).toBe('file:specs/a%20b%281%29%25.json');
  expect(() => fileUri('/a')).toThrow(RangeError);
});
