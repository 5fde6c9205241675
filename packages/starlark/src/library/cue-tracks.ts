/** Tracks that the cue functions suggest, in the order of channels, and hints about them. */
const MELODY = ['melody', 'chord', 'bass', 'fx'];
const FANFARE = ['fanfare', 'chord', 'bass', 'cymbal'];
const CHIME = ['chime', 'sparkle', 'bass', 'pad'];
const BRASS = ['brass', 'strings', 'bass', 'fx'];

export const LOOP_TRACKS: Readonly<Record<string, readonly string[]>> = {
  low: ['pad', 'bass', 'melody', 'perc'],
  main: ['drums', 'bass', 'chord', 'lead', 'pad', 'perc', 'fx', 'aux'],
  hi: ['kick', 'snare', 'hihat', 'perc', 'bass', 'chord1', 'chord2', 'lead', 'counter', 'pad', 'fx', 'aux'],
};

export const STINGER_TRACKS: Readonly<Record<string, readonly string[]>> = {
  victory: FANFARE,
  defeat: MELODY,
  pickup: CHIME,
  levelup: FANFARE,
  discovery: CHIME,
  danger: BRASS,
  alert: BRASS,
  custom: MELODY,
};

export const TRANSITION_TRACKS: Readonly<Record<string, readonly string[]>> = {
  build: ['drums', 'bass', 'riser', 'snare', 'fx'],
  breakdown: ['drums', 'bass', 'pad', 'fx'],
  bridge: ['drums', 'bass', 'chord', 'melody'],
  fill: ['snare', 'toms', 'crash'],
  custom: ['main', 'support', 'fx'],
};

/** What each track is for. */
export const TRACK_ROLES: Readonly<Record<string, string>> = {
  aux: 'spare voice for variations',
  bass: 'low line under the harmony',
  brass: 'loud short chords',
  chime: 'bright bell figure',
  chord: 'harmony in block chords',
  chord1: 'lower half of the harmony',
  chord2: 'upper half of the harmony',
  counter: 'second melody against the lead',
  crash: 'cymbal on the first beat after',
  cymbal: 'swell or crash at the peak',
  drums: 'whole drum kit',
  fanfare: 'short rising signal',
  fx: 'noises, sweeps and impacts',
  hihat: 'steady short strokes',
  kick: 'bass drum on the strong beats',
  lead: 'main melody',
  main: 'carrying voice',
  melody: 'main melody',
  pad: 'long soft chords',
  perc: 'light percussion',
  riser: 'rising sweep into the next part',
  snare: 'snare on the weak beats, or a roll',
  sparkle: 'fast high notes',
  strings: 'tremolo or long high notes',
  support: 'voice that follows the carrying one',
  toms: 'falling run of toms',
};

/** What to automate in a transition. */
export const TRANSITION_HINTS: Readonly<Record<string, readonly string[]>> = {
  build: [
    'raise all volumes step by step',
    'double the snare every measure',
    'let the riser reach its top on the last row',
    'leave the bass out in the last beat',
  ],
  breakdown: [
    'take the drums out voice by voice',
    'lower the volumes step by step',
    'hold the pad to the end',
    'let the last notes ring',
  ],
  bridge: ['keep the volume even', 'move the harmony towards the next part', 'thin out the drums'],
  fill: ['leave the melody out', 'raise the snare towards the end', 'put the crash on the last beat'],
  custom: ['fade between the volumes of both parts'],
};
