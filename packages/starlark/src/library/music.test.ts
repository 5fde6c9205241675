import { checkCalls } from './check-calls.ts';
import { MUSIC } from './music.ts';

const ENVELOPE = '"envelope":{"attack":0.01,"decay":0.1,"sustain":0.7,"release":0.2}';
checkCalls('instruments', MUSIC, [
  ['instrument_synthesis("pulse")', '{"type":"pulse","duty_cycle":0.5}'],
  ['instrument_synthesis("noise", periodic = True)', '{"type":"noise","periodic":true}'],
  ['instrument_synthesis("sine", 0.25)', '{"type":"sine"}'],
  [
    'instrument_synthesis("saw")',
    "S104: instrument_synthesis(): 'synth_type' must be one of: pulse, square, triangle, sawtooth, sine, noise. Did you mean 'sawtooth'?",
  ],
  ['instrument_synthesis("pulse", "1")', 'S002'],
  ['tracker_instrument(name = "a")', `{"name":"a",${ENVELOPE}}`],
  [
    'tracker_instrument(name = "a", wav = "a.wav", base_note = "C4", sample_rate = 22050, envelope = {}, loop_mode = "auto", default_volume = 64, comment = "c")',
    '{"name":"a","wav":"a.wav","base_note":"C4","sample_rate":22050,"envelope":{},"loop_mode":"auto","default_volume":64,"comment":"c"}',
  ],
  [
    'tracker_instrument(name = "a", synthesis = {}, ref = "b")',
    "S101: tracker_instrument(): 'synthesis', 'wav', and 'ref' are mutually exclusive",
  ],
  [
    'tracker_instrument(name = "a", default_volume = 65)',
    "S103: tracker_instrument(): 'default_volume' must be 0-64, got 65",
  ],
]);

checkCalls('patterns', MUSIC, [
  ['pattern_note(0, "C4", 1)', '{"row":0,"note":"C4","inst":1}'],
  [
    'pattern_note(0, "C4", 1, 2, 3, 4, 5, "arpeggio", [3, 7])',
    '{"row":0,"note":"C4","inst":1,"channel":2,"vol":3,"effect":4,"param":5,"effect_name":"arpeggio","effect_xy":[3,7]}',
  ],
  ['pattern_note(-1, "C4", 1)', "S103: pattern_note(): 'row' must be >= 0, got -1"],
  ['pattern_note(0, "C4", 1, vol = 65)', "S103: pattern_note(): 'vol' must be 0-64, got 65"],
  ['tracker_pattern(64)', '{"rows":64}'],
  [
    'tracker_pattern(64, {"0": []}, data = [pattern_note(1, "off", 0)])',
    '{"rows":64,"notes":{"0":[]},"data":[{"row":1,"note":"off","inst":0}]}',
  ],
  ['tracker_pattern(0)', "S103: tracker_pattern(): 'rows' must be positive, got 0"],
  ['tracker_pattern(64.0)', 'S002'],
  ['arrangement_entry("a")', '{"pattern":"a","repeat":1}'],
  ['arrangement_entry("")', "S101: arrangement_entry(): 'pattern' must not be empty"],
  ['arrangement_entry("a", 0)', "S103: arrangement_entry(): 'repeat' must be >= 1, got 0"],
  [
    'volume_fade("a", 1, 0, 63, 64, 0)',
    '{"type":"volume_fade","pattern":"a","channel":1,"start_row":0,"end_row":63,"start_vol":64,"end_vol":0}',
  ],
  ['volume_fade("a", 1, 0, 63, 65, 66)', "S103: volume_fade(): 'start_vol' must be 0-64, got 65"],
  ['volume_fade("a", 1, 0, 63, 64, -1)', "S103: volume_fade(): 'end_vol' must be 0-64, got -1"],
  ['tempo_change("a", 8, 140)', '{"type":"tempo_change","pattern":"a","row":8,"bpm":140}'],
  ['tempo_change("a", 8, 31)', "S103: tempo_change(): 'bpm' must be 32-255, got 31"],
  ['tempo_change("", 8, 31)', "S101: tempo_change(): 'pattern' must not be empty"],
  ['humanize_vol(10, 20, "s")', '{"op":"humanize_vol","min_vol":10,"max_vol":20,"seed_salt":"s"}'],
  ['humanize_vol(20, 10, "s")', "S103: humanize_vol(): 'min_vol' (20) must be <= 'max_vol' (10)"],
  ['humanize_vol(10, 20, "")', "S101: humanize_vol(): 'seed_salt' must not be empty"],
  ['swing(500, 2, "s")', '{"op":"swing","amount_permille":500,"stride":2,"seed_salt":"s"}'],
  ['swing(1001, 2, "s")', "S103: swing(): 'amount_permille' must be 0-1000, got 1001"],
  ['swing(500, 0, "s")', "S103: swing(): 'stride' must be > 0, got 0"],
]);

const song = 'bpm = 120, speed = 6, instruments = [], patterns = {}, arrangement = []';
const spec = (rest: string) => `music_spec(asset_id = "m-1", seed = 7, output_path = "m.xm", ${song}, ${rest})`;
checkCalls('songs', MUSIC, [
  ['it_options()', '{"stereo":true,"global_volume":128,"mix_volume":48}'],
  ['it_options(False, 129)', "S103: it_options(): 'global_volume' must be 0-128, got 129"],
  ['it_options(mix_volume = -1)', "S103: it_options(): 'mix_volume' must be 0-128, got -1"],
  [
    `tracker_song(format = "xm", channels = 4, ${song}, it_options = {})`,
    '{"kind":"music.tracker_song_v1","params":{"format":"xm","bpm":120,"speed":6,"channels":4,"loop":false,"instruments":[],"patterns":{},"arrangement":[]}}',
  ],
  [
    `tracker_song(format = "it", channels = 64, ${song}, name = "n", title = "t", loop = True, restart_position = 1, automation = [], it_options = {})`,
    '{"kind":"music.tracker_song_v1","params":{"format":"it","bpm":120,"speed":6,"channels":64,"loop":true,"name":"n","title":"t","restart_position":1,"instruments":[],"patterns":{},"arrangement":[],"automation":[],"it_options":{}}}',
  ],
  [
    `tracker_song(format = "xm", channels = 33, ${song})`,
    "S103: tracker_song(): 'channels' must be 1-32 for xm format, got 33",
  ],
  [`tracker_song(format = "mod", channels = 4, ${song})`, 'S104'],
  [
    spec('format = "xm", channels = 4'),
    '{"spec_version":1,"asset_id":"m-1","asset_type":"music","license":"CC0-1.0","seed":7,"outputs":[{"kind":"primary","format":"xm","path":"m.xm"}],"recipe":{"kind":"music.tracker_song_v1","params":{"format":"xm","bpm":120,"speed":6,"channels":4,"loop":false,"instruments":[],"patterns":{},"arrangement":[]}}}',
  ],
  [
    spec('format = "it", channels = 4, title = "t", loop = True, description = "d", tags = ["x"], license = "MIT"'),
    '{"spec_version":1,"asset_id":"m-1","asset_type":"music","license":"MIT","seed":7,"outputs":[{"kind":"primary","format":"it","path":"m.xm"}],"description":"d","style_tags":["x"],"recipe":{"kind":"music.tracker_song_v1","params":{"format":"it","bpm":120,"speed":6,"channels":4,"loop":true,"title":"t","instruments":[],"patterns":{},"arrangement":[]}}}',
  ],
  [spec('format = "it", channels = 65'), "S103: music_spec(): 'channels' must be 1-64 for it format, got 65"],
  [spec('format = "it", channels = 4, restart_position = 1'), 'S002'],
]);

const timing = (cue: string) =>
  `[${cue}["timing"], ${cue}["song_params"], [t["name"] for t in ${cue}["track_layout"]["suggested_tracks"]]]`;
checkCalls('cues', MUSIC, [
  [
    timing('loop_low(name = "a", channels = 2)'),
    '[{"bpm":90,"rows_per_beat":4,"measures":8,"total_rows":128},{"format":"xm","bpm":90,"speed":6,"channels":2,"loop":true,"restart_position":0,"pattern_rows":128},["pad","bass"]]',
  ],
  ['[k for k in loop_low(name = "a")]', '["cue_type","name","intensity","timing","song_params","track_layout"]'],
  ['[t["channel"] for t in loop_low(name = "a")["track_layout"]["suggested_tracks"]]', '[0,1,2,3]'],
  ['loop_low(name = "")', "S101: loop_low(): 'name' must not be empty"],
  ['loop_low(name = "a", bpm = 31)', "S103: loop_low(): 'bpm' must be 32-255, got 31"],
  [
    timing('loop_main(name = "a")'),
    '[{"bpm":120,"rows_per_beat":4,"measures":8,"total_rows":128},{"format":"xm","bpm":120,"speed":6,"channels":8,"loop":true,"restart_position":0,"pattern_rows":128},["drums","bass","chord","lead","pad","perc","fx","aux"]]',
  ],
  ['loop_main(name = "a", measures = 65)', "S103: loop_main(): 'measures' must be 1-64, got 65"],
  ['loop_main(name = "a", rows_per_beat = 2000000000)', 'S103'],
  [
    timing('loop_hi(name = "a", format = "it", channels = 4)'),
    '[{"bpm":140,"rows_per_beat":4,"measures":8,"total_rows":128},{"format":"it","bpm":140,"speed":6,"channels":4,"loop":true,"restart_position":0,"pattern_rows":128},["kick","snare","hihat","perc"]]',
  ],
  ['loop_hi(name = "a", channels = 33)', 'S103'],
  ['loop_hi(name = "a", rows_per_beat = 0)', "S103: loop_hi(): 'rows_per_beat' must be positive, got 0"],
  [
    timing('loop_cue(name = "a", intensity = "low")'),
    '[{"bpm":90,"rows_per_beat":4,"measures":8,"total_rows":128},{"format":"xm","bpm":90,"speed":6,"channels":4,"loop":true,"restart_position":0,"pattern_rows":128},["pad","bass","melody","perc"]]',
  ],
  ['loop_cue(name = "", intensity = "mid")', 'S104'],
  ['loop_cue(name = "a", intensity = "hi", format = "mod")', 'S104'],
  ['loop_cue(name = "a", intensity = "hi")["intensity"]', '"hi"'],
  [
    timing('stinger(name = "a", stinger_type = "alert", tail_beats = 1, channels = 3)'),
    '[{"bpm":120,"rows_per_beat":4,"total_rows":20},{"format":"xm","bpm":120,"speed":6,"channels":3,"loop":false,"pattern_rows":20},["brass","strings","bass"]]',
  ],
  [
    '[k for k in stinger(name = "a")]',
    '["cue_type","name","stinger_type","duration_beats","tail_beats","timing","song_params","track_layout"]',
  ],
  ['stinger(name = "a", duration_beats = 33)', "S103: stinger(): 'duration_beats' must be 1-32, got 33"],
  ['stinger(name = "a", tail_beats = 17)', "S103: stinger(): 'tail_beats' must be 0-16, got 17"],
  [
    timing('transition(name = "a", channels = 1)'),
    '[{"bpm":120,"rows_per_beat":4,"measures":2,"total_rows":32},{"format":"xm","bpm":120,"speed":6,"channels":1,"loop":false,"pattern_rows":32},["drums","bass","chord","melody"]]',
  ],
  [
    '[k for k in transition(name = "a")]',
    '["cue_type","name","transition_type","from_intensity","to_intensity","timing","song_params","track_layout","automation_hints"]',
  ],
  [
    '[transition(name = "a", from_intensity = f, to_intensity = t)["automation_hints"]["volume_direction"] for f, t in [("low", "hi"), ("hi", "main"), ("low", "low")]]',
    '["crescendo","decrescendo","steady"]',
  ],
  [
    '[len(transition(name = "a", transition_type = t)["automation_hints"]["suggestions"]) for t in ["build", "breakdown", "bridge", "fill", "custom"]]',
    '[4,4,3,3,1]',
  ],
  ['transition(name = "a", measures = 9)', "S103: transition(): 'measures' must be 1-8, got 9"],
  ['transition(name = "a", to_intensity = "x")', 'S104'],
]);
