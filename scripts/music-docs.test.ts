/**
 * Holds the expressions in docs/music.md against what the page says that they come to. `UPDATE_DOCS=1` writes the results
 * into the page.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { validateDocument } from '@speccade/spec';
import type { ComposeParams, PatternExpr } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { type ExpandedNote, expandPatterns } from '@speccade/tracker-xm-it/compose';
import { expect, it } from 'vitest';

const file = new URL('../docs/music.md', import.meta.url);
const page = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');

const CHANNELS = ['lead', 'bass', 'drums', 'pad'];
const INSTRUMENTS = ['lead', 'bass', 'kick', 'hat'];
const ids = (names: readonly string[]) => Object.fromEntries(names.map((name, index) => [name, index]));

/** The harmony of the page: its one JSON block with chords and without a spec around it. */
const harmony = [...page.matchAll(/^```json\n([\s\S]*?)^```/gm)]
  .map(([, code = '']) => code)
  .find((code) => code.includes('"chords"') && !code.includes('spec_version'))!;

async function expand(program: PatternExpr): Promise<string> {
  const params = {
    format: 'xm',
    bpm: 125,
    speed: 6,
    channels: CHANNELS.length,
    timebase: { beats_per_bar: 4, rows_per_beat: 4 },
    channel_ids: ids(CHANNELS),
    instrument_ids: ids(INSTRUMENTS),
    instruments: INSTRUMENTS.map((name) => ({ name, synthesis: { type: 'sine' } })),
    harmony: JSON.parse(harmony),
    patterns: { example: { bars: 2, program } },
    arrangement: [{ pattern: 'example' }],
  };
  const { recipe, errors } = await validateDocument({ recipe: { kind: 'music.tracker_song_compose_v1', params } });
  if (!recipe) throw new Error(JSON.stringify(errors));
  return expandPatterns(recipe.params as ComposeParams, { seed: 1 })
    .example!.data.map(line)
    .join('');
}

function line({ row, channel, note, inst, vol, effect_name: effect, effect_xy: xy }: ExpandedNote): string {
  const parts = [
    String(row).padStart(2),
    CHANNELS[channel]!.padEnd(5),
    note || '(base)',
    INSTRUMENTS[inst ?? -1] ?? '-',
  ];
  if (vol !== undefined) parts.push(`v${vol}`);
  if (effect !== undefined) parts.push(effect, `${xy}`);
  return `${parts.join('  ')}\n`;
}

const EXAMPLE = /^```json\n(\{ "op"[\s\S]*?)^```\n\n```text\n([\s\S]*?)```/gm;

it('every example comes to what stands below it', async () => {
  const examples = [...page.matchAll(EXAMPLE)];
  expect(examples.length).toBeGreaterThan(9);
  let written = page;
  for (const [whole, code = '', result = ''] of examples) {
    const found = await expand(JSON.parse(code) as PatternExpr);
    if (process.env.UPDATE_DOCS === '1') {
      written = written.replace(whole, () => `\`\`\`json\n${code}\`\`\`\n\n\`\`\`text\n${found}\`\`\``);
    } else expect(found, code).toBe(result);
  }
  if (written !== page) writeFileSync(file, written);
});

it('no example is without its result', () => {
  const expressions = [...page.matchAll(/^```json\n\{ "op"/gm)];
  expect([...page.matchAll(EXAMPLE)]).toHaveLength(expressions.length);
});
