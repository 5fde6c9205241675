/** `ui.nine_slice_v1`: corners, edges and centre of a panel that can be stretched. */
import type { KindModule } from '../kind.ts';
import { check } from './check.ts';
import { type NineSliceParams, nineSliceParams } from './params.ts';

export { type NineSliceLayout, nineSliceLayout, type Region } from './layout.ts';
export { type NineSliceParams, nineSliceParams, type RegionName } from './params.ts';

export const nineSliceV1: KindModule<NineSliceParams> = { kind: 'ui.nine_slice_v1', params: nineSliceParams, check };

export default nineSliceV1;
