import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCache } from '@speccade/cache/fs';
import { afterAll } from 'vitest';
import { conformance } from './conformance.ts';

const folder = mkdtempSync(join(tmpdir(), 'cache-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

conformance('disk', ({ pins = [], ...options }) => {
  const root = join(folder, String(count++));
  writeFileSync(`${root}.pins`, `# kept for the demo\n${pins.join('\n')}\n`);
  const pathOf = (kind: 'record' | 'blob', name: string): string =>
    join(root, `${kind}s`, name.slice(0, 2), kind === 'record' ? `${name}.json` : name);
  return {
    cache: openCache({ root, ...options }),
    reopen: (more) => openCache({ root, ...more }),
    damage(kind, name, change) {
      const path = pathOf(kind, name);
      if (existsSync(path)) chmodSync(path, 0o644);
      writeFileSync(path, change(readFileSync(path)));
    },
    age(kind, name, ms) {
      const seconds = ((options.now ?? Date.now)() - ms) / 1000;
      utimesSync(pathOf(kind, name), seconds, seconds);
    },
    removeBlob: (name) => rmSync(pathOf('blob', name)),
  };
});
