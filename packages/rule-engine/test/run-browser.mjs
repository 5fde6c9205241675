/**
 * Runs the conformance vectors against the built package in a browser without a window, under a content security policy
 * that forbids generated code: `node packages/rule-engine/test/run-browser.mjs [chromium]`. Exits with 1 for failures.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url);
const read = (path) => readFileSync(new URL(path, root));

const PAGE = `<!doctype html>
<script type="importmap">{ "imports": { "@noble/hashes/": "/node_modules/@noble/hashes/" } }</script>
<script type="module" src="/page.js"></script>`;

const SCRIPT = `import * as engine from '/dist/index.js';
import { runVectors, VECTOR_FILES } from '/run.js';
let report;
try {
  const files = {};
  for (const name of VECTOR_FILES) files[name] = await (await fetch('/vectors/' + name)).json();
  const { count, failures } = runVectors(engine, files);
  report = [...failures, count + ' cases, ' + failures.length + ' failures'].join('\\n');
} catch (error) {
  report = 'FAILED ' + error.stack;
}
await fetch('/done', { method: 'POST', body: report });
`;

const TYPES = { js: 'text/javascript', json: 'application/json' };
const POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'";

const profile = mkdtempSync(join(tmpdir(), 'rules-browser-'));
let browser;

function finish(report) {
  console.log(report);
  browser.kill();
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  process.exit(/^\d+ cases, 0 failures$/.test(report) ? 0 : 1);
}

const server = createServer((request, response) => {
  const path = request.url.slice(1);
  const send = (type, body) =>
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
  if (path === '') return send('text/html', PAGE);
  if (path === 'page.js') return send(TYPES.js, SCRIPT);
  if (path === 'run.js') return send(TYPES.js, stripTypeScriptTypes(read('test/vectors/run.ts').toString()));
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
