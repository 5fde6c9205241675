import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, cliJson, folderWith, soundSpec } from './harness.ts';

const song = {
  ...soundSpec('tune'),
  asset_type: 'music',
  outputs: ['xm', 'it'].map((format) => ({ kind: 'primary', format, path: `tune.${format}` })),
  recipe: {
    kind: 'music.tracker_song_v1',
    params: {
      format: 'xm',
      name: 'A tune',
      bpm: 125,
      speed: 6,
      channels: 4,
      instruments: [
        { name: 'lead', synthesis: { type: 'square' } },
        { name: 'spare', synthesis: { type: 'sine' } },
      ],
      patterns: {
        a: {
          rows: 8,
          data: [
            { note: 'C4', inst: 0 },
            { row: 4, channel: 2, note: 'G4', inst: 0 },
          ],
        },
        b: { rows: 8 },
      },
      arrangement: [{ pattern: 'a', repeat: 2 }],
    },
  },
};

async function made(): Promise<string> {
  const root = folderWith({ 'tune.json': song });
  expect((await cliJson(['generate', 'tune.json', '-o', 'out', '--no-cache'], root)).json.errors).toEqual([]);
  return root;
}

describe('analyze', () => {
  it.each(['xm', 'it'])(
    'says of a module in %s what music facts says of its spec, and how it sounds',
    async (format) => {
      const root = await made();
      const { code, json } = await cliJson(['analyze', `out/tune.${format}`], root);
      expect(code).toBe(0);
      const { asset_type: type, metrics } = json.result;
      const { render, ...facts } = metrics;
      expect(type).toBe('music');
      const ofSpec = (await cliJson(['music', 'facts', 'tune.json', '--format', format], root)).json.result;
      const byNumber = { notes_per_pattern: { 0: 2, 1: 0 }, unused_patterns: ['1'] };
      expect(facts).toEqual({ ...ofSpec, ...byNumber });
      expect(facts).toMatchObject({
        ...{ format, title: 'A tune', seconds: 1.92, channels: 4, channels_used: 2, silent_channels: [1, 3] },
        ...{ orders: 2, patterns: 2, samples: 2, notes: 4, out_of_range_notes: 0, unused_instruments: [1] },
      });
      expect(render).toMatchObject({ song_seconds: 1.92, sample_rate: 48000, clipped_samples: 0 });
      expect(render.lufs_integrated).toBeGreaterThan(-40);
      expect(render.true_peak_db).toBeGreaterThanOrEqual(render.peak_db);
    },
  );

  it('takes the spec as well, and prints both as a table', async () => {
    const root = await made();
    const spec = (await cliJson(['analyze', 'tune.json', '--format', 'it'], root)).json.result.metrics;
    const module = (await cliJson(['analyze', 'out/tune.it'], root)).json.result.metrics;
    expect(spec).toEqual({ ...module, notes_per_pattern: { a: 2, b: 0 }, unused_patterns: ['b'] });
    const { out } = await cli(['analyze', 'out/tune.xm'], root);
    expect(out).toMatch(/^file +out\/tune\.xm\ntitle +A tune\nformat +XM\nlength +1\.92 s\n/);
    expect(out).toContain('instruments  2, unused: spare\n');
    expect(out).toMatch(/^clipping +no$/m);
    const folder = await cli(['analyze', '--input-dir', 'out'], root);
    expect(folder.out).toMatch(/^file +format +seconds .*\nout\/tune\.it +it +1\.92 +4 +2 +4 .*\nout\/tune\.xm +xm /);
    const rows = (await cli(['analyze', 'out/tune.xm', '--output-format', 'csv'], root)).out.split('\n');
    expect(rows[0]).toContain('render.lufs_integrated');
    expect(rows[1]).not.toContain('undefined');
  });

  it('refuses damaged modules and specs of other things with an issue', async () => {
    const root = await made();
    const bytes = readFileSync(join(root, 'out/tune.it'));
    writeFileSync(join(root, 'cut.it'), bytes.subarray(0, 900));
    writeFileSync(join(root, 'text.xm'), 'no module');
    writeFileSync(join(root, 'beep.json'), JSON.stringify(soundSpec('beep')));
    for (const [file, code] of [
      ['cut.it', 'CLI_014'],
      ['text.xm', 'CLI_014'],
      ['beep.json', 'CLI_011'],
      ['gone.json', 'CLI_001'],
    ]) {
      const { code: exit, json } = await cliJson(['analyze', file!], root);
      expect([exit, json.errors]).toMatchObject([1, [{ code, file }]]);
    }
  });

  it('ends in numbers or an issue whatever byte of a module is wrong', async () => {
    const root = await made();
    const good = readFileSync(join(root, 'out/tune.xm'));
    let seed = 1;
    for (let run = 0; run < 25; run++) {
      const bytes = Buffer.from(good);
      for (let i = 0; i < 3; i++) {
        seed = Math.imul(seed, 1103515245) + 12345;
        // The headers are where bytes mean most.
        bytes[(seed >>> 8) % 800] = seed >>> 24;
      }
      writeFileSync(join(root, 'bad.xm'), bytes);
      const { code, json } = await cliJson(['analyze', 'bad.xm'], root);
      if (code === 0) expect(json.result.metrics.render.seconds).toBeLessThan(601);
      else expect(json.errors).toMatchObject([{ code: 'CLI_014', file: 'bad.xm' }]);
    }
  });
});

describe('compare', () => {
  it('compares songs by their renders', async () => {
    const root = await made();
    const { code, json } = await cliJson(['compare', 'out/tune.xm', 'out/tune.it'], root);
    expect([code, json.result]).toMatchObject([
      0,
      { asset_type: 'music', identical: false, metrics: { type: 'audio' } },
    ]);
    expect(Math.abs(json.result.metrics.lufs_delta)).toBeLessThan(1);
    const same = (await cliJson(['compare', 'out/tune.xm', 'out/tune.xm'], root)).json.result;
    expect([same.identical, same.metrics.samples_identical]).toEqual([true, true]);
    expect((await cliJson(['compare', 'out/tune.xm', 'tune.json'], root)).json.errors[0].code).toBe('CLI_011');
  });
});
