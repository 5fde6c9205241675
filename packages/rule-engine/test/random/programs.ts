/** Random expressions: mostly well-typed, so that they get somewhere, with every kind of mistake now and then. */
import { BUILTINS, paramType } from '../../src/builtins.ts';
import { ARITHMETIC, COMPARISONS, type Expr, type MacroName } from '../../src/language/ast.ts';
import type { Random } from './prng.ts';

export type Wanted = 'int' | 'bool' | 'str' | 'ints' | 'strs' | 'recs';

const EDGES = [
  '0',
  '1',
  '-1',
  '2',
  '3',
  '7',
  '-8',
  '63',
  '64',
  '1000',
  '9007199254740991',
  '9007199254740992',
  '-9007199254740992',
  '4611686018427387904',
  '9223372036854775807',
  '-9223372036854775808',
];
const TEXTS = ['', 'a', 'stone_wall_01', 'st*_??', '*', 'ABCé', '😀', '\u{FFFF}', '42', '-7', 'x'.repeat(130)];

interface Scope {
  readonly name: string;
  readonly type: Wanted | 'rec';
}

export class Programs {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  program(): Expr {
    const wanted = this.#random.pick<Wanted>(['bool', 'bool', 'int', 'int', 'str', 'ints']);
    return this.#expr(wanted, 2 + this.#random.below(4), []);
  }

  #expr(wanted: Wanted, depth: number, scope: readonly Scope[]): Expr {
    const random = this.#random;
    if (random.once(60)) return this.#expr(random.pick<Wanted>(['int', 'bool', 'str', 'ints', 'recs']), depth, scope);
    if (depth <= 0 || random.once(6)) return this.#leaf(wanted, scope);
    const sub = (type: Wanted) => this.#expr(type, depth - 1, scope);
    if (random.once(9)) return { k: 'if', c: sub('bool'), a: sub(wanted), b: sub(wanted) };
    if (random.once(14) && scope.length < 3) {
      const type = random.pick<Wanted>(['int', 'bool', 'str', 'ints']);
      const name = `v${scope.length}`;
      return { k: 'let', n: name, e: sub(type), b: this.#expr(wanted, depth - 1, [...scope, { name, type }]) };
    }
    if (random.once(16)) return { k: 'def', e: this.#path(wanted, scope), d: sub(wanted) };
    switch (wanted) {
      case 'int':
        return this.#int(depth, scope);
      case 'bool':
        return this.#bool(depth, scope);
      case 'str':
        return this.#call(['concat', 'lower', 'to_str'], depth, scope);
      case 'ints':
        return random.once(3)
          ? { k: 'list', xs: Array.from({ length: random.below(4) }, () => sub('int')) }
          : this.#macro(random.pick<MacroName>(['map', 'filter']), 'ints', depth, scope);
      case 'strs':
        return { k: 'list', xs: Array.from({ length: random.below(3) }, () => sub('str')) };
      case 'recs':
        return this.#macro('filter', 'recs', depth, scope);
    }
  }

  #int(depth: number, scope: readonly Scope[]): Expr {
    const random = this.#random;
    const sub = (type: Wanted) => this.#expr(type, depth - 1, scope);
    switch (random.below(5)) {
      case 0:
      case 1:
        return { k: 'bin', op: random.pick(ARITHMETIC), l: sub('int'), r: sub('int') };
      case 2:
        return { k: 'neg', e: sub('int') };
      case 3: {
        const names = [...BUILTINS.values()].filter(({ result }) => result === 'int').map(({ name }) => name);
        return this.#call(names, depth, scope);
      }
      default: {
        const m = random.pick<MacroName>(['count', 'sum', 'min_of', 'max_of']);
        return this.#macro(m, random.pick(['ints', 'recs']), depth, scope);
      }
    }
  }

  #bool(depth: number, scope: readonly Scope[]): Expr {
    const random = this.#random;
    const sub = (type: Wanted) => this.#expr(type, depth - 1, scope);
    switch (random.below(8)) {
      case 0:
        return { k: 'and', l: sub('bool'), r: sub('bool') };
      case 1:
        return { k: 'or', l: sub('bool'), r: sub('bool') };
      case 2:
        return { k: 'not', e: sub('bool') };
      case 3:
        return { k: 'has', e: this.#path(random.pick<Wanted>(['int', 'str']), scope) };
      case 4: {
        const type = random.pick<Wanted>(['int', 'int', 'str']);
        return { k: 'bin', op: random.pick(COMPARISONS), l: sub(type), r: sub(type) };
      }
      case 5: {
        const [element, list] = random.pick<[Wanted, Wanted]>([
          ['int', 'ints'],
          ['str', 'strs'],
        ]);
        return { k: 'bin', op: random.pick(['in', 'not in'] as const), l: sub(element), r: sub(list) };
      }
      case 6:
        return this.#call(['is_pow2', 'starts_with', 'ends_with', 'contains', 'glob'], depth, scope);
      default:
        return this.#macro(random.pick<MacroName>(['all', 'any']), random.pick(['ints', 'recs']), depth, scope);
    }
  }

  #call(names: readonly string[], depth: number, scope: readonly Scope[]): Expr {
    const random = this.#random;
    const builtin = BUILTINS.get(random.pick(names))!;
    const count = builtin.variadic ? 1 + random.below(random.once(20) ? 10 : 4) : builtin.params.length;
    const a = Array.from({ length: count }, (_, i) => {
      const type = paramType(builtin, i);
      return this.#expr(type === 'str or list' ? random.pick(['str', 'ints', 'recs']) : type, depth - 1, scope);
    });
    return { k: 'call', f: builtin.name, a };
  }

  #macro(m: MacroName, over: 'ints' | 'recs', depth: number, scope: readonly Scope[]): Expr {
    const v = `v${scope.length}`;
    const inner: Scope[] = [...scope, { name: v, type: over === 'ints' ? 'int' : 'rec' }];
    const wanted = m === 'sum' || m === 'min_of' || m === 'max_of' || m === 'map' ? 'int' : 'bool';
    return { k: 'mac', m, v, l: this.#expr(over, depth - 1, scope), b: this.#expr(wanted, depth - 1, inner) };
  }

  #leaf(wanted: Wanted, scope: readonly Scope[]): Expr {
    const random = this.#random;
    if (random.once(2)) return this.#path(wanted, scope);
    switch (wanted) {
      case 'int':
        return { k: 'int', v: random.once(3) ? random.pick(EDGES) : String(random.below(100)) };
      case 'bool':
        return { k: 'bool', v: random.once(2) };
      case 'str':
        return { k: 'str', v: random.pick(TEXTS) };
      case 'ints':
        return { k: 'list', xs: Array.from({ length: random.below(5) }, () => this.#leaf('int', [])) };
      case 'strs':
        return { k: 'list', xs: Array.from({ length: random.below(4) }, () => ({ k: 'str', v: random.pick(TEXTS) })) };
      case 'recs':
        return { k: 'ref', n: 'lods' };
    }
  }

  /** A fact or a bound name of this type, or an absent one. */
  #path(wanted: Wanted, scope: readonly Scope[]): Expr {
    const random = this.#random;
    const ref = (n: string): Expr => ({ k: 'ref', n });
    const sel = (e: Expr, f: string): Expr => ({ k: 'sel', e, f });
    const at = (e: Expr): Expr => ({ k: 'idx', e, x: this.#leaf('int', scope) });
    if (random.once(12)) return random.pick([ref('nothing'), sel(ref('tex'), 'depth'), sel(ref('tex'), 'constructor')]);
    const bound = scope.filter(({ type }) => type === wanted || (type === 'rec' && wanted === 'int'));
    if (bound.length > 0 && !random.once(3)) {
      const { name, type } = random.pick(bound);
      return type === 'rec' ? sel(ref(name), 'tris') : ref(name);
    }
    switch (wanted) {
      case 'int':
        return random.pick([
          sel(ref('tex'), 'width'),
          sel(ref('tex'), 'height'),
          ref('triangles'),
          ref('peak_mdb'),
          ref('big'),
          sel(at(ref('lods')), 'tris'),
        ]);
      case 'bool':
        return random.pick([sel(ref('report'), 'ok'), ref('signed')]);
      case 'str':
        return random.pick([ref('kind'), ref('name'), ref('license'), at(ref('tags'))]);
      case 'ints':
        return random.pick([ref('empty'), ref('sizes')]);
      case 'strs':
        return ref('tags');
      case 'recs':
        return ref('lods');
    }
  }
}
