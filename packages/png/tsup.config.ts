import { library } from '../../tsup.preset.ts';

export default library({ index: 'src/index.ts', wasm: 'src/wasm/platform.ts' });
