/** From the recipe of a spec to the song that is made: compose songs are expanded first. */
import { BackendError, type Issue, parsePath, type Spec } from '@speccade/spec';
import type { ComposeParams } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { SongParams } from '@speccade/spec/kinds/music.tracker_song_v1';
import { dialectFor } from './dialects.ts';
import { expandSong } from './expand.ts';
import { ComposeError } from './fault.ts';

export const COMPOSE_KIND = 'music.tracker_song_compose_v1';

/** The song of a compose recipe, in the dialect that `compat` names. Throws `BackendError` with `MUSIC_COMPOSE_...`. */
export function expandRecipe(spec: Spec, compat: string | undefined): SongParams {
  const params = spec.recipe!.params as ComposeParams;
  try {
    return expandSong(params, { seed: spec.seed, dialect: dialectFor(compat) });
  } catch (error) {
    throw error instanceof ComposeError ? new BackendError(error.issues) : error;
  }
}

/**
 * Runs `make` on an expanded song. What it says of a cell is said of the pattern, with the row and the channel: the
 * document has no such cell.
 */
export function explainCells<T>(params: SongParams, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    throw new BackendError(error.issues.map((issue) => explain(issue, params)));
  }
}

function explain(issue: Issue, { patterns }: SongParams): Issue {
  const [, , , name, layout, index, ...member] = parsePath(issue.path);
  const note = layout === 'data' ? patterns[String(name)]?.data?.[Number(index)] : undefined;
  if (!note) return issue;
  const what = member.length > 0 ? `${member.join('.')}: ` : '';
  const path = issue.path.slice(0, issue.path.lastIndexOf('.data['));
  return { ...issue, path, message: `${what}${issue.message}, at row ${note.row}, channel ${note.channel}` };
}
