/**
 * Many specs: what is up to date is skipped, what the cache has is restored here, the rest goes to worker threads, or is
 * shared with them where it is little. All outputs are written by this thread, so that stopping leaves no half-written file
 * behind.
 */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BudgetProfile } from '@speccade/budgets';
import { prepareCacheRoot } from '@speccade/cache/fs';
import { type LoadedModule, type PipelineContext, runMany } from '@speccade/pipeline';
import type { Issue, OutputResult } from '@speccade/spec';
import { BACKENDS } from './backends.ts';
import { isSmall, type Miss, type Task } from './batch-tasks.ts';
import { type CacheSettings, openSettings } from './cache-options.ts';
import { claimKey, conflict, conflictingClaims, type Layout, rootOf } from './claims.ts';
import type { FoundSpec } from './discover.ts';
import { type FileJob, type FileResult, failedFile, make, prepareFile, settleFile } from './file-job.ts';
import { type FreshEntry, FreshState, sha256 } from './fresh.ts';
import type { Io } from './io.ts';
import type { Scripts } from './load-spec.ts';
import { type FileToWrite, OutputError, type WrittenFile, writeOutputs } from './output-files.ts';
import { Progress } from './progress.ts';
import { displayPath } from './read-spec.ts';
import { thisTool } from './tool.ts';
import { WorkerPool } from './worker-pool.ts';
import type { Made, Work } from './worker-protocol.ts';

export interface BatchSettings extends Layout {
  readonly jobs: number;
  readonly force: boolean;
  readonly expandVariants: boolean;
  readonly profile: BudgetProfile;
  readonly compat: 'reference' | undefined;
  /** The folder, absolute, below which scripts may load modules. */
  readonly loadRoot: string | undefined;
  readonly previewSeconds: number | undefined;
  readonly sampleFormat: PipelineContext['sampleFormat'];
  readonly dither: boolean | undefined;
  readonly cache: CacheSettings;
  readonly shard: { readonly index: number; readonly count: number };
  readonly quiet: boolean;
}

/** The code of a spec that `--frozen` did not find in the cache. */
export const FROZEN_MISS = 'CACHE_FROZEN_MISS';

/** What became of one spec. */
export interface BatchItem {
  readonly name: string;
  readonly status: 'generated' | 'cached' | 'fresh' | 'failed';
  readonly assetId?: string | undefined;
  readonly assetType?: string | undefined;
  readonly outputs: readonly OutputResult[];
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
  readonly ms: number;
}

/** Runs the batch. The items come in the order of `specs`, whatever was done first. */
export async function runBatch(specs: readonly FoundSpec[], settings: BatchSettings, io: Io): Promise<BatchItem[]> {
  const scripts: Scripts = new Map();
  const mine = specs.filter((_, i) => i % settings.shard.count === settings.shard.index - 1);
  const batch = new Batch(settings, io, scripts);
  const items = new Array<BatchItem>(mine.length);
  const misses: Miss[] = [];
  const progress = new Progress(mine.length, io, settings.quiet);
  let completed = 0;
  let failed = 0;
  const done = (index: number, item: BatchItem): void => {
    items[index] = item;
    completed++;
    if (item.status === 'failed') failed++;
    progress.update(completed, failed, item.name);
  };
  try {
    batch.startWorkers(mine.length);
    const conflicts = await conflictingClaims(specs, settings, io.cwd, scripts);
    for (const [index, spec] of mine.entries()) {
      if (io.signal.aborted) return [];
      // Ctrl-C is delivered between turns of the event loop only.
      if (index % 64 === 63) await new Promise((resolve) => setImmediate(resolve));
      const conflict = conflicts.get(spec.file);
      const settled = conflict
        ? failure(spec, [conflict])
        : await batch.settle(spec).catch((error) => frozenMiss(spec, error, io));
      if ('status' in settled) done(index, settled);
      else {
        misses.push({ ...settled, index, spec });
        batch.warm(misses.length, settled.kind);
      }
    }
    await batch.generate(misses, done);
  } finally {
    progress.end();
    await batch.close();
  }
  return items;
}

/** Bytes of checked specs, and of the files that they refer to, that are held for workers. */
const MOST_HELD = 1 << 24;

class Batch {
  private readonly settings: BatchSettings;
  private readonly io: Io;
  private readonly context: PipelineContext;
  private pool: WorkerPool | undefined;
  private readonly fresh: FreshState | undefined;
  private readonly scripts: Scripts;
  /** SHA-256 of modules that were looked at in this run. */
  private readonly modules = new Map<string, string>();
  private readonly warned = new Set<string>();
  /** Bytes of what was checked for workers. */
  private held = 0;
  /** Which spec has written a file in this run. */
  private readonly owners = new Map<string, FoundSpec>();

  constructor(settings: BatchSettings, io: Io, scripts: Scripts) {
    this.settings = settings;
    this.io = io;
    this.scripts = scripts;
    const { cache, profile, compat, loadRoot, previewSeconds, sampleFormat, dither, outRoot, layout, expandVariants } =
      settings;
    const tool = thisTool();
    this.context = {
      profile,
      backends: BACKENDS,
      tool,
      cache: openSettings(cache, {
        ...io,
        err: { isTTY: io.err.isTTY, columns: io.err.columns, write: (text) => this.warn(text) },
      }),
      replaceCached: cache.rebuild,
      previewSeconds,
      sampleFormat,
      dither,
      clock: () => performance.now(),
      signal: io.signal,
    };
    if (cache.mode === 'rw' || cache.mode === 'read') {
      const backends = BACKENDS.map(({ name, version }) => [name, version]);
      const asked = {
        tool: [tool.version, tool.build],
        backends,
        profile,
        compat,
        loadRoot,
        previewSeconds,
        sampleFormat,
        dither,
        layout,
        expandVariants,
      };
      const usable = tool.dirty !== true && prepareCacheRoot(cache.dir) === null;
      this.fresh = usable ? new FreshState(cache.dir, outRoot, asked) : undefined;
    }
  }

  /** What became of a spec that is up to date, in the cache, or not valid; of any other, what generating it costs. */
  async settle(spec: FoundSpec): Promise<BatchItem | Task> {
    const started = performance.now();
    const entry = this.settings.force ? undefined : this.freshEntry(spec);
    if (entry) return this.unchanged(spec, entry, started);
    const prepared = await prepareFile(this.job(spec), this.context);
    if ('failed' in prepared) return this.finish(spec, prepared.failed, started);
    const { checked } = prepared;
    if (!this.settings.force || !checked.ok) {
      const result = await settleFile(prepared, this.context);
      if (result) return this.finish(spec, result, started);
    }
    const { loaded, files = [], estimate: cost = 0 } = checked;
    this.held += loaded.text.length + files.reduce((sum, { found }) => sum + (found?.bytes.length ?? 0), 0);
    return {
      cost,
      kind: checked.spec?.recipe?.kind ?? '',
      refs: files.map(({ file }) => file).filter((file) => this.scripts.has(file)),
      checked: this.held <= MOST_HELD ? checked : undefined,
    };
  }

  /** The item of a spec that came to the same as last time, be that its outputs or a refusal. */
  private unchanged(spec: FoundSpec, entry: FreshEntry, started: number): BatchItem {
    for (const { path } of entry.files) this.owners.set(claimKey(rootOf(spec, this.settings), path), spec);
    const file = displayPath(spec.file, this.io.cwd);
    const here = (issues: readonly Issue[] = []): Issue[] => issues.map((issue) => ({ ...issue, file }));
    const { assetId, assetType, outputs } = entry;
    return {
      name: spec.name,
      status: entry.errors ? 'failed' : 'fresh',
      assetId,
      assetType,
      outputs,
      errors: here(entry.errors),
      warnings: here(entry.warnings),
      ms: performance.now() - started,
    };
  }

  /** Lets workers start while this thread reads the specs, unless some may be up to date. */
  startWorkers(specs: number): void {
    if (this.settings.force || !this.fresh?.knowsSome) this.warm(specs);
  }

  /** Lets workers start while this thread still looks for work: there is so much of it so far, and the last is of a kind. */
  warm(misses: number, kind?: string): void {
    // One fewer than may work: this thread takes part where there is little, and the last is started where there is more.
    this.workers().warm(Math.min(misses, this.settings.jobs) - 1, kind);
  }

  private workers(): WorkerPool {
    const { jobs, profile, cache, previewSeconds, sampleFormat, dither } = this.settings;
    const settings = { profile, cache, previewSeconds, sampleFormat, dither, cwd: this.io.cwd };
    this.pool ??= new WorkerPool(jobs, settings, (warning) => this.warn(warning));
    return this.pool;
  }

  /** Generates what has to be. Much of it in worker threads only: this one stays free to write, and to hear Ctrl-C. */
  async generate(misses: readonly Miss[], done: (index: number, item: BatchItem) => void): Promise<void> {
    if (misses.length === 0) return;
    const { signal } = this.io;
    const pool = this.workers();
    const stop = (): void => void pool.close();
    signal.addEventListener('abort', stop);
    const take = async (miss: Miss, work: Work, made: Promise<Made>): Promise<void> => {
      const { result, ms } = await this.outcome(work.job, made);
      signal.throwIfAborted();
      done(miss.index, this.finish(miss.spec, result, performance.now() - ms));
    };
    try {
      if (isSmall(misses)) {
        const order = [...misses].sort((a, b) => b.cost - a.cost);
        const works = order.map((miss) => this.workOf(miss));
        const made = pool.share(works, (work) => make(work, this.context));
        await Promise.all(order.map((miss, at) => take(miss, works[at]!, made[at]!)));
      } else {
        const generate = async (miss: Miss): Promise<void> => {
          const work = this.workOf(miss);
          await take(miss, work, pool.run(work));
        };
        const concurrency = Math.min(this.settings.jobs, misses.length);
        await runMany(misses, generate, { concurrency, cost: (miss) => miss.cost, signal });
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** Workers say what the main thread says, too; once is enough. */
  private warn(text: string): void {
    if (this.warned.has(text)) return;
    this.warned.add(text);
    this.io.err.write(text);
  }

  /** What was made; a failure where nobody came to an end with it. */
  private async outcome(job: FileJob, made: Promise<Made>): Promise<Made> {
    try {
      return await made;
    } catch (error) {
      if (this.io.signal.aborted) throw error;
      const message = `the generation was lost: ${(error as Error).message}`;
      const issue: Issue = { code: 'E014', severity: 'error', path: '', message, file: displayPath(job.path, job.cwd) };
      return { result: failedFile(job, 'generate', [issue]), ms: 0 };
    }
  }

  async close(): Promise<void> {
    await this.pool?.close();
    this.fresh?.save();
    await this.context.cache?.close();
  }

  private job(spec: FoundSpec): FileJob {
    const { compat, expandVariants, loadRoot } = this.settings;
    return { path: spec.file, cwd: this.io.cwd, compat, expandVariants, loadRoot, scripts: this.scripts };
  }

  /** The job as a worker gets it: without the scripts that others need, or all of them where nothing is left to read. */
  private workOf({ spec, refs, checked }: Miss): Work {
    const job = this.job(spec);
    if (checked) return { job: { ...job, scripts: undefined }, checked };
    const own = [spec.file, ...refs].flatMap((file): [string, NonNullable<ReturnType<Scripts['get']>>][] => {
      const script = this.scripts.get(file);
      return script ? [[file, script]] : [];
    });
    return { job: { ...job, scripts: own.length > 0 ? new Map(own) : undefined } };
  }

  private freshEntry(spec: FoundSpec): FreshEntry | undefined {
    if (!this.fresh) return undefined;
    try {
      const entry = this.fresh.lookup(spec.file, sha256(readFileSync(spec.file)), rootOf(spec, this.settings));
      return entry?.modules?.every((module) => this.isUnchanged(module)) === false ? undefined : entry;
    } catch {
      return undefined;
    }
  }

  private isUnchanged({ uri, sha256: noted }: LoadedModule): boolean {
    let found = this.modules.get(uri);
    if (found === undefined) {
      // Modules are named from the load root, other files from the root of the disk.
      const file = resolve(this.settings.loadRoot ?? this.io.cwd, uri);
      const isThere = statSync(file, { throwIfNoEntry: false })?.isFile();
      this.modules.set(uri, (found = isThere ? sha256(readFileSync(file)) : ''));
    }
    return found === noted;
  }

  /** Writes the files of a result and notes what was written. */
  private finish(spec: FoundSpec, result: FileResult, started: number): BatchItem {
    let { errors } = result;
    let written: WrittenFile[] = [];
    const taken = result.ok ? this.takenBy(spec, result.files) : undefined;
    if (taken) errors = [taken];
    else if (result.ok) {
      try {
        written = writeOutputs(rootOf(spec, this.settings), result.files);
      } catch (error) {
        if (!(error instanceof OutputError)) throw error;
        errors = [{ ...error.issue, file: displayPath(spec.file, this.io.cwd) }];
      }
    }
    const ok = result.ok && errors.length === 0;
    const { report } = result;
    const outputs = ok
      ? [report!, ...result.variants.map((variant) => variant.report)].flatMap((made) => made.outputs)
      : [];
    this.remember(spec, result, ok ? written : undefined, outputs);
    return {
      name: spec.name,
      status: ok ? (result.cacheHit ? 'cached' : 'generated') : 'failed',
      assetId: report?.asset_id,
      assetType: report?.asset_type,
      outputs,
      errors,
      warnings: result.warnings,
      ms: performance.now() - started,
    };
  }

  /** The last guard against two specs in one place: files that no spec declares, such as pictures of sounds. */
  private takenBy(spec: FoundSpec, files: readonly FileToWrite[]): Issue | undefined {
    const keys = files.map(({ path }) => claimKey(rootOf(spec, this.settings), path));
    const at = keys.findIndex((key) => this.owners.has(key));
    if (at >= 0)
      return conflict(files[at]!.path, [this.owners.get(keys[at]!)!.name], displayPath(spec.file, this.io.cwd));
    for (const key of keys) this.owners.set(key, spec);
    return undefined;
  }

  /** Notes what a result came to. Only what would come out the same again: not what the disk or a bug is to blame for. */
  private remember(
    spec: FoundSpec,
    result: FileResult,
    files: readonly WrittenFile[] | undefined,
    outputs: readonly OutputResult[],
  ): void {
    const { sourceSha256: source, report, warnings, errors } = result;
    const modules = [...(result.modules ?? []), ...(result.inputs ?? [])];
    if (!this.fresh || source === undefined) return;
    const refused = !result.ok && errors.every(({ code }) => code !== 'E014');
    if (!files && !refused) return;
    this.fresh.record(spec.file, {
      source,
      assetId: report?.asset_id,
      assetType: report?.asset_type,
      outputs,
      files: files ?? [],
      ...(modules.length > 0 && { modules }),
      ...(refused && { errors }),
      ...(warnings.length > 0 && { warnings }),
    });
  }
}

/** Under `--frozen` a spec that the cache does not have is a failure like others, so that all of them are told. */
function frozenMiss(spec: FoundSpec, error: Error & { code?: string }, io: Io): BatchItem {
  if (error.code !== FROZEN_MISS) throw error;
  const file = displayPath(spec.file, io.cwd);
  return failure(spec, [{ code: FROZEN_MISS, severity: 'error', path: '', message: error.message, file }]);
}

function failure(spec: FoundSpec, errors: readonly Issue[]): BatchItem {
  return { name: spec.name, status: 'failed', outputs: [], errors, warnings: [], ms: 0 };
}
