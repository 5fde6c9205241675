import type { Issue } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { locateInScript } from './locate-script.ts';

const SOURCE = `# volume, speed
TEXT = """attack"""
def tone(f):
    return audio_layer(oscillator(f), envelope(0.1), volume = 2)

spec(recipe = {"kind": "audio_v1", "params": {"duration_seconds": -1, 'effects': [{"type": "delay"}, {"type": "x"}]}})
`;

const at = (path: string) => {
  const issue: Issue = { code: 'E012', severity: 'error', message: 'no', path };
  const [{ line, column, trace }] = locateInScript([issue], SOURCE) as [Issue];
  return line === undefined ? undefined : [line, column, trace?.sourceLine?.slice(column! - 1, column! + 5)];
};

describe('a finding about the document of a script', () => {
  it.each([
    ['recipe.params.duration_seconds', 6, '"durat'],
    ['recipe.params.layers[0].volume', 4, 'volume'],
    ['recipe.params.layers[0].envelope.attack', 4, 'envelo'],
    ['recipe.params.effects[1].type', 6, "'effec"],
    ['recipe.params.layers[0].synthesis', undefined, undefined],
    ['recipe.params', undefined, undefined],
    ['', undefined, undefined],
  ])('%s lies where its innermost key is named, if that is one place', (path, line, text) => {
    const found = at(path);
    expect(found?.[0]).toBe(line);
    expect(found?.[2]).toBe(text);
  });

  it('is found in the last line too, and after CRLF', () => {
    const issue: Issue = { code: 'E012', severity: 'error', message: 'no', path: 'seed' };
    expect(locateInScript([issue], 'a = 1\r\nspec(seed = -1)')[0]).toMatchObject({ line: 2, column: 6 });
    expect(locateInScript([issue], 'x = {"seed": -1}\r\n')[0]).toMatchObject({
      line: 1,
      trace: { sourceLine: 'x = {"seed": -1}' },
    });
  });
});
