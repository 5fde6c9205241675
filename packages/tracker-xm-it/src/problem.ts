import { BackendError, formatPath, type PathStep } from '@speccade/spec';

export type MusicCode = 'MUSIC_001' | 'MUSIC_002' | 'MUSIC_003' | 'MUSIC_005' | 'MUSIC_006' | 'MUSIC_007' | 'MUSIC_008';

/** What keeps a song from being made, as one issue; `path` is relative to the parameters. */
export function problem(
  code: MusicCode,
  path: readonly PathStep[],
  message: string,
  more: { readonly expected?: string; readonly found?: string } = {},
): BackendError {
  return new BackendError([
    { code, severity: 'error', path: formatPath(['recipe', 'params', ...path]), message, ...more },
  ]);
}
