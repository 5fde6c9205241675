/** The backends that this binary carries, each loaded when there is work for it. */
import { AUDIO_BACKEND } from '@speccade/audio/identity';
import type { BackendSource } from '@speccade/pipeline';
import { TEXTURE_BACKEND } from '@speccade/texture/identity';
import { TRACKER_BACKEND } from '@speccade/tracker-xm-it/identity';

export const BACKENDS: readonly BackendSource[] = [
  { ...AUDIO_BACKEND, load: async () => (await import('@speccade/audio')).audioBackend },
  { ...TEXTURE_BACKEND, load: async () => (await import('@speccade/texture')).textureBackend },
  { ...TRACKER_BACKEND, load: async () => (await import('@speccade/tracker-xm-it')).trackerBackend },
];
