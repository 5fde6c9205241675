import type { BudgetProfile } from '@speccade/budgets';
import type { CheckedDocument, PipelineContext } from '@speccade/pipeline';
import type { CacheSettings } from './cache-options.ts';
import type { FileJob, FileResult } from './file-job.ts';

/** What a worker needs to know once. */
export interface WorkerSettings {
  readonly profile: BudgetProfile;
  readonly cache: CacheSettings;
  readonly previewSeconds: number | undefined;
  readonly sampleFormat: PipelineContext['sampleFormat'];
  readonly dither: boolean | undefined;
  readonly cwd: string;
}

/** A spec file to generate. */
export interface Work {
  readonly job: FileJob;
  /** What the spec came to when the main thread read and checked it; absent: whoever generates it does that. */
  readonly checked?: CheckedDocument | undefined;
}

export interface WorkerRequest extends Work {
  readonly id: number;
}

/** Jobs that all threads have. Who is the first to write its mark, which is not 0, over the 0 of a job does it. */
export interface SharedRequest {
  readonly shared: readonly WorkerRequest[];
  readonly claims: Int32Array;
  readonly mark: number;
}

/** Whether the job is for the thread with this mark. */
export function claim(claims: Int32Array, at: number, mark: number): boolean {
  return Atomics.compareExchange(claims, at, 0, mark) === 0;
}

/** Says what kind of spec comes soon: a worker that waits loads what it takes. */
export interface WarmRequest {
  readonly warm: string;
}

/** What a spec file came to. */
export interface Made {
  readonly result: FileResult;
  /** Milliseconds that took. */
  readonly ms: number;
}

/** The settings come first. */
export type WorkerMessage =
  | { readonly settings: WorkerSettings }
  | WarmRequest
  | WorkerRequest
  | SharedRequest
  | 'close';

export type WorkerResponse =
  | ({ readonly id: number } & Made)
  | { readonly id: number; readonly error: { readonly message: string; readonly code?: string } }
  | { readonly warning: string }
  /** Nothing is held any more: the thread may be ended. */
  | { readonly closed: true };
