import { testFunctions } from '../testing.ts';
import { EFFECTS } from './effects.ts';

testFunctions(EFFECTS, {
  good: [
    ['reverb()', '{"type":"reverb","wet":0.3,"room_size":0.8,"width":1.0,"damping":0.5}'],
    ['delay()', '{"type":"delay","time_ms":250.0,"feedback":0.4,"wet":0.3,"ping_pong":false}'],
    ['delay(100, 1, 0, True)', '{"type":"delay","time_ms":100.0,"feedback":1.0,"wet":0.0,"ping_pong":true}'],
    ['chorus(1, 0.5, 0.5)', '{"type":"chorus","rate":1.0,"depth":0.5,"wet":0.5,"voices":2}'],
    ['phaser(1, 0.5, 4, 0.5)', '{"type":"phaser","rate":1.0,"depth":0.5,"stages":4,"wet":0.5}'],
    [
      'flanger(1, 0.5, -0.5, 3, 0.5)',
      '{"type":"flanger","rate":1.0,"depth":0.5,"feedback":-0.5,"delay_ms":3.0,"wet":0.5}',
    ],
    ['bitcrush(8)', '{"type":"bitcrush","bits":8,"sample_rate_reduction":1.0}'],
    ['waveshaper(2)', '{"type":"waveshaper","drive":2.0,"curve":"tanh","wet":1.0}'],
    [
      'delay_tap(time_ms = 1, feedback = 0, pan = -1, level = 1)',
      '{"time_ms":1.0,"feedback":0.0,"pan":-1.0,"level":1.0,"filter_cutoff":0.0}',
    ],
    ['multi_tap_delay(taps = [{"a": 1}])', '{"type":"multi_tap_delay","taps":[{"a":1}]}'],
    [
      'granular_delay(time_ms = 100, feedback = 0.5, grain_size_ms = 50, pitch_semitones = 12, wet = 0.5)',
      '{"type":"granular_delay","time_ms":100.0,"feedback":0.5,"grain_size_ms":50.0,"pitch_semitones":12.0,"wet":0.5}',
    ],
    ['rotary_speaker(rate = 5, depth = 1, wet = 1)', '{"type":"rotary_speaker","rate":5.0,"depth":1.0,"wet":1.0}'],
    ['ring_modulator(frequency = 30, mix = 1)', '{"type":"ring_modulator","frequency":30.0,"mix":1.0}'],
    [
      'tape_saturation(drive = 2, bias = 0, wow_rate = 1, flutter_rate = 6, hiss_level = 0.05)',
      '{"type":"tape_saturation","drive":2.0,"bias":0.0,"wow_rate":1.0,"flutter_rate":6.0,"hiss_level":0.05}',
    ],
    ['cabinet_sim(cabinet_type = "radio")', '{"type":"cabinet_sim","cabinet_type":"radio","mic_position":0.0}'],
  ],
  bad: [
    ['reverb(wet = 2)', "S103: reverb(): 'wet' must be in range 0.0 to 1.0, got 2"],
    ['reverb(room_size = -1)', "S103: reverb(): 'room_size' must be in range 0.0 to 1.0, got -1"],
    ['delay(0)', "S103: delay(): 'time_ms' must be positive, got 0"],
    ['delay(ping_pong = 1)', "bind: delay(): 'ping_pong'"],
    ['chorus(0, 1, 1)', "S103: chorus(): 'rate' must be positive, got 0"],
    ['chorus(1, 1, 1, 5)', "S103: chorus(): 'voices' must be 1-4, got 5"],
    ['phaser(1, 2, 2, 1)', "S103: phaser(): 'depth' must be in range 0.0 to 1.0, got 2"],
    ['phaser(1, 1, 13, 1)', "S103: phaser(): 'stages' must be 2-12, got 13"],
    ['flanger(11, 1, 0, 1, 1)', "S103: flanger(): 'rate' must be 0.1-10.0, got 11"],
    ['flanger(1, 1, 1, 1, 1)', "S103: flanger(): 'feedback' must be -0.99 to 0.99, got 1"],
    ['bitcrush(0)', "S103: bitcrush(): 'bits' must be 1-16, got 0"],
    ['bitcrush(8, 0.5)', "S103: bitcrush(): 'sample_rate_reduction' must be >= 1.0, got 0.5"],
    ['waveshaper(0.5)', "S103: waveshaper(): 'drive' must be 1.0-100.0, got 0.5"],
    ['waveshaper(1, "fold")', "S104: waveshaper(): 'curve' must be one of: tanh, soft_clip, hard_clip, sine"],
    ['delay_tap(time_ms = 0, feedback = 0, pan = 0, level = 1)', "S103: delay_tap(): 'time_ms' must be 1-2000, got 0"],
    ['delay_tap(time_ms = 1, feedback = 0, pan = 2, level = 1)', "S103: delay_tap(): 'pan' must be in range -1.0 to 1"],
    ['multi_tap_delay(taps = 3)', "S102: multi_tap_delay(): 'taps' must be a list"],
    ['multi_tap_delay([])', 'bind: multi_tap_delay()'],
    [
      'granular_delay(time_ms = 9, feedback = 0, grain_size_ms = 50, pitch_semitones = 0, wet = 0)',
      "S103: granular_delay(): 'time_ms' must be 10-2000, got 9",
    ],
    [
      'granular_delay(time_ms = 10, feedback = 0, grain_size_ms = 50, pitch_semitones = 25, wet = 0)',
      "S103: granular_delay(): 'pitch_semitones' must be -24 to +24, got 25",
    ],
    ['rotary_speaker(rate = 11, depth = 1, wet = 1)', "S103: rotary_speaker(): 'rate' must be 0.5-10.0, got 11"],
    ['rotary_speaker(rate = 1, depth = 1)', "bind: rotary_speaker(): 'wet'"],
    ['ring_modulator(frequency = 10, mix = 1)', "S103: ring_modulator(): 'frequency' must be 20-2000, got 10"],
    ['ring_modulator(frequency = 20, mix = 2)', "S103: ring_modulator(): 'mix' must be in range 0.0 to 1.0, got 2"],
    [
      'tape_saturation(drive = 0, bias = 0, wow_rate = 1, flutter_rate = 6, hiss_level = 0)',
      "S103: tape_saturation(): 'drive' must be 1.0-20.0, got 0",
    ],
    [
      'tape_saturation(drive = 1, bias = 1, wow_rate = 1, flutter_rate = 6, hiss_level = 0)',
      "S103: tape_saturation(): 'bias' must be -0.5 to 0.5, got 1",
    ],
    ['cabinet_sim(cabinet_type = "tv")', "S104: cabinet_sim(): 'cabinet_type' must be one of: guitar_1x12,"],
    ['cabinet_sim(cabinet_type = "radio", mic_position = 2)', "S103: cabinet_sim(): 'mic_position' must be in range"],
  ],
});
