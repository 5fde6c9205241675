import { StarlarkFloat, type StarlarkHandle, type StarlarkValue } from './value.ts';

/** How numbers and dicts appear in JavaScript. */
export interface DecodeOptions {
  /** Ints as numbers up to 2^53 - 1 and bigints beyond (`auto`, the default), or all as bigints. */
  readonly ints?: 'auto' | 'bigint';
  /** Floats that are whole as numbers (the default), or as {@link StarlarkFloat}. */
  readonly wholeFloats?: 'number' | 'marked';
  /** Dicts as objects (the default; JavaScript moves keys like `"7"` to the front), or as maps, which keep the order. */
  readonly dicts?: 'object' | 'map';
}

type MakeHandle = (id: number, type: string) => StarlarkHandle;

const NUMBER = /-?(?:Infinity|\d+(?:\.\d+)?(?:e[+-]?\d+)?)|NaN/y;
const PLAIN_STRING = /"[^"\\]*"/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;

/**
 * Reads the JSON text of a result. A number with a point or an exponent is a float, any other an int; the two options
 * that tell them apart are `ints: 'bigint'` and `wholeFloats: 'marked'`.
 * Throws `SyntaxError` for what no result can be.
 */
export function decodeJson(json: string, options: DecodeOptions = {}): StarlarkValue {
  const value = decodeWire(json, options);
  if (value === undefined) throw new SyntaxError('~ is no value');
  return value;
}

/** The same with the notation for builtins: `@3"dict"` is a handle, `~` an argument that was not given. */
export function decodeWire(text: string, options: DecodeOptions, handle?: MakeHandle): StarlarkValue | undefined {
  const allBig = options.ints === 'bigint';
  const marked = options.wholeFloats === 'marked';
  const maps = options.dicts === 'map';
  let at = 0;

  const fail = (): never => {
    throw new SyntaxError(`unexpected ${at < text.length ? JSON.stringify(text[at]) : 'end'} at ${at}`);
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const word = <T>(spelling: string, value: T): T => {
    if (!text.startsWith(spelling, at)) fail();
    at += spelling.length;
    return value;
  };
  const take = (char: string): boolean => {
    if (text[at] !== char) return false;
    at++;
    return true;
  };
  const string = (): string => {
    const plain = match(PLAIN_STRING);
    return plain !== undefined ? plain.slice(1, -1) : (JSON.parse(match(STRING) ?? fail()) as string);
  };
  const number = (): StarlarkValue => {
    const digits = match(NUMBER) ?? fail();
    const float = /[.eIN]/.test(digits);
    if (float) {
      const value = Number(digits);
      return marked && Number.isInteger(value) ? new StarlarkFloat(value) : value;
    }
    const value = Number(digits);
    return allBig || !Number.isSafeInteger(value) ? BigInt(digits) : value;
  };
  const list = (): StarlarkValue[] => {
    const items: StarlarkValue[] = [];
    at++;
    if (take(']')) return items;
    do items.push(value() as StarlarkValue);
    while (take(','));
    return take(']') ? items : fail();
  };
  const dict = (): StarlarkValue => {
    const entries: [string, StarlarkValue][] = [];
    at++;
    if (!take('}')) {
      do {
        const key = string();
        if (!take(':')) fail();
        entries.push([key, value() as StarlarkValue]);
      } while (take(','));
      if (!take('}')) fail();
    }
    return maps ? new Map(entries) : Object.fromEntries(entries);
  };
  const value = (): StarlarkValue | undefined => {
    switch (text[at]) {
      case '"':
        return string();
      case '[':
        return list();
      case '{':
        return dict();
      case 'n':
        return word('null', null);
      case 't':
        return word('true', true);
      case 'f':
        return word('false', false);
      case '~':
        return word('~', undefined);
      case '@': {
        at++;
        const id = number();
        return handle ? handle(id as number, string()) : fail();
      }
      default:
        return number();
    }
  };
  const result = value();
  if (at !== text.length) fail();
  return result;
}
