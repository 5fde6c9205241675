import { library } from '../../tsup.preset.ts';

export default library({ index: 'src/index.ts', identity: 'src/identity.ts', compose: 'src/compose/index.ts' });
