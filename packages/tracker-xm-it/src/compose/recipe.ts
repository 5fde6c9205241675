/** From the recipe of a spec to the song that is made: compose songs are expanded first. */
import { BackendError, type Findings, formatPath, type Issue, type PathStep, type Spec } from '@speccade/spec';
import type { ComposeParams } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { checkPatterns, type SongParams } from '@speccade/spec/kinds/music.tracker_song_v1';
import { dialectFor } from './dialects.ts';
import { expandSong } from './expand.ts';
import { ComposeError } from './fault.ts';

export const COMPOSE_KIND = 'music.tracker_song_compose_v1';

/**
 * The song of a compose recipe, in the dialect that `compat` names. Throws `BackendError`: with `MUSIC_COMPOSE_...` where
 * the expansion ends, with `MUSIC_001` for cells that no module can hold, all of them at once.
 */
export function expandRecipe(spec: Spec, compat: string | undefined): SongParams {
  const params = spec.recipe!.params as ComposeParams;
  try {
    const song = expandSong(params, { seed: spec.seed, dialect: dialectFor(compat) });
    // The reference drops what it cannot write beside a key off; its makers say what they do not take.
    if (compat !== 'reference') requireCells(song, spec);
    return song;
  } catch (error) {
    throw error instanceof ComposeError ? new BackendError(error.issues) : error;
  }
}

/** Holds expanded cells to the rules of plain songs. */
function requireCells(song: SongParams, spec: Spec): void {
  const issues: Issue[] = [];
  const findings: Findings = {
    error: (_code, path, message, more) => {
      issues.push({ ...explain(path, message, song), code: 'MUSIC_001', severity: 'error', ...more });
    },
    warn() {},
  };
  checkPatterns(song, spec, findings);
  if (issues.length > 0) throw new BackendError(issues);
}

/** The document has no such cell: what is said of it is said of the pattern, with the row and the channel. */
function explain(
  path: readonly PathStep[],
  message: string,
  { patterns }: SongParams,
): { path: string; message: string } {
  const [, , , name, layout, index, ...member] = path;
  const note = layout === 'data' ? patterns[String(name)]?.data?.[Number(index)] : undefined;
  if (!note) return { path: formatPath(path), message };
  const what = member.length > 0 ? `${member.join('.')}: ` : '';
  return {
    path: formatPath(path.slice(0, 4)),
    message: `${what}${message}, at row ${note.row}, channel ${note.channel}`,
  };
}
