/** Who the backend is: apart from the rest, so that a cache key can be made without loading a synthesiser. */
export const AUDIO_BACKEND = {
  name: 'speccade-audio',
  /** Changes whenever the bytes of any output change. */
  version: '0.4.0',
  kinds: ['audio_v1'],
} as const;
