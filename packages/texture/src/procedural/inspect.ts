/** The picture of every node of a graph, whether an output needs it or not. */
import type { Artifact, BackendContext, Output, Spec } from '@speccade/spec';
import type { ProceduralParams } from '@speccade/spec/kinds/texture';
import { makeProcedural } from './maker.ts';

/** One PNG for each node, by id, at `intermediates/<id>.png`. */
export function inspectProcedural(spec: Spec, context: BackendContext): Artifact[] | Promise<Artifact[]> {
  const { nodes } = spec.recipe!.params as ProceduralParams;
  const ids = nodes.map(({ id }) => id).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const names = fileNames(ids);
  const outputs = ids.map(
    (source, i): Output => ({
      kind: 'primary',
      format: 'png',
      path: `intermediates/${names[i]}.png`,
      source,
    }),
  );
  return makeProcedural({ ...spec, outputs }, context);
}

/** Ids as names of files: what is not a letter, digit, dash or dot becomes `_`, and no two are the same anywhere. */
function fileNames(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const plain =
      id
        .replace(/[^A-Za-z0-9.-]/g, '_')
        .replace(/^\.+/, '_')
        .slice(0, 100) || '_';
    let name = plain;
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${plain}_${i}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
