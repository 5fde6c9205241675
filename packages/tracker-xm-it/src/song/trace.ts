/**
 * Plays a score on paper: which cell comes at which tick. Follows jumps, breaks, pattern loops, delays, speed and tempo
 * as FastTracker 2 and Impulse Tracker do, once through.
 */
import { type FlowCommand, flowCommand } from './commands.ts';
import { type Cell, isEmpty, type Pattern, type Score } from './model.ts';

/** A cell as it is played. */
export interface PlayedCell {
  /** Ticks since the start of the song. */
  readonly tick: number;
  readonly seconds: number;
  readonly order: number;
  readonly pattern: number;
  readonly row: number;
  readonly channel: number;
  readonly cell: Cell;
  /** Whether the row ends before the delayed note comes. */
  readonly lost: boolean;
}

export interface PlayedScore {
  readonly ticks: number;
  readonly seconds: number;
  /** Where the song goes on after its end, as an index into the order list; absent: it stops. */
  readonly continuesAt?: number | undefined;
  /** Whether the end was reached: a song that runs longer than {@link MOST_ROWS} rows is cut short. */
  readonly ends: boolean;
}

/** Some hours of music; only pattern loops within loops get there. */
const MOST_ROWS = 1 << 18;
const SLOWEST = 32;
const FASTEST = 255;
/** In the order list of IT. */
const PASSED_OVER = 254;
/** What players play where the list names a pattern that is not there. */
const NO_PATTERN: Pattern = { name: '', rows: 64, cells: new Map() };

/** Calls `visit` with every cell that is not empty, in the order of rows and channels. */
export function traceScore(score: Score, visit?: (played: PlayedCell) => void): PlayedScore {
  const player = new Player(score, visit);
  for (let rows = 0; rows < MOST_ROWS; rows++) {
    if (!player.playRow()) return { ...player.length, continuesAt: player.continuesAt, ends: true };
  }
  return { ...player.length, ends: false };
}

class Player {
  continuesAt: number | undefined;
  readonly #score: Score;
  readonly #visit: ((played: PlayedCell) => void) | undefined;
  readonly #visited = new Set<number>();
  readonly #loops = new Map<number, { start: number; left: number }>();
  #order = 0;
  #row = 0;
  #speed: number;
  #bpm: number;
  #ticks = 0;
  #seconds = 0;
  /** Whether the row was reached by a pattern loop, which plays rows again. */
  #again = false;
  /** XM: the row that a pattern loop leaves behind for the next pattern to start at. */
  #leftover = 0;

  constructor(score: Score, visit: ((played: PlayedCell) => void) | undefined) {
    this.#score = score;
    this.#visit = visit;
    this.#speed = score.speed;
    this.#bpm = score.bpm;
    this.#passMarks();
  }

  get length(): { ticks: number; seconds: number } {
    return { ticks: this.#ticks, seconds: this.#seconds };
  }

  /** Plays a row and goes on to the next; false when the song is over. */
  playRow(): boolean {
    const { orders, patterns, channels, format } = this.#score;
    const index = orders[this.#order];
    if (index === undefined) return false;
    const pattern = patterns[index] ?? NO_PATTERN;
    if (this.#row >= pattern.rows) this.#row = 0;
    const place = this.#order * 1024 + this.#row;
    if (this.#visited.has(place) && !this.#again) {
      this.continuesAt = this.#order;
      return false;
    }
    this.#visited.add(place);
    this.#again = false;

    const flow = new RowFlow();
    const cells: { cell: Cell; channel: number; delay: number }[] = [];
    for (let channel = 0; channel < channels; channel++) {
      const cell = pattern.cells.get(this.#row * channels + channel);
      if (cell === undefined || isEmpty(cell)) continue;
      const command = flowCommand(cell, format);
      cells.push({ cell, channel, delay: command?.do === 'delay_note' ? command.ticks : 0 });
      if (command !== undefined) this.#apply(command, channel, flow);
    }
    const ticks = this.#speed * (1 + flow.repeats) + flow.extraTicks;
    for (const { cell, channel, delay } of cells) {
      // IT has no delay of nothing.
      const wait = delay === 0 && isDelayed(cell, format) && format === 'it' ? 1 : delay;
      this.#visit?.({
        tick: this.#ticks + wait,
        seconds: this.#seconds + (2.5 * wait) / this.#bpm,
        order: this.#order,
        pattern: index,
        row: this.#row,
        channel,
        cell,
        lost: wait >= this.#speed,
      });
    }
    this.#pass(ticks, flow.tempoSlide);
    return !flow.stops && this.#advance(flow, pattern.rows);
  }

  /** IT passes over places of the list that are marked so. */
  #passMarks(): void {
    const { orders, format } = this.#score;
    while (format === 'it' && orders[this.#order] === PASSED_OVER) this.#order++;
  }

  #apply(command: FlowCommand, channel: number, flow: RowFlow): void {
    switch (command.do) {
      case 'speed':
        this.#speed = command.ticks;
        break;
      case 'tempo':
        this.#bpm = command.bpm;
        break;
      case 'tempo_slide':
        flow.tempoSlide = command.bpm;
        break;
      case 'jump':
        flow.jump = command.order;
        flow.row = 0;
        break;
      case 'break':
        flow.jump ??= this.#order + 1;
        flow.row = command.row;
        break;
      case 'loop_start':
        this.#loopOf(channel).start = this.#row;
        break;
      case 'loop_end':
        this.#endLoop(this.#loopOf(channel), command.times, flow);
        break;
      case 'repeat_row':
        flow.repeats = command.times;
        break;
      case 'extend_row':
        flow.extraTicks += command.ticks;
        break;
      case 'stop':
        flow.stops = true;
        break;
    }
  }

  #loopOf(channel: number): { start: number; left: number } {
    let loop = this.#loops.get(channel);
    if (loop === undefined) this.#loops.set(channel, (loop = { start: 0, left: 0 }));
    return loop;
  }

  #endLoop(loop: { start: number; left: number }, times: number, flow: RowFlow): void {
    loop.left = loop.left === 0 ? times : loop.left - 1;
    if (loop.left > 0) flow.loopTo = loop.start;
    // IT goes on behind the loop, so that the same command does not find its start again.
    else if (this.#score.format === 'it') loop.start = this.#row + 1;
  }

  #pass(ticks: number, slide: number): void {
    if (slide === 0) this.#seconds += (2.5 * ticks) / this.#bpm;
    for (let tick = 0; slide !== 0 && tick < ticks; tick++) {
      if (tick > 0) this.#bpm = Math.min(Math.max(this.#bpm + slide, SLOWEST), FASTEST);
      this.#seconds += 2.5 / this.#bpm;
    }
    this.#ticks += ticks;
  }

  #advance(flow: RowFlow, rows: number): boolean {
    const { orders, restart, format } = this.#score;
    if (flow.jump === undefined && flow.loopTo !== undefined) {
      this.#row = flow.loopTo;
      this.#again = true;
      if (format === 'xm') this.#leftover = flow.loopTo;
      return true;
    }
    if (flow.jump === undefined && this.#row + 1 < rows) {
      this.#row++;
      // Within a loop all rows are played again.
      this.#again = [...this.#loops.values()].some(({ left }) => left > 0);
      return true;
    }
    this.#row = flow.jump === undefined ? this.#leftover : flow.row;
    this.#leftover = 0;
    this.#order = flow.jump ?? this.#order + 1;
    this.#loops.clear();
    this.#passMarks();
    if (this.#order >= orders.length) {
      // IT files hold no place to go back to but the first.
      this.#order = format === 'it' ? 0 : Math.min(restart, orders.length - 1);
      this.#passMarks();
      this.continuesAt = this.#order;
      return !this.#visited.has(this.#order * 1024 + this.#row);
    }
    return true;
  }
}

/** What the commands of one row come to. */
class RowFlow {
  jump: number | undefined;
  row = 0;
  loopTo: number | undefined;
  repeats = 0;
  extraTicks = 0;
  tempoSlide = 0;
  stops = false;
}

function isDelayed(cell: Cell, format: Score['format']): boolean {
  return flowCommand(cell, format)?.do === 'delay_note';
}
