/** What programs of other projects read in the modules of this folder. Skipped where they are not on the PATH. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { validateDocument } from '@speccade/spec';
import { trackerBackend } from '@speccade/tracker-xm-it';
import { describe, expect, it } from 'vitest';
import { readerOf, songSpecs } from './_specs.ts';

const PLAYERS = [
  ['openmpt123', ['--batch', '--info']],
  ['xmp', ['--load-only', '-v']],
] as const;
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const songs = Object.entries(songSpecs());

describe.each(PLAYERS)('%s', (player, args) => {
  it.skipIf(!has(player)).each(songs)('reads %s', async (name, document) => {
    const { spec } = await validateDocument(document, { forGeneration: true });
    const artifacts = await trackerBackend.generate(spec!, { readFile: readerOf(name) });
    const folder = mkdtempSync(join(tmpdir(), 'speccade-foreign-'));
    try {
      for (const { path, bytes, kind, metrics } of artifacts) {
        if (kind !== 'primary') continue;
        const file = join(folder, basename(path));
        writeFileSync(file, bytes);
        const { status, stdout, stderr } = spawnSync(player, [...args, file], { encoding: 'utf8' });
        const text = `${stdout}${stderr}`;
        expect(status, text).toBe(0);
        expect(text).toContain(String((metrics as { title: string }).title).slice(0, 20));
        expect(text).not.toMatch(/warning/i);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
