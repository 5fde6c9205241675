/** That a script which wants all memory leaves the process as small as the maximum promises. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { MEMORY_MAXIMUM } from '../src/index.ts';

/** The build: compiling TypeScript takes memory of its own. */
const engine = new URL('../dist/index.js', import.meta.url).href;

/** Peak memory of a process that evaluates one script, in bytes. */
function peakOf(source: string): { readonly peak: number; readonly limit: string | undefined } {
  const program = `
    import { createEngine } from ${JSON.stringify(engine)};
    const { error } = await createEngine({ limits: { steps: 1e9, milliseconds: 60000 } }).eval({ filename: 'a.star', source: ${JSON.stringify(source)} });
    console.log(JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024, limit: error?.limit }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

it.each([
  ['a string of a gigabyte', '"a" * 1000000000'],
  ['a list that doubles', 'x = [0]\nfor i in range(40):\n    x = x + x'],
  ['a dict that grows', 'd = {}\nfor i in range(100000000):\n    d[i] = i'],
  ['sorting 50 million', 'sorted(range(50000000))'],
])('%s', (_, source) => {
  const { peak, limit } = peakOf(source);
  expect(limit).toBe('memory');
  expect(peak).toBeLessThan(MEMORY_MAXIMUM + 100e6);
});
