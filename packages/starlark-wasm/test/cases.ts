/** Reads the conformance cases and runs them, with nothing but an engine: the same under every runtime. */
import type { Engine, EngineOptions, EvalResult, Language, Load } from '../src/index.ts';

export interface Case {
  /** `03-strings.txt:12`. */
  readonly name: string;
  readonly source: string;
  /** The exact JSON; or an error. */
  readonly expected: { readonly json: string } | ExpectedError;
}

interface ExpectedError {
  readonly code: string;
  /** `line:column`, a part of it, or `-` for none. */
  readonly at: string;
  readonly text: string;
}

export interface Chapter {
  readonly options: EngineOptions;
  readonly load: Load | undefined;
  readonly cases: readonly Case[];
}

/** What the chapter on `load` loads. */
const MODULES: Load = {
  m: 'x = 1\nxs, d, _hidden = [1], {"a": 1}, 2\ndef push():\n    xs.append(1)\ndef f():\n    return x',
  bad: 'def f():\n    1 / 0\nx = 1 / 0'.replace('    1 / 0\nx = 1 / 0', '  1 / 0\nf()'),
  syntax: 'x = = 1',
  a: 'load("b", "x")',
  b: 'load("a", "x")',
  twice: 'load("m", "xs")\nsame = lambda other: other == xs',
};

/**
 * A chapter: `source ==> json` or `source ==! code line:column text` on one line, or a block between `<<<` and `>>>` or
 * `>>>!`. Lines that start with `# ` are comments unless they have an arrow; `#!` sets options.
 */
export function readChapter(file: string, text: string): Chapter {
  const cases: Case[] = [];
  let language: Partial<Language> = {};
  let load: Load | undefined;
  let block: string[] | undefined;
  for (const [i, line] of text.split('\n').entries()) {
    const add = (source: string, expected: string, fails: boolean) =>
      cases.push({ name: `${file}:${i + 1}`, source, expected: fails ? errorOf(expected) : { json: expected } });
    const arrow = / ==([>!]) ?/.exec(line);
    if (block) {
      const end = /^>>>(!?) ?(.*)$/.exec(line);
      if (end) {
        add(block.join('\n'), end[2]!, end[1] === '!');
        block = undefined;
      } else block.push(line);
    } else if (line.startsWith('#! language ')) language = Object.fromEntries(line.slice(12).split(' ').map(flag));
    else if (line === '#! modules') load = MODULES;
    else if (line === '<<<') block = [];
    else if (arrow) add(line.slice(0, arrow.index), line.slice(arrow.index + arrow[0].length), arrow[1] === '!');
    else if (line !== '' && !line.startsWith('# ')) throw new Error(`${file}:${i + 1}: not a case`);
  }
  return { options: { language, tuples: 'array', limits: { milliseconds: 30_000 } }, load, cases };
}

const flag = (word: string): [string, boolean] => (word.startsWith('no-') ? [word.slice(3), false] : [word, true]);

function errorOf(text: string): ExpectedError {
  const [code = '', at = '', ...rest] = text.split(' ');
  return { code, at, text: rest.join(' ') };
}

/** Runs a case; returns what is wrong with its outcome, or undefined. */
export async function runCase(engine: Engine, { source, expected }: Case, load?: Load): Promise<string | undefined> {
  const result = await engine.eval({ filename: 'main.star', source, ...(load && { load }) });
  const shown = show(result);
  if ('json' in expected)
    return shown === `==> ${expected.json}` ? undefined : `${shown} instead of ==> ${expected.json}`;
  const { error } = result;
  const at = error?.line === undefined ? '-' : `${error.line}:${error.column}`;
  const partial = expected.at.endsWith(':') || expected.at === '';
  const same =
    error?.code === expected.code &&
    (partial ? at.startsWith(expected.at) : at === expected.at) &&
    error.message.includes(expected.text);
  return same ? undefined : `${shown} instead of ==! ${expected.code} ${expected.at} ${expected.text}`;
}

function show({ error, ...rest }: EvalResult): string {
  if (!error) return `==> ${'json' in rest ? rest.json : ''}`;
  const at = error.line === undefined ? '-' : `${error.line}:${error.column}`;
  return `==! ${error.code} ${at} ${error.message}`;
}
