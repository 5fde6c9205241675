import { expect, describe as group, it } from 'vitest';
import { completions, libraryPages } from './describe.ts';
import { LIBRARY } from './library/index.ts';

group('completions', () => {
  const { items } = completions();
  const item = (label: string) => items.find((each) => each.label === label)!;

  it('have every function once', () => {
    expect(items.map(({ label }) => label).sort()).toEqual(LIBRARY.map(({ name }) => name).sort());
  });

  it('insert a place for each required argument, named where that is needed', () => {
    expect(item('oscillator').insertText).toBe(`oscillator(\${1:frequency})`);
    expect(item('output').insertText).toBe(`output("\${1:path}", "\${2:format}")`);
    expect(item('tracker_song').insertText).toMatch(/^tracker_song\(format = "\$\{1:format\}", bpm = \$\{2:bpm\}/);
  });

  it('know what arguments may be', () => {
    const values = Object.fromEntries(item('oscillator').data.arguments.map(({ name, values: some }) => [name, some]));
    expect(values.waveform).toEqual(['"sine"', '"square"', '"sawtooth"', '"triangle"', '"pulse"']);
    expect(values.frequency).toBeUndefined();
  });

  it('describe a function for hovering', () => {
    expect(item('oscillator').detail).toMatch(/^oscillator\(frequency: float, waveform: str = "sine"/);
    const { value } = item('oscillator').documentation;
    expect(value).toContain('One waveform, with an optional sweep of its frequency.');
    expect(value).toContain('| `frequency` | `float`, above 0 | required |');
    expect(value).toContain('| `duty` | `float`, from 0 to 1 | `None` |');
    expect(value).toContain('```python\noscillator(440, "sawtooth", sweep_to = 110)\n```');
  });
});

it('pages have every function under its area', () => {
  const pages = libraryPages();
  expect(pages.map(({ area }) => area).sort()).toEqual([
    'animation',
    'audio',
    'character',
    'core',
    'mesh',
    'music',
    'texture',
  ]);
  for (const { name, category } of LIBRARY) {
    const page = pages.find(({ area }) => area === category.split('.')[0]);
    expect(page?.text).toContain(`\n### ${name}\n`);
  }
});
