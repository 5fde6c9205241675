import type { OutputFormat, OutputKind, Spec } from './document.ts';
import type { Issue } from './issue.ts';

/** Measured facts about one output, free in shape per format; every value is JSON. */
export type Metrics = Readonly<Record<string, unknown>>;

/** One finished file: where it goes below the output root, and its bytes. */
export interface Artifact {
  readonly path: string;
  readonly format: OutputFormat;
  readonly kind: OutputKind;
  readonly bytes: Uint8Array;
  /** BLAKE3 for the report: of the whole file, for WAV of the PCM payload only. */
  readonly hash: string;
  readonly metrics?: Metrics;
  /** True when made in preview mode. */
  readonly preview?: boolean;
}

/** What a backend is told besides the spec. All of it is part of the cache key where it changes bytes. */
export interface BackendContext {
  /** `'reference'`: give the reference implementation's result, defects included. */
  readonly compat?: 'reference' | undefined;
  /** Preview length in seconds, for the kinds that can be shortened. */
  readonly previewSeconds?: number | undefined;
  /** How the samples of sounds are stored: 16- or 24-bit integers or 32-bit floating point; 16 bit when absent. */
  readonly sampleFormat?: 'pcm16' | 'pcm24' | 'float32' | undefined;
  /** Dither integer samples, by noise that the spec's seed decides. */
  readonly dither?: boolean | undefined;
  /**
   * Bytes of a file by its path relative to the folder of the spec; `undefined` where there is none that may be read.
   * Whoever hands it in holds it to files that the cache key knows.
   */
  readonly readFile?: ((path: string) => Uint8Array | undefined) | undefined;
  /** Called with a stage's name when it starts; timings are the caller's matter. */
  readonly onStage?: ((stage: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A generator of assets. `generate` is pure: no file system, clock, environment or randomness but the spec's seed. */
export interface Backend {
  readonly name: string;
  readonly version: string;
  readonly kinds: readonly string[];
  generate(spec: Spec, context: BackendContext): Artifact[] | Promise<Artifact[]>;
}

/** Thrown by a backend that cannot make the asset; `issues` say why, with the backend's own codes (AUDIO_006, ...). */
export class BackendError extends Error {
  readonly issues: readonly Issue[];
  readonly code: string;
  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => issue.message).join('; '));
    this.name = 'BackendError';
    this.issues = issues;
    this.code = issues[0]?.code ?? 'E014';
  }
}
