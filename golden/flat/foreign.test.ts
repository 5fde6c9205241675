/** What a program of another project reads in our pictures. Skipped where it is not on the PATH. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateDocument } from '@speccade/spec';
import { textureBackend } from '@speccade/texture';
import { expect, it } from 'vitest';
import { flatSpecs } from './_specs.ts';

const pictures = Object.entries(flatSpecs()).filter(([, { outputs }]) => outputs[0]!.format === 'png');
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

it.skipIf(!has('pngcheck')).each(pictures)('pngcheck reads %s', async (_name, document) => {
  const { spec } = await validateDocument(document, { forGeneration: true });
  const [png] = await textureBackend.generate(spec!, {});
  const folder = mkdtempSync(join(tmpdir(), 'speccade-foreign-'));
  try {
    const path = join(folder, 'a.png');
    writeFileSync(path, png!.bytes);
    const { status, stdout, stderr } = spawnSync('pngcheck', [path], { encoding: 'utf8' });
    const { width, height } = png!.metrics as { width: number; height: number };
    expect(status, `${stdout}${stderr}`).toBe(0);
    expect(stdout).toContain(`${width}x${height}, 32-bit RGB+alpha`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
