import { CORE } from './core.ts';
import { testFunctions } from './testing.ts';

const NAMED = 'asset_id = "ab-1", asset_type = "audio", seed = 7';

testFunctions(CORE, {
  good: [
    ['output("a.wav", "wav")', '{"kind":"primary","format":"wav","path":"a.wav"}'],
    [
      'output("a.png", "png", "secondary", "albedo")',
      '{"kind":"preview","format":"png","path":"a.png","source":"albedo"}',
    ],
    [
      'spec("ab-1", "audio", 7, [{}])',
      '{"spec_version":1,"asset_id":"ab-1","asset_type":"audio","license":"CC0-1.0","seed":7,"outputs":[{}]}',
    ],
    [
      `spec(${NAMED}, outputs = [1], recipe = {"kind": "audio_v1"}, description = "d", tags = ["t"], license = "MIT")`,
      '{"spec_version":1,"asset_id":"ab-1","asset_type":"audio","license":"MIT","seed":7,"outputs":[1],"description":"d","style_tags":["t"],"recipe":{"kind":"audio_v1"}}',
    ],
  ],
  bad: [
    ['output("", "wav")', "S101: output(): 'path' must not be empty"],
    ['output("a", "")', "S101: output(): 'format' must not be empty"],
    ['output("a", "wav", "primry")', "S104: output(): 'kind' must be one of: primary, metadata, preview"],
    ['output("a", "wav", source = 3)', "S104: output(): 'source' must be a string"],
    ['output("a", "wav", source = "")', "S101: output(): 'source' must not be empty"],
    [`spec(${NAMED}, outputs = [])`, "S101: spec(): 'outputs' must have at least one output"],
    ['spec("", "audio", 7, [])', "S101: spec(): 'asset_id' must not be empty"],
    ['spec("ab", "sound", 7, [])', "S104: spec(): 'asset_type' must be one of: audio, music, texture,"],
    ['spec("ab", "audio", -1, [])', "S103: spec(): 'seed' must be in range 0 to 4294967295, got -1"],
    ['spec("ab", "audio", 4294967296, [])', "S103: spec(): 'seed' must be in range 0 to 4294967295, got 4294967296"],
    ['spec("ab", "audio", 7, [1], description = 5)', "S102: spec(): 'description' expected string, got int"],
    ['spec("ab", "audio", 7.0, [1])', "bind: spec(): 'seed'"],
    ['spec("ab", "audio", 7)', "bind: spec(): 'outputs'"],
  ],
});
