import { type Io, isScreen, painter } from './io.ts';

const FRAME_MS = 80;

/** A progress bar on standard error, drawn only when that is a terminal. */
export class Progress {
  private readonly io: Io;
  private readonly total: number;
  private lastDrawn = 0;
  private drawn = false;

  constructor(total: number, io: Io, quiet: boolean) {
    this.io = io;
    this.total = quiet || !isScreen(io.err, io.env) ? 0 : total;
  }

  /** Shows that `completed` jobs are done; `label` names the last one. */
  update(completed: number, failed: number, label: string): void {
    if (this.total === 0) return;
    const now = performance.now();
    if (now - this.lastDrawn < FRAME_MS && completed < this.total) return;
    this.lastDrawn = now;
    const paint = painter(this.io.err, this.io.env);
    const cells = Math.max(0, Math.min(24, this.io.err.columns - 30));
    const filled = Math.round((completed / this.total) * cells);
    const bar = paint('green', '█'.repeat(filled)) + paint('dim', '░'.repeat(cells - filled));
    const counts = `${completed}/${this.total}${failed > 0 ? `, ${failed} failed` : ''}`;
    const room = Math.max(0, this.io.err.columns - cells - counts.length - 4);
    this.io.err.write(`\r\u001b[2K${bar} ${counts} ${label.slice(0, room)}`);
    this.drawn = true;
  }

  /** Takes the bar away. */
  end(): void {
    if (this.drawn) this.io.err.write('\r\u001b[2K');
    this.drawn = false;
  }
}
