/** Where things are below the cache's root. */
import { join } from 'node:path';
import type { ItemKind } from '../backing.ts';

export const FORMAT_TEXT = 'speccade-cache 2\n';

/** Tells backup programs to leave the directory out (Cache Directory Tagging Specification). */
export const CACHEDIR_TAG =
  'Signature: 8a477f597d28d172789f06886806bc55\n# This directory is a cache of SpecCade and can be deleted at any time.\n';

/** The names of what the cache makes. Nothing else is ever listed or removed: it may be somebody's. */
export const OWN = {
  prefix: /^[0-9a-f]{2}$/,
  record: /^[0-9a-f]{64}\.json$/,
  blob: /^[0-9a-f]{64}$/,
  /** A random number for the opening of the cache, and a count. */
  temp: /^[0-9a-f]{16}-[0-9]+$/,
  /** The second form is a claim, see `lock.ts`. */
  lock: /^(?:[0-9a-f]{64}|gc)(?:\.[0-9a-f]{16})?\.lock$/,
  quarantined: /^[0-9]{15,}-[0-9a-f]{64}(?:\.json)?(?:\.reason\.txt)?$/,
} as const;

export interface Layout {
  readonly root: string;
  readonly format: string;
  readonly tag: string;
  readonly records: string;
  readonly blobs: string;
  readonly tmp: string;
  readonly locks: string;
  readonly quarantine: string;
  readonly stats: string;
  readonly events: string;
  readonly size: string;
  /** Beside the root, so that it survives deleting the cache and can be committed. */
  readonly pins: string;
}

export function layoutOf(root: string): Layout {
  const stats = join(root, 'stats');
  return {
    root,
    format: join(root, 'format'),
    tag: join(root, 'CACHEDIR.TAG'),
    records: join(root, 'records'),
    blobs: join(root, 'blobs'),
    tmp: join(root, 'tmp'),
    locks: join(root, 'locks'),
    quarantine: join(root, 'quarantine'),
    stats,
    events: join(stats, 'events.jsonl'),
    size: join(stats, 'size.json'),
    pins: `${root}.pins`,
  };
}

/** `records/ab/abcd….json` or `blobs/ab/abcd…`. */
export function itemPath(layout: Layout, kind: ItemKind, name: string): string {
  const top = kind === 'record' ? layout.records : layout.blobs;
  return `${top}/${name.slice(0, 2)}/${name}${kind === 'record' ? '.json' : ''}`;
}

export function itemDirectory(layout: Layout, kind: ItemKind, name: string): string {
  return `${kind === 'record' ? layout.records : layout.blobs}/${name.slice(0, 2)}`;
}
