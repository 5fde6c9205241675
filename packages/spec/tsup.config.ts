import { library } from '../../tsup.preset.ts';

export default library({
  index: 'src/index.ts',
  'kinds/audio_v1': 'src/kinds/audio_v1/index.ts',
  'kinds/texture': 'src/kinds/texture/index.ts',
  'kinds/atlas': 'src/kinds/atlas/index.ts',
  'kinds/sprite.sheet_v1': 'src/kinds/sprite.sheet_v1/index.ts',
  'kinds/sprite.animation_v1': 'src/kinds/sprite.animation_v1/index.ts',
  'kinds/vfx.flipbook_v1': 'src/kinds/vfx.flipbook_v1/index.ts',
  'kinds/vfx.particle_profile_v1': 'src/kinds/vfx.particle_profile_v1/index.ts',
  'kinds/ui.nine_slice_v1': 'src/kinds/ui.nine_slice_v1/index.ts',
  'kinds/ui.icon_set_v1': 'src/kinds/ui.icon_set_v1/index.ts',
  'kinds/ui.item_card_v1': 'src/kinds/ui.item_card_v1/index.ts',
  'kinds/ui.damage_number_v1': 'src/kinds/ui.damage_number_v1/index.ts',
  'kinds/font.bitmap_v1': 'src/kinds/font.bitmap_v1/index.ts',
  'kinds/music.tracker_song_v1': 'src/kinds/music.tracker_song_v1/index.ts',
  'kinds/music.tracker_song_compose_v1': 'src/kinds/music.tracker_song_compose_v1/index.ts',
});
