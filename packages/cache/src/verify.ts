import { corrupt, readArtifact, readRecord, WRONG_HASH } from './read-entry.ts';
import type { Session } from './session.ts';

/** A damaged or incomplete entry. */
export interface VerifyProblem {
  /** Empty for a file that no readable record mentions. */
  readonly key: string;
  /** `record`: the record is damaged; `blob`: a file is; `missing`: a file is gone. */
  readonly what: 'record' | 'blob' | 'missing';
  /** The key or the SHA-256 of the file. */
  readonly name: string;
}

export interface VerifyResult {
  readonly records: number;
  readonly blobs: number;
  readonly problems: readonly VerifyProblem[];
  /** Whether the problems were taken away. */
  readonly fixed: boolean;
}

/** See `Cache.verify`. Each blob is hashed once, also those that no record mentions. */
export function verify(session: Session, fix: boolean): VerifyResult {
  const problems: VerifyProblem[] = [];
  const state = new Map<string, 'good' | 'blob' | 'missing'>();
  const keys = [...session.backing.list('record')].map((item) => item.name);
  for (const key of keys) {
    const found = readRecord(session, key, fix);
    if (found === 'absent') continue;
    if (found === 'corrupt') {
      problems.push({ key, what: 'record', name: key });
      continue;
    }
    for (const artifact of found.record.artifacts) {
      let result = state.get(artifact.sha256);
      if (result === undefined) {
        const read = readArtifact(session, key, artifact, 'full', fix);
        result = read === 'absent' ? 'missing' : read === 'corrupt' ? 'blob' : 'good';
        state.set(artifact.sha256, result);
      }
      if (result === 'good') continue;
      problems.push({ key, what: result, name: artifact.sha256 });
      if (fix) session.backing.remove('record', key, Number.POSITIVE_INFINITY);
    }
  }
  for (const { name, bytes } of [...session.backing.list('blob')]) {
    if (state.has(name)) continue;
    state.set(name, 'good');
    const data = session.backing.readBlob(name, bytes);
    if (data instanceof Uint8Array && session.backing.sha256(data) === name) continue;
    problems.push({ key: '', what: 'blob', name });
    corrupt(session, '', 'blob', name, WRONG_HASH, fix);
  }
  return { records: keys.length, blobs: state.size, problems, fixed: fix };
}
