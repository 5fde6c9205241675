import { describe, expect, it } from 'vitest';
import {
  type BudgetState,
  type BudgetTick,
  BudgetTracker,
  bumpCallDepth,
  bumpIntegerOps,
  checkArgCount,
  freshBudget,
  freshTracker,
  MAX_ARG_COUNT,
  MAX_CALL_DEPTH,
  MAX_INTEGER_OPS,
  RuleBudgetExceeded,
} from './budget.ts';
import { inspectFunctionForbidden } from './determinism.ts';
import type { BudgetTracker as BudgetStruct } from './engine.ts';

function thrown(run: () => unknown): RuleBudgetExceeded {
  try {
    run();
  } catch (error) {
    if (error instanceof RuleBudgetExceeded) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

function recorded(tracker: BudgetTracker): BudgetTick[] {
  const ticks: BudgetTick[] = [];
  tracker.subscribe((tick) => ticks.push(tick));
  return ticks;
}

describe('limits', () => {
  it('are 10,000 operations, 16 levels and 8 arguments', () => {
    expect([MAX_INTEGER_OPS, MAX_CALL_DEPTH, MAX_ARG_COUNT]).toEqual([10_000, 16, 8]);
  });

  it.each([{ integer_ops: 10_001 }, { call_depth: 17 }, { arg_count: 9 }, { integer_ops: -1 }, { call_depth: 1.5 }])(
    'cannot be raised or be nonsense: %j',
    (limits) => {
      expect(() => new BudgetTracker(limits)).toThrow(RangeError);
    },
  );

  it('can be lowered', () => {
    const tracker = freshTracker({ integer_ops: 2 });
    tracker.tickIntegerOp(2);
    expect(thrown(() => tracker.tickIntegerOp())).toMatchObject({ which: 'integer_ops', limit: 2, observed: 3 });
    expect(tracker.snapshot().limits).toEqual({ integer_ops: 2, call_depth: 16, arg_count: 8 });
  });
});

describe('RuleBudgetExceeded', () => {
  it('says which counter, the limit and what was observed', () => {
    const error = new RuleBudgetExceeded('call_depth', 16, 17);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'RuleBudgetExceeded', which: 'call_depth', limit: 16, observed: 17 });
    expect(error.message).toBe('call_depth budget exceeded: 17 > 16');
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'RuleBudgetExceeded',
      which: 'call_depth',
      limit: 16,
      observed: 17,
    });
  });
});

describe('the struct', () => {
  it('starts at 0, each one new', () => {
    expect(freshBudget()).toEqual({ integer_ops: 0, call_depth: 0, current_arg_count: 0 });
    expect(freshBudget()).not.toBe(freshBudget());
  });

  it('is what the class is assignable to, and can be written as a literal', () => {
    const fromClass: BudgetState = new BudgetTracker();
    const literal: BudgetStruct = { integer_ops: 0, call_depth: 0, current_arg_count: 0 };
    expect({ ...literal }).toEqual({
      integer_ops: fromClass.integer_ops,
      call_depth: fromClass.call_depth,
      current_arg_count: fromClass.current_arg_count,
    });
    // @ts-expect-error a struct has none of the methods
    const wrong: BudgetTracker = literal;
    expect('reset' in wrong).toBe(false);
  });

  it('allows what stands at a limit and refuses the next', () => {
    const budget = freshBudget();
    bumpIntegerOps(budget, MAX_INTEGER_OPS);
    expect(thrown(() => bumpIntegerOps(budget))).toMatchObject({
      which: 'integer_ops',
      limit: 10_000,
      observed: 10_001,
    });
    expect(budget.integer_ops).toBe(10_001);
    for (let i = 0; i < MAX_CALL_DEPTH; i++) bumpCallDepth(budget);
    expect(thrown(() => bumpCallDepth(budget))).toMatchObject({ which: 'call_depth', limit: 16, observed: 17 });
    checkArgCount(MAX_ARG_COUNT);
    expect(thrown(() => checkArgCount(9))).toMatchObject({ which: 'arg_count', limit: 8, observed: 9 });
  });
});

describe('BudgetTracker', () => {
  it('counts operations, depth and arguments', () => {
    const tracker = freshTracker();
    tracker.tickIntegerOp();
    tracker.tickIntegerOp(4);
    tracker.pushCall(2);
    tracker.pushCall(3);
    expect(tracker.snapshot()).toMatchObject({ integer_ops: 5, call_depth: 2, current_arg_count: 3, at: 4 });
    tracker.popCall();
    expect(tracker).toMatchObject({ call_depth: 1, current_arg_count: 2 });
    tracker.popCall();
    expect(tracker).toMatchObject({ call_depth: 0, current_arg_count: 0 });
  });

  it.each<[string, (tracker: BudgetTracker) => void, object]>([
    ['10,001 operations', (t) => t.tickIntegerOp(10_001), { which: 'integer_ops', limit: 10_000, observed: 10_001 }],
    [
      'a cost across the limit',
      (t) => t.tickIntegerOp(10_500),
      { which: 'integer_ops', limit: 10_000, observed: 10_500 },
    ],
    ['9 arguments', (t) => t.pushCall(9), { which: 'arg_count', limit: 8, observed: 9 }],
    [
      'depth 17',
      (t) => {
        for (let i = 0; i < 17; i++) t.pushCall(1);
      },
      { which: 'call_depth', limit: 16, observed: 17 },
    ],
    [
      '9 arguments at depth 17, for the arguments',
      (t) => {
        for (let i = 0; i < 16; i++) t.pushCall(1);
        t.pushCall(9);
      },
      { which: 'arg_count', limit: 8, observed: 9 },
    ],
  ])('refuses %s', (_, run, expected) => {
    const tracker = freshTracker();
    const ticks = recorded(tracker);
    expect(thrown(() => run(tracker))).toMatchObject(expected);
    // The attempt is seen, and stays in the counters.
    const { integer_ops, call_depth, current_arg_count, at } = tracker.snapshot();
    expect(ticks.at(-1)).toMatchObject({ integer_ops, call_depth, current_arg_count, at });
  });

  it('can be used again after a reset, which keeps listeners and the clock and says nothing', () => {
    const tracker = freshTracker();
    const ticks = recorded(tracker);
    expect(() => tracker.tickIntegerOp(20_000)).toThrow(RuleBudgetExceeded);
    tracker.pushCall(3);
    tracker.reset();
    expect(ticks).toHaveLength(2);
    expect(tracker.snapshot()).toMatchObject({ integer_ops: 0, call_depth: 0, current_arg_count: 0, at: 2 });
    expect(() => tracker.popCall()).toThrow(RangeError);
    tracker.tickIntegerOp();
    expect(ticks.at(-1)).toMatchObject({ at: 3, integer_ops: 1 });
  });

  it('refuses costs, counts and counters that are no integers from 0', () => {
    const tracker = freshTracker();
    for (const bad of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => tracker.tickIntegerOp(bad)).toThrow(RangeError);
      expect(() => tracker.pushCall(bad)).toThrow(RangeError);
      expect(() => {
        tracker.integer_ops = bad;
      }).toThrow(RangeError);
    }
    expect(tracker.snapshot()).toMatchObject({ integer_ops: 0, call_depth: 0, at: 0 });
    tracker.call_depth = 2;
    tracker.current_arg_count = 1;
    expect(tracker.snapshot()).toMatchObject({ call_depth: 2, current_arg_count: 1 });
  });

  it('passes its own determinism scan', () => {
    expect(inspectFunctionForbidden(BudgetTracker.prototype.tickIntegerOp)).toEqual([]);
    expect(inspectFunctionForbidden(BudgetTracker.prototype.pushCall)).toEqual([]);
    expect(inspectFunctionForbidden(BudgetTracker.prototype.popCall)).toEqual([]);
    expect(inspectFunctionForbidden(BudgetTracker.prototype.reset)).toEqual([]);
    expect(inspectFunctionForbidden(freshBudget)).toEqual([]);
  });
});

describe('budget.tick', () => {
  it('is frozen, holds counts only and counts time by steps', () => {
    const tracker = freshTracker();
    tracker.tickIntegerOp();
    const ticks = recorded(tracker);
    tracker.pushCall(2);
    tracker.tickIntegerOp(7);
    tracker.popCall();
    const common = { type: 'budget.tick' };
    expect(ticks).toEqual([
      { ...common, kind: 'call_push', at: 2, cost: 2, integer_ops: 1, call_depth: 1, current_arg_count: 2 },
      { ...common, kind: 'integer_op', at: 3, cost: 7, integer_ops: 8, call_depth: 1, current_arg_count: 2 },
      { ...common, kind: 'call_pop', at: 4, cost: 0, integer_ops: 8, call_depth: 0, current_arg_count: 0 },
    ]);
    expect(ticks.every(Object.isFrozen)).toBe(true);
  });

  it('reaches listeners in order, one subscribed twice twice, until they unsubscribe', () => {
    const tracker = freshTracker();
    const heard: string[] = [];
    const a = () => heard.push('a');
    const offFirst = tracker.subscribe(a);
    tracker.subscribe(() => heard.push('b'));
    tracker.subscribe(a);
    tracker.tickIntegerOp();
    offFirst();
    offFirst();
    tracker.tickIntegerOp();
    expect(heard.join('')).toBe('ababa');
    expect(() => tracker.subscribe('a' as never)).toThrow(TypeError);
  });

  it('starts for a listener that was added by a listener with the next event', () => {
    const tracker = freshTracker();
    const heard: number[] = [];
    const off = tracker.subscribe(() => {
      off();
      tracker.subscribe(({ at }) => heard.push(at));
    });
    tracker.tickIntegerOp();
    tracker.tickIntegerOp();
    expect(heard).toEqual([2]);
  });
});

describe('a listener', () => {
  const HOSTILE: Readonly<Record<string, (tracker: BudgetTracker, tick: BudgetTick) => unknown>> = {
    throws: () => {
      throw new Error('no');
    },
    'returns a rejected promise': () => Promise.reject(new Error('later')),
    'is asynchronous and throws': async () => {
      throw new Error('later');
    },
    'returns what only looks like a promise': () => ({
      then: () => {
        throw new Error('no');
      },
    }),
    'writes the event': (_, tick) => Object.assign(tick, { integer_ops: -5 }),
    'writes the counters': (tracker) => {
      tracker.integer_ops = 0;
    },
    resets: (tracker) => tracker.reset(),
    ticks: (tracker) => tracker.tickIntegerOp(),
    pushes: (tracker) => tracker.pushCall(1),
    pops: (tracker) => tracker.popCall(),
  };

  it.each(Object.keys(HOSTILE))('that %s changes nothing', async (name) => {
    const run = (tracker: BudgetTracker) => {
      tracker.pushCall(2);
      tracker.tickIntegerOp(9_999);
      tracker.tickIntegerOp();
      tracker.popCall();
      expect(thrown(() => tracker.tickIntegerOp())).toMatchObject({ observed: 10_001 });
    };
    const quiet = freshTracker();
    const calm = recorded(quiet);
    run(quiet);
    const tracker = freshTracker();
    let calls = 0;
    tracker.subscribe((tick) => {
      calls++;
      return HOSTILE[name]!(tracker, tick);
    });
    const ticks = recorded(tracker);
    run(tracker);
    await new Promise((resolve) => setTimeout(resolve));
    expect(ticks).toEqual(calm);
    expect(calls).toBe(5);
    expect(tracker.snapshot()).toEqual(quiet.snapshot());
    expect(tracker.listenerErrors).toBe(/promise$|asynchronous/.test(name) && !name.includes('looks') ? 0 : 5);
  });

  it('may unsubscribe itself and others', () => {
    const tracker = freshTracker();
    const heard: string[] = [];
    const offs: (() => void)[] = [];
    offs.push(
      tracker.subscribe(() => {
        heard.push('a');
        for (const off of offs) off();
      }),
    );
    offs.push(tracker.subscribe(() => heard.push('b')));
    tracker.tickIntegerOp();
    tracker.tickIntegerOp();
    expect(heard).toEqual(['a', 'b']);
  });
});
