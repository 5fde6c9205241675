/** JavaScript text as tokens, without comments and the contents of strings, templates and regular expressions. */

export interface CodeToken {
  readonly type: 'name' | 'number' | 'sign';
  readonly text: string;
}

const SKIP = /\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const NAME = /#?[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /0[xXbBoO][0-9a-fA-F_]+n?|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?n?/y;
const STRING = /'(?:[^'\\\n]|\\[\s\S])*'?|"(?:[^"\\\n]|\\[\s\S])*"?/y;
const REGEX = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const SIGN = /\.\.\.|\?\.(?![0-9])|=>|[\s\S]/y;

/** After these a slash begins a regular expression, as it does after most signs. */
const BEFORE_REGEX = new Set(['return', 'typeof', 'case', 'in', 'of', 'delete', 'void', 'throw', 'new', 'else', 'do']);

/** The tokens of a source. Strings and expressions become an empty sign, which separates what is around them. */
export function codeTokens(source: string): CodeToken[] {
  const tokens: CodeToken[] = [];
  /** For every open template: the braces open in its substitution. */
  const templates: number[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const templateText = () => {
    while (at < source.length) {
      const character = source[at++];
      if (character === '\\') at++;
      else if (character === '`') return;
      else if (character === '$' && source[at] === '{') {
        at++;
        templates.push(0);
        return;
      }
    }
  };
  while (at < source.length) {
    if (match(SKIP) !== undefined) continue;
    const character = source[at]!;
    if (character === '"' || character === "'") {
      match(STRING);
      tokens.push({ type: 'sign', text: '' });
      continue;
    }
    if (character === '`') {
      at++;
      templateText();
      tokens.push({ type: 'sign', text: '' });
      continue;
    }
    if (character === '/' && startsRegex(tokens.at(-1)) && match(REGEX) !== undefined) {
      tokens.push({ type: 'sign', text: '' });
      continue;
    }
    const name = match(NAME);
    if (name !== undefined) {
      tokens.push({ type: 'name', text: name });
      continue;
    }
    const spread = source.startsWith('...', at);
    const number = spread ? undefined : match(NUMBER);
    if (number !== undefined) {
      tokens.push({ type: 'number', text: number });
      continue;
    }
    const text = match(SIGN)!;
    const open = templates.at(-1);
    if (open !== undefined && text === '{') templates[templates.length - 1] = open + 1;
    if (open !== undefined && text === '}') {
      if (open === 0) {
        templates.pop();
        templateText();
        continue;
      }
      templates[templates.length - 1] = open - 1;
    }
    tokens.push({ type: 'sign', text });
  }
  return tokens;
}

function startsRegex(before: CodeToken | undefined): boolean {
  if (before === undefined) return true;
  if (before.type === 'name') return BEFORE_REGEX.has(before.text);
  return before.type === 'sign' && before.text !== '' && before.text !== ')' && before.text !== ']';
}
