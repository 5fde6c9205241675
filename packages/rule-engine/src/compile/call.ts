/** Compiling calls. The frame is open while arguments are evaluated: its depth is that of nested calls. */

import { argumentsFit, BUILTINS, costOfCall } from '../builtins.ts';
import type { CallNode } from '../language/ast.ts';
import { typeError } from '../operators.ts';
import type { Value } from '../value.ts';
import type { Code, Place } from './code.ts';
import { compileNode } from './nodes.ts';

export function compileCall(node: CallNode, place: Place): Code {
  const builtin = BUILTINS.get(node.f)!;
  const args = node.a.map((arg) => compileNode(arg, place));
  const count = args.length;
  return (m) => {
    const outer = m.argCount;
    m.enter(count);
    const values: Value[] = [];
    for (const arg of args) values.push(arg(m));
    const fits = argumentsFit(builtin, values);
    m.charge(costOfCall(builtin, values, fits));
    if (!fits) throw typeError(`the arguments of ${node.f} have other types`, node);
    const result = builtin.apply(values, node);
    m.leave(outer);
    return result;
  };
}
