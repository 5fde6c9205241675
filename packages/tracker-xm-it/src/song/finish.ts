/** What players need of a finished score: jumps for the loop, and ways around their faults. */
import { problem } from '../problem.ts';
import { cellAt, freeChannel, isEmpty, type Pattern, type Score } from './model.ts';

/** IT's Bxx, XM's Dxx and E6x. */
const IT_POSITION_JUMP = 2;
const XM_POSITION_JUMP = 11;
const XM_PATTERN_BREAK = 13;
const XM_EXTENDED = 14;
const XM_PATTERN_LOOP = 6;
/** Rows of an empty pattern as FastTracker 2 reads it, whatever its header says. */
const XM_EMPTY_ROWS = 64;

export function finishScore(score: Score, loop: boolean): Score {
  if (score.format === 'xm') {
    for (const pattern of score.patterns) {
      endPatternLoop(pattern, score.channels);
      keepRows(pattern, score.channels);
    }
    return score;
  }
  const closed = loop ? closeLoop(score) : score;
  showChannels(closed);
  return closed;
}

/**
 * IT players go back to the start at the end of the list by themselves; to any other place a jump on the last row leads.
 * It must be in no pattern that is played before the end, so such a pattern is copied.
 */
function closeLoop(score: Score): Score {
  const { orders, patterns, restart } = score;
  if (restart === 0) return score;
  const last = orders.at(-1)!;
  if (orders.indexOf(last) === orders.length - 1) {
    placeJump(score, patterns[last]!);
    return score;
  }
  const copy: Pattern = {
    ...patterns[last]!,
    cells: new Map([...patterns[last]!.cells].map(([key, cell]) => [key, { ...cell }])),
  };
  const extended = { ...score, patterns: [...patterns, copy], orders: [...orders.slice(0, -1), patterns.length] };
  placeJump(extended, copy);
  return extended;
}

/** Puts the jump to the restart position on the last row. Throws `BackendError` where it finds no place. */
export function placeJump({ orders, channels, restart }: Score, pattern: Pattern): void {
  const path = ['restart_position'];
  if (restart >= orders.length || restart > 255) {
    throw problem('MUSIC_001', path, 'the song cannot restart there', { found: String(restart) });
  }
  const row = pattern.rows - 1;
  for (let channel = 0; channel < channels; channel++) {
    const cell = pattern.cells.get(row * channels + channel);
    if (cell?.effect === IT_POSITION_JUMP && cell.param === restart) return;
    if ((cell?.effect ?? 0) !== 0) continue;
    Object.assign(cellAt(pattern, channels, row, channel), { effect: IT_POSITION_JUMP, param: restart });
    return;
  }
  throw problem('MUSIC_001', path, 'no channel of the last row has room for the jump back', {
    expected: 'a channel without an effect',
    found: `pattern ${JSON.stringify(pattern.name)}`,
  });
}

/** The row where an XM pattern loop starts is also where players start the next pattern, unless a break says row 0. */
function endPatternLoop(pattern: Pattern, channels: number): void {
  const last = pattern.rows - 1;
  let looped = false;
  for (const [key, { effect, param = 0 }] of pattern.cells) {
    const row = Math.floor(key / channels);
    if (effect === XM_EXTENDED && param >> 4 === XM_PATTERN_LOOP) {
      if (param === 0x60 && row > 0) looped = true;
      if (param > 0x60 && row === last) return;
    }
    if (row === last && (effect === XM_PATTERN_BREAK || effect === XM_POSITION_JUMP)) return;
  }
  const channel = looped ? freeChannel(pattern, channels, last) : undefined;
  if (channel === undefined) return;
  Object.assign(cellAt(pattern, channels, last, channel), { effect: XM_PATTERN_BREAK, param: 0 });
}

function keepRows(pattern: Pattern, channels: number): void {
  if (pattern.rows === XM_EMPTY_ROWS) return;
  for (const cell of pattern.cells.values()) if (!isEmpty(cell)) return;
  Object.assign(cellAt(pattern, channels, pattern.rows - 1, channels - 1), { effect: XM_PATTERN_BREAK, param: 0 });
}

/** IT files hold no number of channels: players count to the highest one that has a cell. */
function showChannels({ patterns, channels }: Score): void {
  const last = channels - 1;
  const [first] = patterns;
  if (first === undefined) return;
  for (const { cells } of patterns) {
    for (const [key, cell] of cells) if (key % channels === last && !isEmpty(cell)) return;
  }
  // Effect 0 with parameter 0 does nothing.
  Object.assign(cellAt(first, channels, 0, last), { effect: 0, param: 0 });
}
