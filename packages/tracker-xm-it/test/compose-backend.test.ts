/** Compose songs through the backend: the modules of what they expand to, and errors that name the document's places. */
import { type Artifact, BackendError, loadKind, validateDocument } from '@speccade/spec';
import type { ComposeParams } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { trackerBackend } from '@speccade/tracker-xm-it';
import { dialectFor, expandSong } from '@speccade/tracker-xm-it/compose';
import { describe, expect, it } from 'vitest';
import { at, documentOf, type Json, songOf, span, stack, transform } from '../src/compose/_fixtures.ts';

const swing = { op: 'swing', amount_permille: 500, stride: 2, seed_salt: 's' };
const program = stack(transform(at(span(0, 15)), swing), at([3, 9], { channel: 2, inst: 1, note: 'E4', vol: 20 }));

async function make(document: Json, compat?: 'reference'): Promise<Artifact[]> {
  const { spec, errors } = await validateDocument(document);
  if (!spec) throw new Error(JSON.stringify(errors));
  return trackerBackend.generate(spec, { compat });
}

/** The document with its program replaced by what it expands to. */
async function expanded(document: Json, compat?: 'reference'): Promise<Json> {
  const { spec } = await validateDocument(document);
  const params = expandSong(spec!.recipe!.params as ComposeParams, { seed: 42, dialect: dialectFor(compat) });
  return { ...document, recipe: { kind: 'music.tracker_song_v1', params } };
}

describe('a compose song', () => {
  it.each([undefined, 'reference'] as const)('gives the bytes of its expansion (%s)', async (compat) => {
    const document = documentOf(songOf(program));
    const made = await make(document, compat);
    expect(made.map(({ path }) => path)).toEqual(['song.xm', 'song.xm.loops.json']);
    expect(made).toEqual(await make(await expanded(document, compat), compat));
  });

  it('is another one in the reference dialect, by the document or by the call', async () => {
    const document = documentOf(songOf(program));
    const byCall = await make(document, 'reference');
    expect(await make({ ...document, compat: 'reference' })).toEqual(byCall);
    expect(byCall[0]!.hash).not.toBe((await make(document))[0]!.hash);
  });

  it('refers to the files of its instruments', async () => {
    const module = await loadKind('music.tracker_song_compose_v1');
    const instruments = [{ wav: 'kick.wav' }, { ref: 'snare.json' }, { wav: 'kick.wav' }];
    expect(module!.files!({ instruments } as never)).toEqual(['kick.wav', 'snare.json']);
  });
});

describe('errors', () => {
  async function issueOf(params: unknown) {
    const error = await make(documentOf(params)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BackendError);
    return (error as BackendError).issues[0]!;
  }

  it('of the expansion have their own codes', async () => {
    expect(await issueOf(songOf(at([40])))).toMatchObject({
      code: 'MUSIC_COMPOSE_007',
      path: 'recipe.params.patterns.verse',
    });
  });

  it('of expanded cells name the pattern, the row and the channel', async () => {
    const issue = await issueOf(songOf(stack(at([0]), at([5], { channel: 2, effect_name: 'no_such_effect' }))));
    expect(issue).toMatchObject({ code: 'MUSIC_001', path: 'recipe.params.patterns.verse' });
    expect(issue.message).toMatch(/^effect_name: .*, at row 5, channel 2$/);
  });
});
