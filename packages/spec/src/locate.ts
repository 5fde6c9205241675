import { type Issue, type PathStep, parsePath } from './issue.ts';
import { positionAt } from './reader.ts';

interface Wanted {
  /** Indices into the list of paths that end here. */
  readonly ends: number[];
  readonly members: Map<PathStep, Wanted>;
}

/**
 * Where the values at `paths` begin in valid JSON text, all in one scan. A path that leads nowhere gets the position of
 * its nearest ancestor; of a repeated key, the last one counts.
 */
export function locateAll(text: string, paths: readonly (readonly PathStep[])[]): { line: number; column: number }[] {
  const root: Wanted = { ends: [], members: new Map() };
  paths.forEach((path, index) => {
    let node = root;
    for (const step of path) {
      let next = node.members.get(step);
      if (!next) node.members.set(step, (next = { ends: [], members: new Map() }));
      node = next;
    }
    node.ends.push(index);
  });
  const offsets = new Array<number>(paths.length).fill(0);
  scan(text, skipSpace(text, 0), root, offsets);
  return offsets.map((offset) => positionAt(text, offset));
}

function settle(node: Wanted, at: number, offsets: number[]): void {
  for (const index of node.ends) offsets[index] = at;
  for (const member of node.members.values()) settle(member, at, offsets);
}

/** Walks the value at `at`, noting offsets, and returns where it ends. */
function scan(text: string, at: number, node: Wanted | undefined, offsets: number[]): number {
  if (node) settle(node, at, offsets);
  const open = text[at];
  if (open === '"') return skipString(text, at);
  if (open !== '{' && open !== '[') return skipScalar(text, at);
  const close = open === '{' ? '}' : ']';
  let index = 0;
  at = skipSpace(text, at + 1);
  while (at < text.length && text[at] !== close) {
    let step: PathStep = index++;
    const memberAt = at;
    if (open === '{') {
      const end = skipString(text, at);
      step = node ? (JSON.parse(text.slice(at, end)) as string) : '';
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    const member = node?.members.get(step);
    at = skipSpace(text, scan(text, at, member, offsets));
    // A finding about a member points at its key, which is what one looks for.
    if (member && open === '{') for (const end of member.ends) offsets[end] = memberAt;
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return at + 1;
}

function skipSpace(text: string, at: number): number {
  while (' \n\r\t'.includes(text[at] ?? 'x')) at++;
  return at;
}

function skipString(text: string, at: number): number {
  for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
  return at + 1;
}

function skipScalar(text: string, at: number): number {
  while (at < text.length && !',]} \n\r\t'.includes(text[at]!)) at++;
  return at;
}

/** Adds line and column to issues by their paths. */
export function locateIssues(issues: readonly Issue[], text: string): Issue[] {
  const places = locateAll(
    text,
    issues.map((issue) => parsePath(issue.path)),
  );
  return issues.map((issue, i) => ({ ...issue, ...places[i] }));
}
