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

export interface WorkerRequest {
  readonly id: number;
  readonly job: FileJob;
  /** What the spec came to when the main thread read and checked it; absent: the worker does that. */
  readonly checked?: CheckedDocument | undefined;
}

/** Says what kind of spec comes soon: a worker that waits loads what it takes. */
export interface WarmRequest {
  readonly warm: string;
}

/** The settings come first. */
export type WorkerMessage = { readonly settings: WorkerSettings } | WarmRequest | WorkerRequest | 'close';

export type WorkerResponse =
  | { readonly id: number; readonly result: FileResult }
  | { readonly id: number; readonly error: { readonly message: string; readonly code?: string } }
  | { readonly warning: string }
  /** Nothing is held any more: the thread may be ended. */
  | { readonly closed: true };
