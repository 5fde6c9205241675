/** Writes `types.generated.ts` from the registry. */
import type { LibraryFunction, Param } from '../library/define.ts';
import { areaOf } from './area.ts';
import { takesPositions } from './bind.ts';

type Named = LibraryFunction['params'][number];

const HEAD = `// Generated from the registry of the library: UPDATE_BUILDERS=1 vitest run packages/starlark/src/builders
import type { Json, JsonInput, JsonObject } from './json.ts';
`;

const RESULTS = { dict: 'JsonObject', list: 'Json[]', string: 'string', float: 'number', int: 'number' } as const;

export function generateTypes(library: readonly LibraryFunction[]): string {
  const areas = [...new Set(library.map(({ category }) => areaOf(category)))];
  const ofArea = (name: string) => library.filter(({ category }) => areaOf(category) === name);
  return [
    HEAD,
    ...library.map(parameters),
    ...areas.map((name) => `export interface ${pascal(name)}Builders {\n${ofArea(name).map(method).join('\n')}}\n`),
    `/** The builders by area. */\nexport interface Builders {\n${areas
      .map((name) => `  readonly ${name}: ${pascal(name)}Builders;\n`)
      .join('')}}\n`,
  ].join('\n');
}

const pascal = (name: string): string =>
  name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const parametersName = ({ name }: LibraryFunction): string => `${pascal(name)}Params`;

function parameters(fn: LibraryFunction): string {
  const members = fn.params.map((param) => {
    const text = about(param);
    const optional = param.required ? '' : '?';
    const type = typeOf(param) + (param.required ? '' : ' | undefined');
    return `${text && `  /** ${text} */\n`}  readonly ${param.name}${optional}: ${type};\n`;
  });
  return `/** Parameters of \`${fn.name}\`. */\nexport interface ${parametersName(fn)} {\n${members.join('')}}\n`;
}

function method(fn: LibraryFunction): string {
  const optional = fn.params.some(({ required }) => required) ? '' : '?';
  const result = RESULTS[fn.returns];
  const lines = [`  /** ${fn.description} */`, `  ${fn.name}(params${optional}: ${parametersName(fn)}): ${result};`];
  if (takesPositions(fn)) {
    const list = fn.params.map((param, i) => {
      const last = fn.params.slice(i).every(({ required }) => !required);
      const type = typeOf(param) + (param.required || last ? '' : ' | undefined');
      return `${param.name}${last ? '?' : ''}: ${type}`;
    });
    lines.push(`  /** ${fn.description} */`, `  ${fn.name}(${list.join(', ')}): ${result};`);
  }
  return `${lines.join('\n')}\n`;
}

function typeOf({ type, check }: Param): string {
  const choices = check?.choices?.map((choice) => `'${choice}'`).join(' | ');
  switch (type) {
    case 'num':
    case 'int':
    case 'int64':
      return 'number';
    case 'num?':
    case 'int~':
      return 'number | null';
    case 'bool':
      return 'boolean';
    case 'str':
      return choices ?? 'string';
    case 'str~':
      return `${choices ?? 'string'} | null`;
    case 'list<num>':
    case 'list<int>':
      return 'readonly number[]';
    case 'list<str>':
      return `readonly ${choices === undefined ? 'string' : `(${choices})`}[]`;
    case 'list<any>':
      return 'readonly JsonInput[]';
    case 'any':
      return 'JsonInput';
    case 'any?':
      // None is JSON already.
      return choices !== undefined ? `${choices} | null` : check?.range !== undefined ? 'number | null' : 'JsonInput';
  }
}

function about({ type, check, default: fallback }: Named): string {
  const { min, max, exclusiveMin, exclusiveMax } = check?.range ?? {};
  const bounds = [
    min === undefined ? undefined : exclusiveMin ? `above ${min}` : `at least ${min}`,
    max === undefined ? undefined : exclusiveMax ? `below ${max}` : `at most ${max}`,
  ].filter((bound) => bound !== undefined);
  const whole = type.startsWith('int') ? 'an int' : '';
  const kind = [whole, bounds.join(' and ')].filter((part) => part !== '').join(', ');
  return [
    kind && `${kind[0]!.toUpperCase()}${kind.slice(1)}.`,
    fallback !== undefined && fallback !== null ? `Default: \`${JSON.stringify(fallback)}\`.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
