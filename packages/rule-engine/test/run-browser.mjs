/**
 * Runs the conformance vectors against the built package in a browser without a window, under a content security policy
 * that forbids generated code: `node packages/rule-engine/test/run-browser.mjs [chromium]`. Exits with 1 for failures.
 */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { runPage } from '../../../scripts/browser.ts';

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

const run = readFileSync(new URL('vectors/run.ts', import.meta.url), 'utf8');
const report = await runPage({
  page: PAGE,
  made: { '/page.js': SCRIPT, '/run.js': stripTypeScriptTypes(run) },
  root: new URL('..', import.meta.url),
  headers: { 'content-security-policy': "default-src 'self'; script-src 'self' 'unsafe-inline'" },
  browser: process.argv[2],
});
console.log(report);
process.exitCode = /^\d+ cases, 0 failures$/.test(report) ? 0 : 1;
