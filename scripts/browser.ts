/** Pages that tests run in a real browser without a window. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
/** Milliseconds in which a page has to answer. */
const PATIENCE = 60_000;

/** The command of a browser on the PATH; undefined, and a notice, where there is none. */
export function findBrowser(): string | undefined {
  const found = NAMES.find((name) => spawnSync(name, ['--version']).error === undefined);
  if (!found) console.log('chromium is not on the PATH: skipped');
  return found;
}

export interface Page {
  /** HTML, of the path `/`. */
  page: string;
  /** Texts of paths that are made for the page, such as `/cases.js`. */
  made?: Readonly<Record<string, string>>;
  /** The folder from which all other paths are read. */
  root: URL;
  /** Sent with everything. */
  headers?: Readonly<Record<string, string>>;
  /** Command of the browser. */
  browser?: string;
}

/** Opens a page and resolves to what it posts to `/done`, or to a line that begins with `FAILED`. */
export async function runPage({ page, made = {}, root, headers = {}, browser = 'chromium' }: Page): Promise<string> {
  let resolve: (report: string) => void = () => {};
  const answer = new Promise<string>((accept) => {
    resolve = accept;
  });
  const server = createServer((request, response) => {
    const send = (type: string | undefined, body: string | Buffer) =>
      response.writeHead(200, { ...headers, 'content-type': type }).end(body);
    const url = request.url!;
    if (url === '/') return send('text/html; charset=utf-8', page);
    if (url === '/done') {
      const parts: Buffer[] = [];
      request.on('data', (part) => parts.push(part));
      return request.on('end', () => resolve(Buffer.concat(parts).toString()));
    }
    try {
      send(TYPES[extname(url)], made[url] ?? readFileSync(new URL(`.${url}`, root)));
    } catch {
      response.writeHead(404).end();
    }
  });
  const profile = mkdtempSync(join(tmpdir(), 'speccade-browser-'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const args = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, url];
  const child = spawn(browser, args, { stdio: 'ignore' });
  child.on('error', (error) => resolve(`FAILED ${error.message}`));
  const timer = setTimeout(() => resolve(`FAILED no answer within ${PATIENCE / 1000} s`), PATIENCE);
  const report = await answer;
  clearTimeout(timer);
  const ended = child.pid && new Promise((exit) => child.on('exit', exit));
  child.kill();
  await ended;
  server.closeAllConnections();
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  return report;
}
