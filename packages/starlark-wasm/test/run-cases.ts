/** Runs all conformance cases without a test framework: `node|bun|deno run run-cases.ts`. Exits with 1 for failures. */
import { readdirSync, readFileSync } from 'node:fs';
import { createEngine } from '../src/index.ts';
import { readChapter, runCase } from './cases.ts';

const folder = new URL('./conformance/', import.meta.url);
let count = 0;
let failures = 0;
for (const file of readdirSync(folder).sort()) {
  const { options, load, cases } = readChapter(file, readFileSync(new URL(file, folder), 'utf8'));
  const engine = createEngine(options);
  for (const one of cases) {
    count++;
    const problem = await runCase(engine, one, load);
    if (problem === undefined) continue;
    failures++;
    console.log(`${one.name}: ${JSON.stringify(one.source)}: ${problem}`);
  }
  engine.close();
}
console.log(`${count} cases, ${failures} failures`);
process.exit(failures > 0 ? 1 : 0);
