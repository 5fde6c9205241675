import { type Arguments, type Builtin, type Call, HostError } from './builtins.ts';
import type { EvalRequest, EvalResult, Load } from './engine.ts';
import type { StarlarkError } from './errors.ts';
import type { Instance } from './instance.ts';
import { decodeJson, decodeWire } from './wire/decode.ts';
import { encodeWire } from './wire/encode.ts';
import { StarlarkFloat, StarlarkHandle, type StarlarkInput, type StarlarkValue } from './wire/value.ts';

const CALL = 0;

/** Runs one request on an instance: answers its calls and loads, and reads its result. */
export function evaluate(instance: Instance, builtins: readonly Builtin[], request: EvalRequest): EvalResult {
  const { filename, source, load } = request;
  const owner = {};
  const thrown: unknown[] = [];
  const answer = (operation: number, question: string): string => {
    try {
      return operation === CALL ? call(question) : loadModule(load, question);
    } catch (error) {
      // Only a stack that is nearly full makes this fail; then the next call of the engine does, too.
      thrown.push(error);
      return `!["exception","",${JSON.stringify(messageOf(error))}]`;
    }
  };
  const call = (question: string): string => {
    const makeHandle = (id: number, type: string) => new StarlarkHandle(id, type, owner);
    const [number, ...values] = decodeWire(question, { wholeFloats: 'marked' }, makeHandle) as StarlarkValue[];
    const { name, params, handler } = builtins[number as number]!;
    const args: Record<string, StarlarkValue> = Object.create(null);
    for (const [i, param] of params.entries()) {
      const value = values[i];
      if (value !== undefined) args[param.name] = param.type.includes('any') ? value : withoutMarks(value);
    }
    const running: Call = {
      name,
      read(handle, options = {}) {
        if (!(handle instanceof StarlarkHandle) || handle.owner !== owner) {
          throw new TypeError('not a handle of this evaluation');
        }
        const text = instance.read(handle.id);
        if (text[0] !== '=') throw new TypeError(text.slice(1));
        return decodeWire(text.slice(1), options) as StarlarkValue;
      },
    };
    try {
      const result = handler(args as Arguments, running);
      return result instanceof HostError ? refusal(result) : `=${encodeWire(result as StarlarkInput, owner)}`;
    } catch (error) {
      if (error instanceof HostError) return refusal(error);
      throw error;
    }
  };

  const text = instance.eval(encodeWire([filename, source, load !== undefined]), answer);
  const end = text.indexOf('\n');
  const { error, prints, steps } = JSON.parse(text.slice(0, end)) as Head;
  if (error !== undefined) {
    const cause = error.hostCode === 'exception' ? { cause: thrown.at(-1) } : {};
    return { error: { ...error, ...cause }, prints, steps };
  }
  const json = text.slice(end + 1);
  return { value: decodeJson(json), json, prints, steps };
}

interface Head {
  readonly error?: StarlarkError;
  readonly prints: EvalResult['prints'];
  readonly steps: number;
}

const refusal = ({ code, param, message }: HostError): string => `!${JSON.stringify([code, param, message])}`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whole floats as plain numbers. */
function withoutMarks(value: StarlarkValue): StarlarkValue {
  if (value instanceof StarlarkFloat) return value.value;
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (value === null || typeof value !== 'object' || value instanceof StarlarkHandle) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutMarks(item)]));
}

/** The answer to a `load` statement. */
function loadModule(load: Load | undefined, question: string): string {
  const [path, from] = JSON.parse(question) as [string, string];
  try {
    const found =
      typeof load === 'function' ? load(path, from) : load && Object.hasOwn(load, path) ? load[path] : undefined;
    if (found === undefined) return JSON.stringify({ error: 'no such module' });
    return JSON.stringify(typeof found === 'string' ? { source: found, file: path } : found);
  } catch (error) {
    return JSON.stringify({ error: messageOf(error) || 'no such module' });
  }
}
