/**
 * Statements about what made which files: in-toto Statement v1 with the SLSA Provenance v1 predicate
 * (https://in-toto.io/Statement/v1, https://slsa.dev/provenance/v1). Deterministic: the same run gives the same bytes,
 * unless times are asked for.
 */
import { canonicalize } from '@speccade/spec';
import { assertLocalUri, assertRelativePath } from './local-uri.ts';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
export const BUILD_TYPE = 'https://speccade.dev/buildtypes/generate/v1';

/** `local`: provenance exists (Build L1). `ci`: only for a hosted builder that signs what it builds. */
export const BUILDER_IDS = {
  local: 'https://speccade.dev/builders/local/v1',
  ci: 'https://speccade.dev/builders/ci/v1',
} as const;

/** Algorithm name to lower-case hex. */
export type DigestSet = Readonly<Record<string, string>>;

/** The members of an in-toto ResourceDescriptor that we use. */
export interface ResourceDescriptor {
  readonly name?: string;
  readonly uri?: string;
  readonly digest?: DigestSet;
  readonly mediaType?: string;
}

/** A file that was made; its name is relative to the output root. Consumers match by digest alone. */
export interface Subject {
  readonly name: string;
  /** Of the whole file. `blake3` is an extra that consumers who do not know it ignore. */
  readonly digest: { readonly sha256: string; readonly blake3?: string };
}

export interface Statement {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly Subject[];
  readonly predicateType: typeof PREDICATE_TYPE;
  readonly predicate: {
    readonly buildDefinition: {
      readonly buildType: string;
      readonly externalParameters: {
        readonly spec: string;
        readonly budgetProfile: string;
        readonly options: Readonly<Record<string, string | number | boolean>>;
      };
      readonly internalParameters: { readonly key: string; readonly keyInput: object };
      readonly resolvedDependencies: readonly ResourceDescriptor[];
    };
    readonly runDetails: {
      readonly builder: { readonly id: string; readonly version: Readonly<Record<string, string>> };
      readonly metadata?: RunTimes;
      readonly byproducts?: readonly ResourceDescriptor[];
    };
  };
}

/** When a run took place; times are ISO 8601 in UTC. */
export interface RunTimes {
  readonly invocationId: string;
  readonly startedOn: string;
  readonly finishedOn: string;
}

/** What a statement is made from. */
export interface StatementRun {
  /** At least one file. */
  readonly subjects: readonly Subject[];
  /** Path of the spec, relative to the project. */
  readonly spec: string;
  readonly budgetProfile: string;
  /** What the caller chose and a verifier should judge. */
  readonly options?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** Cache key of the run, and what it was made from. */
  readonly key: string;
  readonly keyInput: object;
  /** The spec itself, files it refers to, the source revision, packages. */
  readonly dependencies: readonly ResourceDescriptor[];
  readonly builder: keyof typeof BUILDER_IDS;
  /** Tools by name, such as `{ speccade: '1.2.0', node: '24' }`. */
  readonly versions: Readonly<Record<string, string>>;
  readonly byproducts?: readonly ResourceDescriptor[] | undefined;
  /** Makes the statement differ from run to run; left out by default. */
  readonly times?: RunTimes | undefined;
}

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The statement of a run. Throws `RangeError` for no subject, a subject without a SHA-256, and anything that would name
 * the machine: absolute paths, absolute `file:` URIs, URIs with a user name.
 */
export function statementFor(run: StatementRun): Statement {
  if (run.subjects.length === 0) throw new RangeError('subjects must not be empty');
  for (const { name, digest } of run.subjects) {
    assertRelativePath(name, 'subject name');
    if (!SHA256.test(digest.sha256)) throw new RangeError('subject digest.sha256 must be 64 lower-case hex digits');
  }
  assertRelativePath(run.spec, 'spec');
  for (const resource of [...run.dependencies, ...(run.byproducts ?? [])]) {
    if (resource.uri !== undefined) assertLocalUri(resource.uri, 'uri of a dependency or byproduct');
    if (resource.name !== undefined) assertRelativePath(resource.name, 'name of a dependency or byproduct');
  }
  return {
    _type: STATEMENT_TYPE,
    subject: run.subjects,
    predicateType: PREDICATE_TYPE,
    predicate: {
      buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: { spec: run.spec, budgetProfile: run.budgetProfile, options: run.options ?? {} },
        internalParameters: { key: run.key, keyInput: run.keyInput },
        resolvedDependencies: run.dependencies,
      },
      runDetails: {
        builder: { id: BUILDER_IDS[run.builder], version: run.versions },
        ...(run.times !== undefined && { metadata: run.times }),
        ...(run.byproducts !== undefined && { byproducts: run.byproducts }),
      },
    },
  };
}

/** The bytes of a statement: canonical JSON (RFC 8785) in UTF-8, what is hashed, signed and compared. */
export function statementBytes(statement: Statement): Uint8Array {
  return new TextEncoder().encode(canonicalize(statement));
}
