import { expect, it } from 'vitest';
import { dumpLibrary, searchLibrary, signature } from './dump.ts';

const find = (name: string) => dumpLibrary().functions.find((each) => each.name === name)!;

it('has defaults, choices and ranges', () => {
  expect(find('bandpass').params).toEqual([
    { name: 'center', type: 'float', required: true, range: { min: 0, exclusive_min: true } },
    { name: 'resonance', type: 'float', required: false, default: 1, range: { min: 0, exclusive_min: true } },
    { name: 'sweep_to', type: 'float', required: false, default: null, range: { min: 0, exclusive_min: true } },
  ]);
  expect(find('noise_burst').params[0]).toMatchObject({ default: 'white', enum_values: ['white', 'pink', 'brown'] });
});

it('is sorted and names everything once', () => {
  const keys = dumpLibrary().functions.map(({ category, name }) => `${category} ${name}`);
  expect(keys).toEqual([...keys].sort());
  expect(new Set(dumpLibrary().functions.map(({ name }) => name)).size).toBe(keys.length);
});

it('writes signatures', () => {
  expect(signature(find('cabinet_sim'))).toBe('cabinet_sim(*, cabinet_type: str, mic_position: float = 0)');
  expect(signature(find('noise_burst'))).toBe('noise_burst(noise_type: str = "white", filter: typing.Any = None)');
});

it('finds functions by name, then by what they say', () => {
  const names = searchLibrary('vocoder').map(({ name }) => name);
  expect(names.slice(0, 2)).toEqual(['vocoder', 'vocoder_band']);
  expect(searchLibrary('bandpass').map(({ name }) => name)[0]).toBe('bandpass');
  expect(searchLibrary('nothing like this')).toEqual([]);
});
