/** The parameters of the texture kinds: schemas, types and the tables that their generators share. */
export type { Rgb, Rgba, Size } from './common.ts';
export { findCycle, graphDepth } from './cycle.ts';
export { type DecalMetadata, type DecalParams, decalMap, decalParams } from './decal.ts';
export type { PngSetting, PngSettings } from './encoding.ts';
export { MATCAP_PRESETS, type MatcapParams, type MatcapPreset, matcapParams } from './matcap.ts';
export {
  MATERIAL_MAPS,
  MATERIAL_PRESETS,
  type MaterialMap,
  type MaterialPresetName,
  type MaterialPresetParams,
  materialPresetParams,
} from './material-preset.ts';
export { type NodeOf, node, type TextureNode, type TextureOp } from './nodes.ts';
export { BLEND_MODES, type BlendMode } from './nodes-more.ts';
export { NOISE_ALGORITHMS, type NoiseAlgorithm, type NoiseConfig } from './noise.ts';
export { type ProceduralParams, proceduralParams } from './procedural.ts';
export { inputsOf, SIGNATURES, type Signature, type ValueType } from './signatures.ts';
export {
  type SplatLayer,
  type SplatMap,
  type SplatSetParams,
  type SplatSource,
  splatSetParams,
  splatSource,
  splatSources,
} from './splat-set.ts';
export { type Tile, type TrimsheetParams, tileFill, trimsheetParams } from './trimsheet.ts';
