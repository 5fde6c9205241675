import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { ScriptThread } from './script-thread.ts';

const wasm = new URL('../../../../packages/starlark-wasm/wasm/starlark.wasm', import.meta.url);
const request = { path: 'a.star', file: '/a.star', bytes: new Uint8Array(), cwd: '/', loadRoot: undefined };

/** A thread that grants 50 ms and then does `body` with each request. */
function threadOf(body: string, engine = wasm): ScriptThread {
  const file = join(mkdtempSync(join(tmpdir(), 'speccade-thread-')), 'worker.mjs');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
    parentPort.once('message', () => {
      parentPort.on('message', (request) => { ${body} });
      parentPort.postMessage({ patience: 50 });
    });`,
  );
  return new ScriptThread(pathToFileURL(file), engine);
}

it('gives what its thread answers', async () => {
  const thread = threadOf('parentPort.postMessage({ ok: false, issues: [request.path] })');
  expect(await thread.evaluate(request)).toEqual({ ok: false, issues: ['a.star'] });
  expect(await thread.evaluate(request)).toEqual({ ok: false, issues: ['a.star'] });
  expect(thread.ended).toBe(false);
});

it.each([
  ['never comes back', 'for (;;) {}', 'took longer than 50 ms'],
  ['throws', 'throw new Error("no")', 'no'],
  ['ends', 'process.exit(3)', 'code 3'],
])('is ended when it %s', async (_, body, reason) => {
  const thread = threadOf(body);
  const result = await thread.evaluate(request);
  expect(!result.ok && result.issues).toMatchObject([{ code: 'S003', message: expect.stringContaining(reason) }]);
  expect(thread.ended).toBe(true);
});

it('says when there is no engine', async () => {
  const thread = threadOf('', new URL('./nowhere.wasm', import.meta.url));
  const result = await thread.evaluate(request);
  expect(!result.ok && result.issues[0]!.message).toContain('the Starlark engine cannot be loaded');
});
