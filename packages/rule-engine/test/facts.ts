/** The facts that most vectors are evaluated on, and their schema. */
import type { RecSchema } from '../src/schema.ts';

export const FACTS = {
  kind: 'texture',
  tex: { width: 2048, height: 1024 },
  license: 'CC0-1.0',
  triangles: 8421,
  peak_mdb: -300,
  name: 'stone_wall_01',
  big: 9007199254740993n,
  lods: [{ tris: 8000 }, { tris: 4000 }, { tris: 900 }],
  tags: ['rock', 'wall'],
  empty: [] as number[],
};

export const SCHEMA: RecSchema = {
  type: 'rec',
  fields: {
    kind: { type: 'str', max: 32 },
    tex: {
      type: 'rec',
      fields: {
        width: { type: 'int' },
        height: { type: 'int' },
        depth: { type: 'int', optional: true },
      },
    },
    license: { type: 'str', max: 32 },
    triangles: { type: 'int' },
    peak_mdb: { type: 'int' },
    name: { type: 'str', max: 63 },
    big: { type: 'int' },
    lods: { type: 'list', max: 8, of: { type: 'rec', fields: { tris: { type: 'int' } } } },
    tags: { type: 'list', max: 16, of: { type: 'str', max: 31 } },
    empty: { type: 'list', max: 4, of: { type: 'int' } },
  },
};
