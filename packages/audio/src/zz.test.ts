import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { it } from 'vitest';
import { audioParams } from '@speccade/spec/kinds/audio_v1';
import { renderParams, quantize, writeWav, waveformImage } from './index.ts';
import { deflateSync } from 'node:zlib';
import { createHash } from 'node:crypto';
it('corpus', () => {
  const C = '/work/shared/corpus/'; const OUT = '/tmp/audio-out-' + (process.env.MODE ?? 'reference');
  const simple = new Set(['oscillator','multi_oscillator','fm_synth','noise_burst','karplus_strong','additive']);
  let n = 0, same = 0, sec = 0, t = 0, pix = 0; const bad: string[] = []; const names: string[] = [];
  for (const line of readFileSync(C + 'facts.jsonl', 'utf8').split('\n').filter(Boolean)) {
    const f = JSON.parse(line); if (f.kind !== 'audio_v1' || !f.generates) continue;
    const spec = JSON.parse(readFileSync(`${C}specs/${f.name}.json`, 'utf8'));
    const raw = Object.fromEntries(Object.entries(spec.recipe.params).filter(([k]) => !k.startsWith('_coverage_')));
    const p = audioParams.parse(raw);
    if (p.effects.length || !p.layers.every((l) => simple.has(l.synthesis.type))) continue;
    n++; names.push(f.name);
    const t0 = performance.now();
    const r = renderParams(p, spec.seed, { compat: process.env.MODE === 'default' ? undefined : 'reference' });
    const pcm = quantize(r.channels);
    t += performance.now() - t0; sec += r.channels[0]!.length / r.sampleRate;
    const wav = writeWav(pcm, { sampleRate: r.sampleRate, channels: r.channels.length });
    const o = f.outputs.find((x: any) => x.type === 'wav'); const g = f.outputs.find((x: any) => x.type === 'png');
    const file = join(OUT, f.name, o.path); mkdirSync(dirname(file), { recursive: true }); writeFileSync(file, wav);
    const ok = createHash('sha256').update(wav).digest('hex') === o.sha256;
    if (ok) same++; else bad.push(f.name);
    const px = createHash('sha256').update(waveformImage(pcm, r.channels.length)).digest('hex').slice(0,32);
    if (g) { if (px === g.pixels) pix++; else bad.push('PIX ' + f.name + ' ' + Object.keys(g)); }
  }
  console.log(n, 'same', same, 'pixels', pix, 'x realtime', (sec / t * 1000).toFixed(1), bad.join('\n'));
  writeFileSync('/tmp/audio-names', names.join('\n'));
});
