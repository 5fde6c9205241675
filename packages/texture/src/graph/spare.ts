/**
 * Fewer buffers for more work: where a plan holds too many at once, those that are needed last and are quickly made again
 * are given up and made again when their turn comes (L. A. Belady, "A study of replacement algorithms for a
 * virtual-storage computer", 1966, with making again in place of storing). What is made is the same.
 */

/** What matters of a step here. */
export interface Making {
  readonly node: { readonly id: string };
  readonly makes: 'buffer' | 'output';
  readonly reads: readonly string[];
}

/** Steps that it may take to make a buffer again. */
const MOST_STEPS = 4;
/** How often one buffer is made again. */
const MOST_TIMES = 4;

/** The steps, some of them repeated, with no more than `most` buffers at once where that can be had. */
export function spareBuffers<T extends Making>(steps: readonly T[], most: number): T[] {
  return withoutIdle(new Sparing(steps, most).run());
}

class Sparing<T extends Making> {
  private readonly steps: readonly T[];
  private readonly most: number;
  private readonly makers: ReadonlyMap<string, T>;
  /** Indices of the steps that read each buffer, the next one last. */
  private readonly uses = new Map<string, number[]>();
  private readonly live = new Set<string>();
  private readonly times = new Map<string, number>();
  private readonly out: T[] = [];

  constructor(steps: readonly T[], most: number) {
    this.steps = steps;
    this.most = most;
    this.makers = new Map(steps.filter(({ makes }) => makes === 'buffer').map((step) => [step.node.id, step]));
    for (let index = steps.length - 1; index >= 0; index--) {
      for (const id of steps[index]!.reads) this.uses.set(id, [...(this.uses.get(id) ?? []), index]);
    }
  }

  run(): T[] {
    this.steps.forEach((step, index) => {
      this.perform(step, new Set());
      for (const id of step.reads) if (this.uses.get(id)!.at(-1) === index) this.uses.get(id)!.pop();
      for (const id of this.live) if (!this.uses.get(id)?.length) this.live.delete(id);
    });
    return this.out;
  }

  /** Does a step, and before it what makes the buffers that it reads and that are gone; keeps those of `kept`. */
  private perform(step: T, kept: ReadonlySet<string>): void {
    const needed = new Set([...kept, ...step.reads]);
    for (const id of step.reads) {
      if (this.live.has(id)) continue;
      this.times.set(id, (this.times.get(id) ?? 0) + 1);
      this.perform(this.makers.get(id)!, needed);
    }
    if (step.makes === 'buffer') {
      this.makeRoom(needed);
      this.live.add(step.node.id);
    }
    this.out.push(step);
  }

  private makeRoom(kept: ReadonlySet<string>): void {
    while (this.live.size >= this.most) {
      let victim: string | undefined;
      let latest = -1;
      for (const id of this.live) {
        const next = this.uses.get(id)?.at(-1) ?? -1;
        if (kept.has(id) || next <= latest) continue;
        if ((this.times.get(id) ?? 0) >= MOST_TIMES || this.effort(id) > MOST_STEPS) continue;
        victim = id;
        latest = next;
      }
      if (victim === undefined) return;
      this.live.delete(victim);
    }
  }

  /** Steps that it takes to make a buffer again from those that are there. */
  private effort(id: string): number {
    const seen = new Set<string>();
    const open = [id];
    for (let next = open.pop(); next !== undefined && seen.size <= MOST_STEPS; next = open.pop()) {
      seen.add(next);
      for (const read of this.makers.get(next)!.reads) if (!this.live.has(read) && !seen.has(read)) open.push(read);
    }
    return seen.size;
  }
}

/** Leaves out what makes a buffer that is made again before anything reads it. */
function withoutIdle<T extends Making>(steps: readonly T[]): T[] {
  const awaited = new Set<string>();
  const kept: T[] = [];
  for (const step of steps.toReversed()) {
    if (step.makes === 'buffer' && !awaited.delete(step.node.id)) continue;
    for (const id of step.reads) awaited.add(id);
    kept.push(step);
  }
  return kept.reverse();
}
