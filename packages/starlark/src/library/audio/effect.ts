import { define, type LibraryFunction, type Param, tagged } from '../define.ts';

type Params = Record<string, Param>;

const make = (name: string, description: string, params: Params, keywordOnly: boolean): LibraryFunction =>
  define({ name, category: 'audio.effects', description, keywordOnly, params, build: tagged(name) });

/** An effect whose type is its name and whose parameters are its fields. */
export const effect = Object.assign(
  (name: string, description: string, params: Params) => make(name, description, params, false),
  {
    /** The same with parameters that must be named. */
    named: (name: string, description: string, params: Params) => make(name, description, params, true),
  },
);
