import type { Artifact, BackendContext, Spec } from '@speccade/spec';

/** Makes the files of one recipe kind from a validated spec. Throws `BackendError` for what validation cannot know. */
export type Maker = (spec: Spec, context: BackendContext) => Artifact[] | Promise<Artifact[]>;
