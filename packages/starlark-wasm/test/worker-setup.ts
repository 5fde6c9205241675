import { type Builtin, HostError, type Load } from '../src/index.ts';

export const builtins: Builtin[] = [
  {
    name: 'note',
    params: [{ name: 'frequency', type: 'num', required: true }],
    handler: ({ frequency }) =>
      (frequency as number) < 0 ? new HostError('range', 'must not be negative', 'frequency') : frequency,
  },
  {
    name: 'explode',
    params: [],
    handler() {
      throw new Error('not to be sent');
    },
  },
];

export const load: Load = { shared: 'x = 5' };
