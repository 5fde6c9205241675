/** What figures were measured on, for the page that has them. */
import { arch, cpus, platform } from 'node:os';

export function machine(): string {
  return `${cpus()[0]?.model.trim()}, ${platform()} ${arch()}, Node ${process.versions.node}`;
}
