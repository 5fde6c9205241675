/** Functions of the language that specs know in another way than starlark-go has them. */
import { type Builtin, StarlarkFloat, StarlarkHandle, type StarlarkValue } from '@speccade/starlark-wasm';

/** `type(x)`: the functions of the library are functions like those of the script. */
const type: Builtin = {
  name: 'type',
  params: [{ name: 'x', type: 'any', required: true }],
  handler: ({ x }) => typeOf(x!),
};

function typeOf(value: StarlarkValue): string {
  if (value instanceof StarlarkHandle) {
    return value.type === 'builtin_function_or_method' ? 'function' : value.type;
  }
  if (value instanceof StarlarkFloat) return 'float';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'string' ? 'string' : 'NoneType';
}

export const DIALECT: readonly Builtin[] = [type];
