/**
 * Lets a browser without a window draw the pictures of `pictures.ts` on a canvas and compares the pixels:
 * `node packages/png/test/run-browser.mjs [chromium]`. Exits with 1 for failures.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samples } from './pictures.ts';

const PAGE = `<!doctype html><script type="module">
import { comparePictures, decodeByCanvas } from '/browser-page.mjs';
let report;
try {
  const pictures = await (await fetch('/pictures')).json();
  for (const picture of pictures) picture.bytes = Uint8Array.from(picture.bytes);
  const { count, wrong } = await comparePictures(pictures, decodeByCanvas);
  report = [...wrong, count + ' pictures, ' + wrong.length + ' failures'].join('\\n');
} catch (error) {
  report = 'FAILED ' + error.stack;
}
await fetch('/done', { method: 'POST', body: report });
</script>`;

const profile = mkdtempSync(join(tmpdir(), 'png-browser-'));
let browser;

function finish(report) {
  console.log(report);
  browser.kill();
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  process.exit(/^\d+ pictures, 0 failures$/.test(report) ? 0 : 1);
}

const server = createServer((request, response) => {
  const send = (type, body) => response.writeHead(200, { 'content-type': type }).end(body);
  if (request.url === '/') return send('text/html', PAGE);
  if (request.url === '/browser-page.mjs') {
    return send('text/javascript', readFileSync(new URL('./browser-page.mjs', import.meta.url)));
  }
  if (request.url === '/pictures') {
    const plain = samples().map((one) => ({ ...one, bytes: [...one.bytes], rgba: [...one.rgba] }));
    return send('application/json', JSON.stringify(plain));
  }
  if (request.url === '/done') {
    let report = '';
    request.on('data', (chunk) => {
      report += chunk;
    });
    return request.on('end', () => finish(report));
  }
  response.writeHead(404).end();
});

server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}/`;
  const args = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, url];
  browser = spawn(process.argv[2] ?? 'chromium', args, { stdio: 'ignore' });
  browser.on('error', (error) => finish(`FAILED ${error.message}`));
  setTimeout(() => finish('FAILED no answer within 60 s'), 60_000).unref();
});
