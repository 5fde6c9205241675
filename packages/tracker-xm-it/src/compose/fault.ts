/** What is wrong with a composition: a code, where in the document, and why. */
import { formatPath, type PathStep, SpeccadeError } from '@speccade/spec';

/** What the numbers of the codes mean. */
export const COMPOSE_CODES = {
  unknownRef: 'MUSIC_COMPOSE_001',
  cycle: 'MUSIC_COMPOSE_002',
  depth: 'MUSIC_COMPOSE_003',
  time: 'MUSIC_COMPOSE_004',
  expression: 'MUSIC_COMPOSE_005',
  conflict: 'MUSIC_COMPOSE_006',
  bounds: 'MUSIC_COMPOSE_007',
  badInstrument: 'MUSIC_COMPOSE_008',
  noInstrument: 'MUSIC_COMPOSE_009',
  cells: 'MUSIC_COMPOSE_010',
  positions: 'MUSIC_COMPOSE_011',
  text: 'MUSIC_COMPOSE_012',
  channelAlias: 'MUSIC_COMPOSE_013',
  instrumentAlias: 'MUSIC_COMPOSE_014',
} as const;

/** A place in the document, as a list from the inside out: cheap to make at every step, spelled out only when needed. */
export interface Place {
  readonly step: PathStep;
  readonly outer: Place | undefined;
}

/** The place `steps` further in. */
export function within(outer: Place | undefined, ...steps: readonly PathStep[]): Place {
  let place = outer;
  for (const step of steps) place = { step, outer: place };
  return place as Place;
}

export interface FaultMore {
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
  readonly suggestion?: string | undefined;
}

/** Thrown by the expansion; `issues` holds one issue with the path of the expression that failed. */
export class ComposeError extends SpeccadeError {
  constructor(kind: keyof typeof COMPOSE_CODES, place: Place | undefined, message: string, more: FaultMore = {}) {
    const path: PathStep[] = [];
    for (let at = place; at !== undefined; at = at.outer) path.unshift(at.step);
    const code = COMPOSE_CODES[kind];
    const { expected, found, suggestion } = more;
    super(code, message, [
      {
        code,
        severity: 'error',
        message,
        path: formatPath(path),
        ...(expected !== undefined && { expected }),
        ...(found !== undefined && { found }),
        ...(suggestion !== undefined && { suggestion }),
      },
    ]);
    this.name = 'ComposeError';
  }
}
