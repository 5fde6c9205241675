import { library } from '../../tsup.preset.ts';

export default library({ index: 'src/index.ts', worker: 'src/worker/index.ts', 'worker-entry': 'src/worker-entry.ts' });
