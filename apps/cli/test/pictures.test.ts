import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPng } from '@speccade/texture/analysis';
import { describe, expect, it } from 'vitest';
import { cli, cliJson, filesIn, folderWith, soundSpec, speccade } from './harness.ts';

const GRAPH = {
  spec_version: 1,
  asset_id: 'stone',
  asset_type: 'texture',
  license: 'CC0-1.0',
  seed: 7,
  description: 'Three nodes, two of them an output',
  outputs: [
    { kind: 'primary', format: 'png', path: 'stone_height.png', source: 'bumps' },
    { kind: 'primary', format: 'png', path: 'stone_albedo.png', source: 'rock/color' },
  ],
  recipe: {
    kind: 'texture.procedural_v1',
    params: {
      resolution: [32, 32],
      tileable: true,
      nodes: [
        { id: 'bumps', type: 'noise', noise: { algorithm: 'perlin', scale: 0.1 } },
        { id: 'steep', type: 'invert', input: 'bumps' },
        { id: 'rock/color', type: 'color_ramp', input: 'bumps', ramp: ['#202020', '#c0b0a0'] },
      ],
    },
  },
};

describe('inspect', () => {
  it('writes a picture of every node, and the outputs', async () => {
    const root = folderWith({ 'stone.json': GRAPH });
    const { code, json } = await cliJson(['inspect', 'stone.json', '-o', 'look'], root);
    expect(code).toBe(0);
    expect(filesIn(join(root, 'look'))).toEqual([
      'intermediates/bumps.png',
      'intermediates/rock_color.png',
      'intermediates/steep.png',
      'stone_albedo.png',
      'stone_height.png',
    ]);
    expect(json.result).toMatchObject({
      out_dir: 'look',
      intermediates: [
        { id: 'bumps', format: 'png', path: 'intermediates/bumps.png', hash: expect.any(String) },
        { id: 'rock_color' },
        { id: 'steep' },
      ],
      final_outputs: [{ id: 'stone_height' }, { id: 'stone_albedo' }],
    });
    const [bumps, steep] = ['bumps', 'steep'].map((id) =>
      readPng(readFileSync(join(root, `look/intermediates/${id}.png`))),
    );
    expect(bumps!.data[5]! + steep!.data[5]!).toBe(255);
  });

  it('writes nothing without a folder, and for kinds without intermediate results only the outputs', async () => {
    const root = folderWith({ 'stone.json': GRAPH, 'beep.json': soundSpec('beep') });
    expect((await cli(['inspect', 'stone.json'], root)).out).toContain('3 intermediate results; --out-dir writes them');
    expect(filesIn(root)).toEqual(['beep.json', 'stone.json']);
    const { json } = await cliJson(['inspect', 'beep.json', '-o', 'look'], root);
    expect(json.result).toMatchObject({ intermediates: [], final_outputs: [{ id: 'beep' }, {}] });
    expect((await cli(['inspect', 'beep.json'], root)).out).toContain('audio_v1 has no intermediate results');
  });

  it('tells what is wrong', async () => {
    const broken = { ...GRAPH, outputs: [{ ...GRAPH.outputs[0], source: 'nowhere' }] };
    const { code, json } = await cliJson(['inspect', 'a.json', '-o', 'look'], folderWith({ 'a.json': broken }));
    expect([code, json.success]).toEqual([1, false]);
  });
});

describe('preview', () => {
  it('puts the pictures on one sheet, maps in the usual order, and the first one two by two', () => {
    const root = folderWith({ 'stone.json': GRAPH });
    const { status, stdout } = speccade(['preview', 'stone.json', '--panel-size', '64', '--json'], root);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).result).toMatchObject({
      path: 'stone.preview.png',
      pictures: ['stone_albedo', 'stone_height', 'stone_albedo 2x2'],
    });
    const sheet = readPng(readFileSync(join(root, 'stone.preview.png')));
    expect([sheet.width, sheet.height]).toEqual([8 + 2 * 72, 8 + 2 * 89]);
  });

  it('shows the picture of a sound, and says when there is nothing', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep'), 'bad.json': { ...GRAPH, seed: -1 } });
    const { code, json } = await cliJson(['preview', 'beep.json', '-o', 'deep/b.png'], root);
    expect(code).toBe(0);
    expect(json.result.pictures).toEqual(['beep_preview.waveform']);
    expect(existsSync(join(root, 'deep/b.png'))).toBe(true);
    expect((await cliJson(['preview', 'bad.json'], root)).json.errors[0].code).toBe('E004');
    expect(filesIn(root)).toEqual(['bad.json', 'beep.json', 'deep/b.png']);
  });
});
