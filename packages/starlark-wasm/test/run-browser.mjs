/**
 * Runs the conformance cases and the worker mode of the built package in a browser without a window:
 * `node packages/starlark-wasm/test/run-browser.mjs [chromium]`. Exits with 1 for failures.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { runPage } from '../../../scripts/browser.ts';

const chapters = readdirSync(new URL('conformance/', import.meta.url)).sort();

const PAGE = `<!doctype html><script type="module">
import { createEngine } from '/dist/index.js';
import { createWorkerEngine } from '/dist/worker.js';
import { readChapter, runCase } from '/cases.js';
const lines = [];
try {
  const started = performance.now();
  await createEngine().eval({ filename: 'a', source: '1' });
  lines.push('first result after ' + Math.round(performance.now() - started) + ' ms');
  let count = 0, failures = 0;
  for (const file of ${JSON.stringify(chapters)}) {
    const text = await (await fetch('/test/conformance/' + file)).text();
    const { options, load, cases } = readChapter(file, text);
    const engine = createEngine(options);
    for (const one of cases) {
      count++;
      const problem = await runCase(engine, one, load);
      if (problem !== undefined) failures++, lines.push(one.name + ': ' + problem);
    }
  }
  lines.push(count + ' cases, ' + failures + ' failures');
  const worker = createWorkerEngine({ limits: { milliseconds: 300 }, graceMilliseconds: 200 });
  const run = async (source) => {
    const { json, error } = await worker.eval({ filename: 'a', source });
    return json ?? error.limit + ' ' + error.message.split(' ').at(-1);
  };
  lines.push('worker: ' + [await run('1.0'), await run('x = 3\\nfor i in range(60):\\n    x *= x'), await run('2')].join(', '));
} catch (error) {
  lines.push('FAILED ' + error.stack);
}
await fetch('/done', { method: 'POST', body: lines.join('\\n') });
</script>`;

const cases = readFileSync(new URL('cases.ts', import.meta.url), 'utf8');
const report = await runPage({
  page: PAGE,
  made: { '/cases.js': stripTypeScriptTypes(cases) },
  root: new URL('..', import.meta.url),
  browser: process.argv[2],
});
console.log(report);
process.exitCode = / 0 failures\n/.test(report) && /worker: 1\.0, time terminated, 2$/.test(report) ? 0 : 1;
