/**
 * Builds wasm/starlark.wasm from go/, and its checksum: `node packages/starlark-wasm/build.mjs`. With `--check` it
 * compares instead of writing. Needs the Go version that go/go.mod names: another one gives other bytes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const target = join(here, 'wasm/starlark.wasm');
const PAGES = 3712; // 232 MiB; MODULE_MEMORY of src/limits.ts

/** The pinned compiler: `go` of the PATH or of its usual place, if it has the version of go.mod. */
export function findGo() {
  const wanted = /^go (\S+)$/m.exec(readFileSync(join(here, 'go/go.mod'), 'utf8'))[1];
  for (const go of ['go', '/usr/local/go/bin/go']) {
    try {
      const env = { ...process.env, GOTOOLCHAIN: 'local' };
      if (execFileSync(go, ['env', 'GOVERSION'], { env, encoding: 'utf8' }).trim() === `go${wanted}`) return go;
    } catch {
      // Not there.
    }
  }
  return undefined;
}

/** Compiles go/ and limits its memory. Throws when the modules of go.sum are neither there nor, unless `offline`, to be had. */
export function build(go, { offline = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'starlark-wasm-'));
  try {
    const file = join(folder, 'out.wasm');
    const flags = ['-buildmode=c-shared', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', file, '.'];
    const env = {
      ...process.env,
      ...{ GOOS: 'wasip1', GOARCH: 'wasm', GOWASM: '', GOFLAGS: '-mod=readonly', GOEXPERIMENT: '' },
      ...{ GOTOOLCHAIN: 'local', GOWORK: 'off', CGO_ENABLED: '0', GODEBUG: '', GOFIPS140: 'off' },
      ...(offline && { GOPROXY: 'off' }),
    };
    execFileSync(go, ['build', ...flags], { cwd: join(here, 'go'), env, stdio: ['ignore', 'inherit', 'inherit'] });
    return limitMemory(readFileSync(file), PAGES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a maximum into the memory section, which Go's linker leaves open. */
export function limitMemory(wasm, pages) {
  for (let at = 8; at < wasm.length; ) {
    const [size, body] = readLeb(wasm, at + 1);
    if (wasm[at] === 5) {
      if (wasm[body] !== 1 || wasm[body + 1] !== 0) throw new Error('not one memory without a maximum');
      const [least] = readLeb(wasm, body + 2);
      const section = [1, 1, ...leb(least), ...leb(pages)];
      return Buffer.concat([
        wasm.subarray(0, at),
        Uint8Array.from([5, ...leb(section.length), ...section]),
        wasm.subarray(body + size),
      ]);
    }
    at = body + size;
  }
  throw new Error('no memory section');
}

function readLeb(bytes, at) {
  for (let value = 0, shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value, at];
  }
}

function leb(value) {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >> 7)];
}

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const go = findGo();
  if (!go) {
    console.error('the Go version of packages/starlark-wasm/go/go.mod is not on the PATH');
    process.exit(2);
  }
  const bytes = build(go);
  if (process.argv.includes('--check')) {
    const same = existsSync(target) && readFileSync(target).equals(bytes);
    console.log(`${sha256(bytes)}  ${same ? 'same bytes' : 'DIFFERS from wasm/starlark.wasm'}`);
    process.exit(same ? 0 : 1);
  }
  writeFileSync(target, bytes);
  writeFileSync(`${target}.sha256`, `${sha256(bytes)}  starlark.wasm\n`);
  console.log(`${sha256(bytes)}  ${bytes.length} bytes`);
}
