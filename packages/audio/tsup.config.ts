import { library } from '../../tsup.preset.ts';

export default library({
  index: 'src/index.ts',
  analysis: 'src/analysis/index.ts',
  design: 'src/design/index.ts',
  identity: 'src/identity.ts',
});
