/** `npm start`: installs, builds, generates every spec in examples/ into out/, and tests the rules there. */
import { run, setUp } from './setup.mjs';

if (!setUp()) process.exit(1);
const speccade = (...args) => run('node', ['apps/cli/dist/speccade.js', ...args]);
const specs = ['examples', '--out-root', 'out', '--layout', 'by-spec', '--table', ...process.argv.slice(2)];
const generated = speccade('generate-all', ...specs);
console.log('\nexamples/rules');
const tested = speccade('rules', 'test', 'examples/rules/asset-policy.test.yaml');
process.exit(generated && tested ? 0 : 1);
