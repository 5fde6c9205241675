/** Runs the conformance vectors under whatever runtime runs this file. Exits by an error for failures. */
import { readFileSync } from 'node:fs';
import * as engine from '../src/index.ts';
import { runVectors, VECTOR_FILES } from './vectors/run.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8'));
const { count, failures } = runVectors(
  engine as never,
  Object.fromEntries(VECTOR_FILES.map((name) => [name, read(name)])),
);
for (const failure of failures) console.log(failure);
console.log(`${count} cases, ${failures.length} failures`);
