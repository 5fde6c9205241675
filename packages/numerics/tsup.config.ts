import { keepConstants, library } from '../../tsup.preset.ts';

export default library({ index: 'src/index.ts' }, { plugins: [keepConstants] });
