/** `npm start`: installs, builds, and generates every spec in examples/ into out/. */
import { run, setUp } from './setup.mjs';

if (!setUp()) process.exit(1);
const args = ['examples', '--out-root', 'out', '--layout', 'by-spec', '--table', ...process.argv.slice(2)];
process.exit(run('node', ['apps/cli/dist/speccade.js', 'generate-all', ...args]) ? 0 : 1);
