/**
 * Runs the conformance cases and the worker mode of the built package in a browser without a window:
 * `node packages/starlark-wasm/test/run-browser.mjs [chromium]`. Exits with 1 for failures.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url);
const read = (path) => readFileSync(new URL(path, root));
const chapters = readdirSync(new URL('test/conformance/', root)).sort();

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

const TYPES = { js: 'text/javascript', wasm: 'application/wasm', txt: 'text/plain; charset=utf-8' };

const profile = mkdtempSync(join(tmpdir(), 'starlark-browser-'));
let browser;

function finish(report) {
  console.log(report);
  browser.kill();
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  process.exit(/ 0 failures\n/.test(report) && /worker: 1\.0, time terminated, 2$/.test(report) ? 0 : 1);
}

const server = createServer((request, response) => {
  const path = request.url.slice(1);
  const send = (type, body) => response.writeHead(200, { 'content-type': type }).end(body);
  if (path === '') return send('text/html', PAGE);
  if (path === 'cases.js') return send(TYPES.js, stripTypeScriptTypes(read('test/cases.ts').toString()));
  if (path === 'done') {
    let report = '';
    request.on('data', (chunk) => {
      report += chunk;
    });
    return request.on('end', () => finish(report));
  }
  try {
    send(TYPES[path.split('.').at(-1)], read(path));
  } catch {
    response.writeHead(404).end();
  }
});

server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}/`;
  const args = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, url];
  browser = spawn(process.argv[2] ?? 'chromium', args, { stdio: 'ignore' });
  browser.on('error', (error) => finish(`FAILED ${error.message}`));
  setTimeout(() => finish('FAILED no answer within 60 s'), 60_000).unref();
});
