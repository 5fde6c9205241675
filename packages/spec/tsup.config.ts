import { library } from '../../tsup.preset.ts';

export default library({
  index: 'src/index.ts',
  'kinds/audio_v1': 'src/kinds/audio_v1/index.ts',
  'kinds/texture': 'src/kinds/texture/index.ts',
});
