/** Holds the documentation against the code: specs, commands, links and codes that it mentions. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CODES, validateDocument } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { COMMANDS, GROUPS } from '../apps/cli/src/commands.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');
const find = (...patterns: string[]) =>
  globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

const guide = find('README.md', 'docs/*.md');
const pages = [...guide, ...find('examples/**/*.md', 'apps/*/README.md', 'packages/*/README.md')];

interface Block {
  readonly language: string;
  readonly code: string;
}

const FENCE = /^```([\w-]*)[^\n]*\n([\s\S]*?)^```/gm;

function blocksOf(text: string): Block[] {
  return [...text.matchAll(FENCE)].map(([, language = '', code = '']) => ({ language, code }));
}

const withoutBlocks = (text: string) => text.replace(FENCE, '');

/** The code of a page: its blocks, and what stands between backticks. */
function codeOf(text: string): string[] {
  const inline = [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...blocksOf(text).map(({ code }) => code), ...inline];
}

/** Names of commands that follow the word `speccade` (or the path of the bundle). */
function commandsIn(code: string): string[] {
  const uses = code.matchAll(/(?<![\w@/.-])(?:\S*\/)?speccade(?:\.js)? ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?(?![\w.])/g);
  return [...uses].map(([, first = '', second]) => (GROUPS.includes(first) ? `${first} ${second}` : first));
}

describe('specs in the guide are valid', () => {
  const specs = guide.flatMap((file) =>
    blocksOf(read(file))
      .filter(({ language, code }) => language === 'json' && code.includes('"spec_version"'))
      .map(({ code }, i): [string, string] => [`${file} #${i + 1}`, code]),
  );

  it('there are some', () => {
    expect(specs.length).toBeGreaterThan(0);
  });

  it.each(specs)('%s', async (_name, code) => {
    const { errors, warnings } = await validateDocument(JSON.parse(code), { text: code, forGeneration: true });
    expect([...errors, ...warnings]).toEqual([]);
  });
});

describe('commands in code exist', () => {
  it('commands are recognised', () => {
    expect(
      commandsIn('$ speccade generate a.json\nspeccade cache why a.json\nspeccade v0.1.0, speccade-audio x'),
    ).toEqual(['generate', 'cache why']);
    expect(commandsIn('node apps/cli/dist/speccade.js fmt a.json')).toEqual(['fmt']);
  });

  it.each(pages)('%s', (file) => {
    const unknown = codeOf(read(file))
      .flatMap(commandsIn)
      .filter((name) => !Object.hasOwn(COMMANDS, name));
    expect(unknown).toEqual([]);
  });
});

describe('relative links lead somewhere', () => {
  it.each(pages)('%s', (file) => {
    const links = [...withoutBlocks(read(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const broken = links
      .filter((target) => !/^(?:[a-z][a-z+.-]*:|#)/i.test(target))
      .filter((target) => !existsSync(join(root, dirname(file), decodeURI(target.replace(/#.*$/, '')))));
    expect(broken).toEqual([]);
  });
});

it('the overview lists every code of validation', () => {
  const overview = read('docs/spec-overview.md');
  expect(Object.keys(CODES).filter((code) => !overview.includes(`\`${code}\``))).toEqual([]);
});
