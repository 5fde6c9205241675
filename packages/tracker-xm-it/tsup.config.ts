import { library } from '../../tsup.preset.ts';

export default library({
  index: 'src/index.ts',
  compose: 'src/compose/index.ts',
  export: 'src/export/index.ts',
  read: 'src/read/index.ts',
  identity: 'src/identity.ts',
});
