import { hash } from 'node:crypto';
import { memoryCache } from '@speccade/cache';
import { expect, it } from 'vitest';
import { createCache } from '../src/create-cache.ts';
import { memoryBacking } from '../src/memory.ts';
import { resolveOptions } from '../src/options.ts';
import { conformance } from './conformance.ts';
import { filesOf, keyOf, reportOf } from './samples.ts';

conformance('memory', ({ pins = [], ...options }) => {
  const sha256 = (data: Uint8Array | string): string => hash('sha256', data);
  const resolved = resolveOptions(options);
  const backing = memoryBacking(resolved.now, sha256, new Set(pins));
  return {
    cache: createCache(backing, resolved),
    reopen: (more) => createCache(backing, resolveOptions(more)),
    damage(kind, name, change) {
      if (kind === 'blob') {
        const blob = backing.blobs.get(name)!;
        backing.blobs.set(name, { ...blob, data: change(blob.data) });
      } else {
        const record = backing.records.get(name)!;
        const text = Buffer.from(change(Buffer.from(record.text))).toString();
        backing.records.set(name, { ...record, text });
      }
    },
    age(kind, name, ms) {
      const used = resolved.now() - ms;
      if (kind === 'blob') backing.blobs.set(name, { ...backing.blobs.get(name)!, used });
      else backing.records.set(name, { ...backing.records.get(name)!, used });
    },
    removeBlob: (name) => void backing.blobs.delete(name),
  };
});

it('works without a clock or a native SHA-256', async () => {
  const cache = memoryCache();
  await cache.store(keyOf(1), reportOf(1), filesOf(1));
  expect((await cache.lookup(keyOf(1)))!.metadata.created_at).toBe('1970-01-01T00:00:00Z');
});
