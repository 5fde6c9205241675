/**
 * A lint for what may differ between runs or hosts: clocks, randomness, locales, floating point, asynchrony.
 *
 * It reads the text of functions, so an alias escapes it (`globalThis['Ma' + 'th']` without the first word); that the
 * vectors pass where the forbidden globals throw is the proof that goes further.
 */

import { codeTokens } from './determinism-tokens.ts';

/** A function may have a `toString` of its own. */
const FUNCTION_TEXT = (() => {}).constructor.prototype.toString as () => string;

/** Forbidden wherever the name stands. */
const NAMES: ReadonlySet<string> = new Set([
  'Math',
  'Date',
  'performance',
  'Intl',
  'async',
  'await',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'crypto',
  'random',
  'getRandomValues',
  'randomUUID',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'eval',
  'Function',
  'globalThis',
  'localeCompare',
  'parseFloat',
  'toFixed',
  'NaN',
  'Infinity',
  'WeakRef',
  'Atomics',
  'SharedArrayBuffer',
]);

/**
 * What a function or class must not contain, in order of the text, each once: names, `float literal`, `.sort()` without
 * an order, `<native>` for what has no text to scan. Comments, strings, the text of templates and regular expressions do
 * not count; what is between `${` and `}` does.
 *
 * @throws TypeError for what is no function.
 */
export function inspectFunctionForbidden(fn: (...args: never[]) => unknown): string[] {
  if (typeof fn !== 'function') throw new TypeError('fn must be a function');
  return inspectSource(FUNCTION_TEXT.call(fn));
}

/** The same for any source text. */
export function inspectSource(source: string): string[] {
  if (/\{\s*\[native code\]\s*\}\s*$/.test(source)) return ['<native>'];
  const tokens = codeTokens(source);
  const found = new Set<string>();
  for (const [i, { type, text }] of tokens.entries()) {
    const next = tokens[i + 1]?.text;
    const isProperty = i > 0 && ['.', '?.'].includes(tokens[i - 1]!.text);
    if (type === 'number' && isFloat(text)) found.add('float literal');
    if (type !== 'name') continue;
    if (NAMES.has(text) || text.startsWith('toLocale')) found.add(text);
    else if (text === 'process' && !isProperty && next !== ':') found.add(text);
    else if (text === 'require' && !isProperty && next === '(') found.add(text);
    else if (text === 'import' && (next === '(' || next === '.')) found.add(text);
    else if (text === 'sort' && isProperty && next === '(' && tokens[i + 2]?.text === ')') found.add('.sort()');
  }
  return [...found];
}

function isFloat(text: string): boolean {
  return !/^0[xXbBoO]/.test(text) && /[.eE]/.test(text);
}
