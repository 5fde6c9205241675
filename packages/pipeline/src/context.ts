import type { BudgetProfile } from '@speccade/budgets';
import type { Cache } from '@speccade/cache';
import type { BackendContext } from '@speccade/spec';
import type { BackendSource } from './backends.ts';

/** What makes the assets: goes into reports, and its build id into cache keys. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  /** Identifies a build that is no release; part of the backend version in cache keys. */
  readonly build?: string | undefined;
  /** Whether the build had uncommitted changes. */
  readonly dirty?: boolean | undefined;
  readonly commit?: string | undefined;
  /** `<arch>-<vendor>-<os>[-<env>]` of the machine. */
  readonly targetTriple: string;
}

/** What every run of one command shares. The pipeline itself touches nothing but what it is handed here. */
export interface PipelineContext {
  readonly profile: BudgetProfile;
  readonly backends: readonly BackendSource[];
  readonly tool: Tool;
  /** Absent: nothing is looked up or stored. */
  readonly cache?: Cache | undefined;
  /** Replace what the cache has under a key also when the files differ. */
  readonly replaceCached?: boolean | undefined;
  /** Preview length in seconds. */
  readonly previewSeconds?: number | undefined;
  /** How the samples of sounds are stored; 16 bit when absent. */
  readonly sampleFormat?: BackendContext['sampleFormat'];
  /** Dither integer samples. */
  readonly dither?: boolean | undefined;
  /** Record stage timings in the report. Such runs neither read nor write the cache. */
  readonly timeStages?: boolean | undefined;
  /** Milliseconds from any origin, never going back. */
  readonly clock: () => number;
  readonly signal?: AbortSignal | undefined;
}
