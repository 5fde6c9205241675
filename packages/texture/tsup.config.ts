import { library } from '../../tsup.preset.ts';

export default library({
  index: 'src/index.ts',
  analysis: 'src/analysis/index.ts',
  identity: 'src/identity.ts',
  preview: 'src/preview/index.ts',
});
