// Generated from the registry of the library: UPDATE_BUILDERS=1 vitest run packages/starlark/src/builders
import type { Json, JsonInput, JsonObject } from './json.ts';

/** Parameters of `output`. */
export interface OutputParams {
  readonly path: string;
  readonly format: string;
  /** Default: `"primary"`. */
  readonly kind?: 'primary' | 'metadata' | 'preview' | undefined;
  readonly source?: JsonInput | undefined;
}

/** Parameters of `spec`. */
export interface SpecParams {
  readonly asset_id: string;
  readonly asset_type: 'audio' | 'music' | 'texture' | 'sprite' | 'vfx' | 'ui' | 'font' | 'static_mesh' | 'skeletal_mesh' | 'skeletal_animation';
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly outputs: readonly JsonInput[];
  readonly recipe?: JsonInput | undefined;
  readonly description?: string | null | undefined;
  readonly tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

/** Parameters of `audio_spec`. */
export interface AudioSpecParams {
  readonly asset_id: string;
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly output_path: string;
  readonly format: 'wav' | 'ogg' | 'mp3' | 'flac';
  /** Above 0. */
  readonly duration_seconds: number;
  /** An int, above 0. */
  readonly sample_rate: number;
  readonly layers: readonly JsonInput[];
  readonly effects?: JsonInput | undefined;
  readonly description?: string | null | undefined;
  readonly tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

/** Parameters of `envelope`. */
export interface EnvelopeParams {
  /** At least 0. Default: `0.01`. */
  readonly attack?: number | undefined;
  /** At least 0. Default: `0.1`. */
  readonly decay?: number | undefined;
  /** At least 0 and at most 1. Default: `0.5`. */
  readonly sustain?: number | undefined;
  /** At least 0. Default: `0.2`. */
  readonly release?: number | undefined;
}

/** Parameters of `oneshot_envelope`. */
export interface OneshotEnvelopeParams {
  /** At least 0. */
  readonly attack_ms: number;
  /** At least 0. */
  readonly decay_ms: number;
  /** At least 0 and at most 1. */
  readonly sustain_level: number;
}

/** Parameters of `loop_envelope`. */
export interface LoopEnvelopeParams {
  /** At least 0. */
  readonly attack_ms: number;
  /** At least 0 and at most 1. */
  readonly sustain_level: number;
  /** At least 0. */
  readonly release_ms: number;
}

/** Parameters of `pitch_envelope`. */
export interface PitchEnvelopeParams {
  /** At least 0. Default: `0.01`. */
  readonly attack?: number | undefined;
  /** At least 0. Default: `0.1`. */
  readonly decay?: number | undefined;
  /** At least 0 and at most 1. Default: `0.5`. */
  readonly sustain?: number | undefined;
  /** At least 0. Default: `0.2`. */
  readonly release?: number | undefined;
  /** Default: `0`. */
  readonly depth?: number | undefined;
}

/** Parameters of `lfo`. */
export interface LfoParams {
  readonly waveform: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse';
  /** Above 0. */
  readonly rate: number;
  /** At least 0 and at most 1. */
  readonly depth: number;
  /** At least 0 and at most 1. */
  readonly phase?: number | null | undefined;
}

/** Parameters of `lfo_modulation`. */
export interface LfoModulationParams {
  readonly config: JsonInput;
  readonly target: 'pitch' | 'volume' | 'filter_cutoff' | 'pan' | 'pulse_width' | 'fm_index' | 'grain_size' | 'grain_density' | 'delay_time' | 'reverb_size' | 'distortion_drive';
  readonly amount: number;
}

/** Parameters of `audio_layer`. */
export interface AudioLayerParams {
  readonly synthesis: JsonInput;
  readonly envelope?: JsonInput | undefined;
  /** At least 0 and at most 1. Default: `0.8`. */
  readonly volume?: number | undefined;
  /** At least -1 and at most 1. Default: `0`. */
  readonly pan?: number | undefined;
  readonly filter?: JsonInput | undefined;
  readonly lfo?: JsonInput | undefined;
  /** At least 0. */
  readonly delay?: number | null | undefined;
}

/** Parameters of `with_loop_config`. */
export interface WithLoopConfigParams {
  readonly layer: JsonInput;
  readonly loop_start?: JsonInput | undefined;
  readonly loop_end?: JsonInput | undefined;
  /** An int, at least 0. Default: `441`. */
  readonly crossfade_samples?: number | undefined;
}

/** Parameters of `impact_builder`. */
export interface ImpactBuilderParams {
  readonly transient: JsonInput;
  readonly body: JsonInput;
  readonly tail: JsonInput;
}

/** Parameters of `whoosh_builder`. */
export interface WhooshBuilderParams {
  readonly direction: 'rising' | 'falling';
  /** Above 0. */
  readonly duration_ms: number;
  /** Above 0. */
  readonly start_freq: number;
  /** Above 0. */
  readonly end_freq: number;
  /** Default: `"white"`. */
  readonly noise_type?: 'white' | 'pink' | 'brown' | undefined;
}

/** Parameters of `oscillator`. */
export interface OscillatorParams {
  /** Above 0. */
  readonly frequency: number;
  /** Default: `"sine"`. */
  readonly waveform?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | undefined;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
  /** Default: `"linear"`. */
  readonly curve?: 'linear' | 'exponential' | 'logarithmic' | undefined;
  readonly detune?: number | null | undefined;
  /** At least 0 and at most 1. */
  readonly duty?: number | null | undefined;
}

/** Parameters of `fm_synth`. */
export interface FmSynthParams {
  /** Above 0. */
  readonly carrier: number;
  /** Above 0. */
  readonly modulator: number;
  /** At least 0. */
  readonly index: number;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `am_synth`. */
export interface AmSynthParams {
  /** Above 0. */
  readonly carrier: number;
  /** Above 0. */
  readonly modulator: number;
  /** At least 0 and at most 1. */
  readonly depth: number;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `noise_burst`. */
export interface NoiseBurstParams {
  /** Default: `"white"`. */
  readonly noise_type?: 'white' | 'pink' | 'brown' | undefined;
  readonly filter?: JsonInput | undefined;
}

/** Parameters of `karplus_strong`. */
export interface KarplusStrongParams {
  /** Above 0. */
  readonly frequency: number;
  /** At least 0 and at most 1. */
  readonly damping: number;
  /** At least 0 and at most 1. */
  readonly blend: number;
}

/** Parameters of `additive`. */
export interface AdditiveParams {
  /** Above 0. */
  readonly base_freq: number;
  readonly harmonics: JsonInput;
}

/** Parameters of `supersaw_unison`. */
export interface SupersawUnisonParams {
  /** Above 0. */
  readonly frequency: number;
  /** An int, at least 1 and at most 16. */
  readonly voices: number;
  /** At least 0. */
  readonly detune_cents: number;
  /** At least 0 and at most 1. */
  readonly spread: number;
  /** Default: `"linear"`. */
  readonly detune_curve?: 'linear' | 'exp2' | undefined;
}

/** Parameters of `wavetable`. */
export interface WavetableParams {
  readonly table: 'basic' | 'analog' | 'digital' | 'pwm' | 'formant' | 'organ';
  /** Above 0. */
  readonly frequency: number;
  /** At least 0 and at most 1. Default: `0`. */
  readonly position?: number | undefined;
  /** At least 0 and at most 1. */
  readonly position_end?: number | null | undefined;
  /** At least 1 and at most 8. */
  readonly voices?: number | null | undefined;
  readonly detune?: number | null | undefined;
}

/** Parameters of `granular`. */
export interface GranularParams {
  readonly source: JsonInput;
  /** At least 10 and at most 500. */
  readonly grain_size_ms: number;
  /** At least 1 and at most 100. */
  readonly grain_density: number;
  /** Default: `0`. */
  readonly pitch_spread?: number | undefined;
  /** At least 0 and at most 1. Default: `0`. */
  readonly position_spread?: number | undefined;
  /** At least 0 and at most 1. Default: `0`. */
  readonly pan_spread?: number | undefined;
}

/** Parameters of `granular_source`. */
export interface GranularSourceParams {
  readonly source_type: string;
  readonly param1: JsonInput;
  readonly param2?: JsonInput | undefined;
}

/** Parameters of `ring_mod_synth`. */
export interface RingModSynthParams {
  /** Above 0. */
  readonly carrier: number;
  /** Above 0. */
  readonly modulator: number;
  /** At least 0 and at most 1. */
  readonly mix: number;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `multi_oscillator`. */
export interface MultiOscillatorParams {
  /** Above 0. */
  readonly frequency: number;
  readonly oscillators: JsonInput;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `oscillator_config`. */
export interface OscillatorConfigParams {
  readonly waveform: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse';
  /** At least 0 and at most 1. Default: `1`. */
  readonly volume?: number | undefined;
  readonly detune?: number | null | undefined;
  /** At least 0 and at most 1. */
  readonly phase?: number | null | undefined;
  /** At least 0 and at most 1. */
  readonly duty?: number | null | undefined;
}

/** Parameters of `membrane_drum`. */
export interface MembraneDrumParams {
  /** Above 0. */
  readonly frequency: number;
  /** At least 0 and at most 1. */
  readonly decay: number;
  /** At least 0 and at most 1. */
  readonly tone: number;
  /** At least 0 and at most 1. */
  readonly strike: number;
}

/** Parameters of `feedback_fm`. */
export interface FeedbackFmParams {
  /** Above 0. */
  readonly frequency: number;
  /** At least 0 and at most 1. */
  readonly feedback: number;
  /** At least 0. */
  readonly modulation_index: number;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `pd_synth`. */
export interface PdSynthParams {
  /** Above 0. */
  readonly frequency: number;
  /** At least 0. */
  readonly distortion: number;
  /** Default: `0`. */
  readonly distortion_decay?: number | undefined;
  /** Default: `"resonant"`. */
  readonly waveform?: 'resonant' | 'sawtooth' | 'pulse' | undefined;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `modal`. */
export interface ModalParams {
  /** Above 0. */
  readonly frequency: number;
  readonly modes: JsonInput;
  /** Default: `"impulse"`. */
  readonly excitation?: 'impulse' | 'noise' | 'pluck' | undefined;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `modal_mode`. */
export interface ModalModeParams {
  /** Above 0. */
  readonly freq_ratio: number;
  /** At least 0 and at most 1. */
  readonly amplitude: number;
  /** Above 0. */
  readonly decay_time: number;
}

/** Parameters of `metallic`. */
export interface MetallicParams {
  /** Above 0. */
  readonly base_freq: number;
  /** An int, at least 1. */
  readonly num_partials: number;
  /** At least 1. */
  readonly inharmonicity: number;
}

/** Parameters of `comb_filter_synth`. */
export interface CombFilterSynthParams {
  /** Above 0. */
  readonly frequency: number;
  /** At least 0 and at most 1. */
  readonly decay: number;
  /** Default: `"impulse"`. */
  readonly excitation?: 'impulse' | 'noise' | 'saw' | undefined;
}

/** Parameters of `vocoder`. */
export interface VocoderParams {
  /** Above 0. */
  readonly carrier_freq: number;
  readonly carrier_type: 'sawtooth' | 'pulse' | 'noise';
  /** An int, at least 8 and at most 32. */
  readonly num_bands: number;
  readonly band_spacing: 'linear' | 'logarithmic';
  /** Above 0. */
  readonly envelope_attack: number;
  /** Above 0. */
  readonly envelope_release: number;
  /** Above 0. Default: `2`. */
  readonly formant_rate?: number | undefined;
  readonly bands?: JsonInput | undefined;
}

/** Parameters of `vocoder_band`. */
export interface VocoderBandParams {
  /** Above 0. */
  readonly center_freq: number;
  /** Above 0. */
  readonly bandwidth: number;
  readonly envelope_pattern?: JsonInput | undefined;
}

/** Parameters of `formant_synth`. */
export interface FormantSynthParams {
  /** Above 0. */
  readonly frequency: number;
  readonly formants?: JsonInput | undefined;
  readonly vowel?: 'a' | 'i' | 'u' | 'e' | 'o' | null | undefined;
  readonly vowel_morph?: 'a' | 'i' | 'u' | 'e' | 'o' | null | undefined;
  /** At least 0 and at most 1. Default: `0`. */
  readonly morph_amount?: number | undefined;
  /** At least 0 and at most 1. Default: `0`. */
  readonly breathiness?: number | undefined;
}

/** Parameters of `formant_config`. */
export interface FormantConfigParams {
  /** Above 0. */
  readonly frequency: number;
  /** At least 0 and at most 1. */
  readonly amplitude: number;
  /** Above 0. */
  readonly bandwidth: number;
}

/** Parameters of `vosim`. */
export interface VosimParams {
  /** Above 0. */
  readonly frequency: number;
  /** Above 0. */
  readonly formant_freq: number;
  /** An int, at least 1 and at most 16. */
  readonly pulses: number;
  /** At least 0 and at most 1. Default: `0`. */
  readonly breathiness?: number | undefined;
}

/** Parameters of `spectral_freeze`. */
export interface SpectralFreezeParams {
  readonly source: JsonInput;
}

/** Parameters of `vector_synth`. */
export interface VectorSynthParams {
  /** Above 0. */
  readonly frequency: number;
  readonly sources: JsonInput;
  /** At least 0 and at most 1. Default: `0.5`. */
  readonly position_x?: number | undefined;
  /** At least 0 and at most 1. Default: `0.5`. */
  readonly position_y?: number | undefined;
  readonly path?: JsonInput | undefined;
  /** Default: `false`. */
  readonly path_loop?: boolean | undefined;
  /** Default: `"linear"`. */
  readonly path_curve?: 'linear' | 'exponential' | 'logarithmic' | undefined;
}

/** Parameters of `vector_source`. */
export interface VectorSourceParams {
  readonly source_type: 'sine' | 'saw' | 'square' | 'triangle' | 'noise' | 'wavetable';
  /** Above 0. Default: `1`. */
  readonly frequency_ratio?: number | undefined;
}

/** Parameters of `vector_path_point`. */
export interface VectorPathPointParams {
  /** At least 0 and at most 1. */
  readonly x: number;
  /** At least 0 and at most 1. */
  readonly y: number;
  /** Above 0. */
  readonly duration: number;
}

/** Parameters of `waveguide`. */
export interface WaveguideParams {
  /** Above 0. */
  readonly frequency: number;
  /** At least 0 and at most 1. */
  readonly breath: number;
  /** At least 0 and at most 1. */
  readonly noise: number;
  /** At least 0 and at most 1. */
  readonly damping: number;
  /** At least 0 and at most 1. */
  readonly resonance: number;
}

/** Parameters of `bowed_string`. */
export interface BowedStringParams {
  /** Above 0. */
  readonly frequency: number;
  /** At least 0 and at most 1. */
  readonly bow_pressure: number;
  /** At least 0 and at most 1. */
  readonly bow_position: number;
  /** At least 0 and at most 1. */
  readonly damping: number;
}

/** Parameters of `pulsar`. */
export interface PulsarParams {
  /** Above 0. */
  readonly frequency: number;
  /** Above 0. */
  readonly pulse_rate: number;
  /** Above 0. */
  readonly grain_size_ms: number;
  readonly shape: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse';
}

/** Parameters of `spectral_source`. */
export interface SpectralSourceParams {
  readonly source_type: string;
  readonly param1: JsonInput;
  readonly param2?: JsonInput | undefined;
}

/** Parameters of `pitched_body`. */
export interface PitchedBodyParams {
  /** Above 0. */
  readonly start_freq: number;
  /** Above 0. */
  readonly end_freq: number;
}

/** Parameters of `lowpass`. */
export interface LowpassParams {
  /** Above 0. */
  readonly cutoff: number;
  /** Above 0. Default: `0.707`. */
  readonly resonance?: number | undefined;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `highpass`. */
export interface HighpassParams {
  /** Above 0. */
  readonly cutoff: number;
  /** Above 0. Default: `0.707`. */
  readonly resonance?: number | undefined;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `bandpass`. */
export interface BandpassParams {
  /** Above 0. */
  readonly center: number;
  /** Above 0. Default: `1`. */
  readonly resonance?: number | undefined;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `notch`. */
export interface NotchParams {
  /** Above 0. */
  readonly center: number;
  /** Above 0. Default: `1`. */
  readonly resonance?: number | undefined;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `allpass`. */
export interface AllpassParams {
  /** Above 0. */
  readonly frequency: number;
  /** Above 0. Default: `0.707`. */
  readonly resonance?: number | undefined;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `ladder`. */
export interface LadderParams {
  /** Above 0. */
  readonly cutoff: number;
  /** At least 0 and at most 1. Default: `0`. */
  readonly resonance?: number | undefined;
  /** Above 0. */
  readonly sweep_to?: number | null | undefined;
}

/** Parameters of `shelf_low`. */
export interface ShelfLowParams {
  /** Above 0. */
  readonly frequency: number;
  readonly gain_db: number;
}

/** Parameters of `shelf_high`. */
export interface ShelfHighParams {
  /** Above 0. */
  readonly frequency: number;
  readonly gain_db: number;
}

/** Parameters of `comb_filter`. */
export interface CombFilterParams {
  /** Above 0. */
  readonly delay_ms: number;
  /** At least 0 and at most 0.99. */
  readonly feedback: number;
  /** At least 0 and at most 1. */
  readonly wet: number;
}

/** Parameters of `formant_filter`. */
export interface FormantFilterParams {
  readonly vowel: 'a' | 'i' | 'u' | 'e' | 'o';
  /** At least 0 and at most 1. */
  readonly intensity: number;
}

/** Parameters of `reverb`. */
export interface ReverbParams {
  /** Default: `0.5`. */
  readonly decay?: number | undefined;
  /** At least 0 and at most 1. Default: `0.3`. */
  readonly wet?: number | undefined;
  /** At least 0 and at most 1. Default: `0.8`. */
  readonly room_size?: number | undefined;
  /** At least 0 and at most 1. Default: `1`. */
  readonly width?: number | undefined;
}

/** Parameters of `delay`. */
export interface DelayParams {
  /** Above 0. Default: `250`. */
  readonly time_ms?: number | undefined;
  /** At least 0 and at most 1. Default: `0.4`. */
  readonly feedback?: number | undefined;
  /** At least 0 and at most 1. Default: `0.3`. */
  readonly wet?: number | undefined;
  /** Default: `false`. */
  readonly ping_pong?: boolean | undefined;
}

/** Parameters of `chorus`. */
export interface ChorusParams {
  /** Above 0. */
  readonly rate: number;
  /** At least 0 and at most 1. */
  readonly depth: number;
  /** At least 0 and at most 1. */
  readonly wet: number;
  /** An int, at least 1 and at most 4. Default: `2`. */
  readonly voices?: number | undefined;
}

/** Parameters of `phaser`. */
export interface PhaserParams {
  /** Above 0. */
  readonly rate: number;
  /** At least 0 and at most 1. */
  readonly depth: number;
  /** An int, at least 2 and at most 12. */
  readonly stages: number;
  /** At least 0 and at most 1. */
  readonly wet: number;
}

/** Parameters of `flanger`. */
export interface FlangerParams {
  /** At least 0.1 and at most 10. */
  readonly rate: number;
  /** At least 0 and at most 1. */
  readonly depth: number;
  /** At least -0.99 and at most 0.99. */
  readonly feedback: number;
  /** At least 1 and at most 20. */
  readonly delay_ms: number;
  /** At least 0 and at most 1. */
  readonly wet: number;
}

/** Parameters of `bitcrush`. */
export interface BitcrushParams {
  /** An int, at least 1 and at most 16. */
  readonly bits: number;
  /** At least 1. Default: `1`. */
  readonly sample_rate_reduction?: number | undefined;
}

/** Parameters of `waveshaper`. */
export interface WaveshaperParams {
  /** At least 1 and at most 100. */
  readonly drive: number;
  /** Default: `"tanh"`. */
  readonly curve?: 'tanh' | 'soft_clip' | 'hard_clip' | 'sine' | undefined;
  /** At least 0 and at most 1. Default: `1`. */
  readonly wet?: number | undefined;
}

/** Parameters of `delay_tap`. */
export interface DelayTapParams {
  /** At least 1 and at most 2000. */
  readonly time_ms: number;
  /** At least 0 and at most 0.99. */
  readonly feedback: number;
  /** At least -1 and at most 1. */
  readonly pan: number;
  /** At least 0 and at most 1. */
  readonly level: number;
  /** At least 0. Default: `0`. */
  readonly filter_cutoff?: number | undefined;
}

/** Parameters of `multi_tap_delay`. */
export interface MultiTapDelayParams {
  readonly taps: JsonInput;
}

/** Parameters of `granular_delay`. */
export interface GranularDelayParams {
  /** At least 10 and at most 2000. */
  readonly time_ms: number;
  /** At least 0 and at most 0.95. */
  readonly feedback: number;
  /** At least 10 and at most 200. */
  readonly grain_size_ms: number;
  /** At least -24 and at most 24. */
  readonly pitch_semitones: number;
  /** At least 0 and at most 1. */
  readonly wet: number;
}

/** Parameters of `rotary_speaker`. */
export interface RotarySpeakerParams {
  /** At least 0.5 and at most 10. */
  readonly rate: number;
  /** At least 0 and at most 1. */
  readonly depth: number;
  /** At least 0 and at most 1. */
  readonly wet: number;
}

/** Parameters of `ring_modulator`. */
export interface RingModulatorParams {
  /** At least 20 and at most 2000. */
  readonly frequency: number;
  /** At least 0 and at most 1. */
  readonly mix: number;
}

/** Parameters of `tape_saturation`. */
export interface TapeSaturationParams {
  /** At least 1 and at most 20. */
  readonly drive: number;
  /** At least -0.5 and at most 0.5. */
  readonly bias: number;
  /** At least 0 and at most 3. */
  readonly wow_rate: number;
  /** At least 0 and at most 20. */
  readonly flutter_rate: number;
  /** At least 0 and at most 0.1. */
  readonly hiss_level: number;
}

/** Parameters of `cabinet_sim`. */
export interface CabinetSimParams {
  readonly cabinet_type: 'guitar_1x12' | 'guitar_4x12' | 'bass_1x15' | 'radio' | 'telephone';
  /** At least 0 and at most 1. Default: `0`. */
  readonly mic_position?: number | undefined;
}

/** Parameters of `compressor`. */
export interface CompressorParams {
  /** Default: `-12`. */
  readonly threshold_db?: number | undefined;
  /** Above 0. Default: `4`. */
  readonly ratio?: number | undefined;
  /** Above 0. Default: `10`. */
  readonly attack_ms?: number | undefined;
  /** Above 0. Default: `100`. */
  readonly release_ms?: number | undefined;
  /** Default: `0`. */
  readonly makeup_db?: number | undefined;
}

/** Parameters of `limiter`. */
export interface LimiterParams {
  /** At least -24 and at most 0. */
  readonly threshold_db: number;
  /** At least 10 and at most 500. Default: `100`. */
  readonly release_ms?: number | undefined;
  /** At least 1 and at most 10. Default: `5`. */
  readonly lookahead_ms?: number | undefined;
  /** At least -6 and at most 0. Default: `-0.3`. */
  readonly ceiling_db?: number | undefined;
}

/** Parameters of `parametric_eq`. */
export interface ParametricEqParams {
  readonly bands: JsonInput;
}

/** Parameters of `eq_band`. */
export interface EqBandParams {
  /** Above 0. */
  readonly frequency: number;
  /** At least -24 and at most 24. */
  readonly gain_db: number;
  /** At least 0.1 and at most 10. */
  readonly q: number;
  readonly band_type: 'lowshelf' | 'highshelf' | 'peak' | 'notch';
}

/** Parameters of `transient_shaper`. */
export interface TransientShaperParams {
  /** At least -1 and at most 1. */
  readonly attack: number;
  /** At least -1 and at most 1. */
  readonly sustain: number;
  /** At least -12 and at most 12. */
  readonly output_gain_db: number;
}

/** Parameters of `true_peak_limiter`. */
export interface TruePeakLimiterParams {
  /** At least -6 and at most 0. */
  readonly ceiling_db: number;
  /** At least 10 and at most 500. Default: `100`. */
  readonly release_ms?: number | undefined;
}

/** Parameters of `auto_filter`. */
export interface AutoFilterParams {
  /** At least 0 and at most 1. */
  readonly sensitivity: number;
  /** At least 0.1 and at most 100. */
  readonly attack_ms: number;
  /** At least 10 and at most 1000. */
  readonly release_ms: number;
  /** At least 0 and at most 1. */
  readonly depth: number;
  /** At least 100 and at most 8000. */
  readonly base_frequency: number;
}

/** Parameters of `stereo_widener`. */
export interface StereoWidenerParams {
  /** At least 0 and at most 2. */
  readonly width: number;
  /** Default: `"simple"`. */
  readonly mode?: 'simple' | 'haas' | 'mid_side' | undefined;
  /** At least 1 and at most 30. Default: `10`. */
  readonly delay_ms?: number | undefined;
}

/** Parameters of `instrument_synthesis`. */
export interface InstrumentSynthesisParams {
  readonly synth_type: 'pulse' | 'square' | 'triangle' | 'sawtooth' | 'sine' | 'noise';
  /** Default: `0.5`. */
  readonly duty_cycle?: number | undefined;
  /** Default: `false`. */
  readonly periodic?: boolean | undefined;
}

/** Parameters of `tracker_instrument`. */
export interface TrackerInstrumentParams {
  readonly name: string;
  readonly synthesis?: JsonInput | undefined;
  readonly wav?: string | null | undefined;
  readonly ref?: string | null | undefined;
  readonly base_note?: string | null | undefined;
  /** An int. */
  readonly sample_rate?: number | null | undefined;
  readonly envelope?: JsonInput | undefined;
  readonly loop_mode?: 'auto' | 'none' | 'forward' | 'pingpong' | null | undefined;
  /** An int, at least 0 and at most 64. */
  readonly default_volume?: number | null | undefined;
  readonly comment?: string | null | undefined;
}

/** Parameters of `it_options`. */
export interface ItOptionsParams {
  /** Default: `true`. */
  readonly stereo?: boolean | undefined;
  /** An int, at least 0 and at most 128. Default: `128`. */
  readonly global_volume?: number | undefined;
  /** An int, at least 0 and at most 128. Default: `48`. */
  readonly mix_volume?: number | undefined;
}

/** Parameters of `tracker_song`. */
export interface TrackerSongParams {
  readonly format: 'xm' | 'it';
  /** An int, at least 32 and at most 255. */
  readonly bpm: number;
  /** An int, at least 1 and at most 31. */
  readonly speed: number;
  /** An int, at least 1 and at most 64. */
  readonly channels: number;
  readonly instruments: readonly JsonInput[];
  readonly patterns: JsonInput;
  readonly arrangement: readonly JsonInput[];
  readonly name?: string | null | undefined;
  readonly title?: string | null | undefined;
  /** Default: `false`. */
  readonly loop?: boolean | undefined;
  /** An int. */
  readonly restart_position?: number | null | undefined;
  readonly automation?: JsonInput | undefined;
  readonly it_options?: JsonInput | undefined;
}

/** Parameters of `music_spec`. */
export interface MusicSpecParams {
  readonly asset_id: string;
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly output_path: string;
  readonly format: 'xm' | 'it';
  /** An int, at least 32 and at most 255. */
  readonly bpm: number;
  /** An int, at least 1 and at most 31. */
  readonly speed: number;
  /** An int, at least 1 and at most 64. */
  readonly channels: number;
  readonly instruments: readonly JsonInput[];
  readonly patterns: JsonInput;
  readonly arrangement: readonly JsonInput[];
  readonly name?: string | null | undefined;
  readonly title?: string | null | undefined;
  /** Default: `false`. */
  readonly loop?: boolean | undefined;
  readonly description?: string | null | undefined;
  readonly tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

/** Parameters of `pattern_note`. */
export interface PatternNoteParams {
  /** An int, at least 0. */
  readonly row: number;
  readonly note: string;
  /** An int, at least 0. */
  readonly inst: number;
  /** An int. */
  readonly channel?: number | null | undefined;
  /** An int, at least 0 and at most 64. */
  readonly vol?: number | null | undefined;
  /** An int. */
  readonly effect?: number | null | undefined;
  /** An int. */
  readonly param?: number | null | undefined;
  readonly effect_name?: string | null | undefined;
  readonly effect_xy?: JsonInput | undefined;
}

/** Parameters of `tracker_pattern`. */
export interface TrackerPatternParams {
  /** An int, above 0. */
  readonly rows: number;
  readonly notes?: JsonInput | undefined;
  readonly data?: JsonInput | undefined;
}

/** Parameters of `arrangement_entry`. */
export interface ArrangementEntryParams {
  readonly pattern: string;
  /** An int, at least 1. Default: `1`. */
  readonly repeat?: number | undefined;
}

/** Parameters of `volume_fade`. */
export interface VolumeFadeParams {
  readonly pattern: string;
  /** An int. */
  readonly channel: number;
  /** An int. */
  readonly start_row: number;
  /** An int. */
  readonly end_row: number;
  /** An int, at least 0 and at most 64. */
  readonly start_vol: number;
  /** An int, at least 0 and at most 64. */
  readonly end_vol: number;
}

/** Parameters of `tempo_change`. */
export interface TempoChangeParams {
  readonly pattern: string;
  /** An int. */
  readonly row: number;
  /** An int, at least 32 and at most 255. */
  readonly bpm: number;
}

/** Parameters of `humanize_vol`. */
export interface HumanizeVolParams {
  /** An int, at least 0 and at most 64. */
  readonly min_vol: number;
  /** An int, at least 0 and at most 64. */
  readonly max_vol: number;
  readonly seed_salt: string;
}

/** Parameters of `swing`. */
export interface SwingParams {
  /** An int, at least 0 and at most 1000. */
  readonly amount_permille: number;
  /** An int, above 0. */
  readonly stride: number;
  readonly seed_salt: string;
}

/** Parameters of `loop_low`. */
export interface LoopLowParams {
  readonly name: string;
  /** An int, at least 32 and at most 255. Default: `90`. */
  readonly bpm?: number | undefined;
  /** An int, at least 1 and at most 64. Default: `8`. */
  readonly measures?: number | undefined;
  /** An int, above 0. Default: `4`. */
  readonly rows_per_beat?: number | undefined;
  /** An int, above 0. Default: `4`. */
  readonly channels?: number | undefined;
  /** Default: `"xm"`. */
  readonly format?: 'xm' | 'it' | undefined;
}

/** Parameters of `loop_main`. */
export interface LoopMainParams {
  readonly name: string;
  /** An int, at least 32 and at most 255. Default: `120`. */
  readonly bpm?: number | undefined;
  /** An int, at least 1 and at most 64. Default: `8`. */
  readonly measures?: number | undefined;
  /** An int, above 0. Default: `4`. */
  readonly rows_per_beat?: number | undefined;
  /** An int, above 0. Default: `8`. */
  readonly channels?: number | undefined;
  /** Default: `"xm"`. */
  readonly format?: 'xm' | 'it' | undefined;
}

/** Parameters of `loop_hi`. */
export interface LoopHiParams {
  readonly name: string;
  /** An int, at least 32 and at most 255. Default: `140`. */
  readonly bpm?: number | undefined;
  /** An int, at least 1 and at most 64. Default: `8`. */
  readonly measures?: number | undefined;
  /** An int, above 0. Default: `4`. */
  readonly rows_per_beat?: number | undefined;
  /** An int, above 0. Default: `12`. */
  readonly channels?: number | undefined;
  /** Default: `"xm"`. */
  readonly format?: 'xm' | 'it' | undefined;
}

/** Parameters of `loop_cue`. */
export interface LoopCueParams {
  readonly name: string;
  readonly intensity: 'low' | 'main' | 'hi';
  /** An int, at least 32 and at most 255. */
  readonly bpm?: number | null | undefined;
  /** An int, at least 1 and at most 64. Default: `8`. */
  readonly measures?: number | undefined;
  /** An int, above 0. Default: `4`. */
  readonly rows_per_beat?: number | undefined;
  /** An int, above 0. */
  readonly channels?: number | null | undefined;
  /** Default: `"xm"`. */
  readonly format?: 'xm' | 'it' | undefined;
}

/** Parameters of `stinger`. */
export interface StingerParams {
  readonly name: string;
  /** Default: `"custom"`. */
  readonly stinger_type?: 'victory' | 'defeat' | 'pickup' | 'levelup' | 'discovery' | 'danger' | 'alert' | 'custom' | undefined;
  /** An int, at least 1 and at most 32. Default: `4`. */
  readonly duration_beats?: number | undefined;
  /** An int, at least 32 and at most 255. Default: `120`. */
  readonly bpm?: number | undefined;
  /** An int, above 0. Default: `4`. */
  readonly rows_per_beat?: number | undefined;
  /** An int, above 0. Default: `4`. */
  readonly channels?: number | undefined;
  /** Default: `"xm"`. */
  readonly format?: 'xm' | 'it' | undefined;
  /** An int, at least 0 and at most 16. Default: `0`. */
  readonly tail_beats?: number | undefined;
}

/** Parameters of `transition`. */
export interface TransitionParams {
  readonly name: string;
  /** Default: `"bridge"`. */
  readonly transition_type?: 'build' | 'breakdown' | 'bridge' | 'fill' | 'custom' | undefined;
  /** Default: `"main"`. */
  readonly from_intensity?: 'low' | 'main' | 'hi' | undefined;
  /** Default: `"main"`. */
  readonly to_intensity?: 'low' | 'main' | 'hi' | undefined;
  /** An int, at least 1 and at most 8. Default: `2`. */
  readonly measures?: number | undefined;
  /** An int, at least 32 and at most 255. Default: `120`. */
  readonly bpm?: number | undefined;
  /** An int, above 0. Default: `4`. */
  readonly rows_per_beat?: number | undefined;
  /** An int, above 0. Default: `8`. */
  readonly channels?: number | undefined;
  /** Default: `"xm"`. */
  readonly format?: 'xm' | 'it' | undefined;
}

/** Parameters of `noise_node`. */
export interface NoiseNodeParams {
  readonly id: string;
  /** Default: `"perlin"`. */
  readonly algorithm?: 'perlin' | 'simplex' | 'worley' | 'value' | 'gabor' | 'fbm' | undefined;
  /** Above 0. Default: `0.1`. */
  readonly scale?: number | undefined;
  /** An int, above 0. Default: `4`. */
  readonly octaves?: number | undefined;
  /** Default: `0.5`. */
  readonly persistence?: number | undefined;
  /** Default: `2`. */
  readonly lacunarity?: number | undefined;
}

/** Parameters of `reaction_diffusion_node`. */
export interface ReactionDiffusionNodeParams {
  readonly id: string;
  /** An int, above 0. Default: `120`. */
  readonly steps?: number | undefined;
  /** Above 0 and at most 1. Default: `0.055`. */
  readonly feed?: number | undefined;
  /** Above 0 and at most 1. Default: `0.062`. */
  readonly kill?: number | undefined;
  /** Above 0 and at most 2. Default: `1`. */
  readonly diffuse_a?: number | undefined;
  /** Above 0 and at most 2. Default: `0.5`. */
  readonly diffuse_b?: number | undefined;
  /** Above 0 and at most 2. Default: `1`. */
  readonly dt?: number | undefined;
  /** At least 0 and at most 0.5. Default: `0.03`. */
  readonly seed_density?: number | undefined;
}

/** Parameters of `reaction_diffusion_preset`. */
export interface ReactionDiffusionPresetParams {
  /** Default: `"mitosis"`. */
  readonly preset?: 'mitosis' | 'worms' | 'spots' | undefined;
}

/** Parameters of `gradient_node`. */
export interface GradientNodeParams {
  readonly id: string;
  /** Default: `"horizontal"`. */
  readonly direction?: 'horizontal' | 'vertical' | 'radial' | undefined;
  /** Default: `0`. */
  readonly start?: number | undefined;
  /** Default: `1`. */
  readonly end?: number | undefined;
  readonly center?: JsonInput | undefined;
  readonly inner?: number | null | undefined;
  readonly outer?: number | null | undefined;
}

/** Parameters of `constant_node`. */
export interface ConstantNodeParams {
  readonly id: string;
  readonly value: number;
}

/** Parameters of `stripes_node`. */
export interface StripesNodeParams {
  readonly id: string;
  readonly direction: 'horizontal' | 'vertical';
  /** An int, above 0. */
  readonly stripe_width: number;
  /** At least 0 and at most 1. Default: `0`. */
  readonly color1?: number | undefined;
  /** At least 0 and at most 1. Default: `1`. */
  readonly color2?: number | undefined;
}

/** Parameters of `checkerboard_node`. */
export interface CheckerboardNodeParams {
  readonly id: string;
  /** An int, above 0. */
  readonly tile_size: number;
  /** At least 0 and at most 1. Default: `0`. */
  readonly color1?: number | undefined;
  /** At least 0 and at most 1. Default: `1`. */
  readonly color2?: number | undefined;
}

/** Parameters of `threshold_node`. */
export interface ThresholdNodeParams {
  readonly id: string;
  readonly input: string;
  /** Default: `0.5`. */
  readonly threshold?: number | undefined;
}

/** Parameters of `invert_node`. */
export interface InvertNodeParams {
  readonly id: string;
  readonly input: string;
}

/** Parameters of `color_ramp_node`. */
export interface ColorRampNodeParams {
  readonly id: string;
  readonly input: string;
  readonly ramp: readonly string[];
}

/** Parameters of `add_node`. */
export interface AddNodeParams {
  readonly id: string;
  readonly a: string;
  readonly b: string;
}

/** Parameters of `multiply_node`. */
export interface MultiplyNodeParams {
  readonly id: string;
  readonly a: string;
  readonly b: string;
}

/** Parameters of `lerp_node`. */
export interface LerpNodeParams {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly t: string;
}

/** Parameters of `clamp_node`. */
export interface ClampNodeParams {
  readonly id: string;
  readonly input: string;
  /** Default: `0`. */
  readonly min?: number | undefined;
  /** Default: `1`. */
  readonly max?: number | undefined;
}

/** Parameters of `grayscale_node`. */
export interface GrayscaleNodeParams {
  readonly id: string;
  readonly input: string;
}

/** Parameters of `palette_node`. */
export interface PaletteNodeParams {
  readonly id: string;
  readonly input: string;
  readonly palette: readonly string[];
}

/** Parameters of `compose_rgba_node`. */
export interface ComposeRgbaNodeParams {
  readonly id: string;
  readonly r: string;
  readonly g: string;
  readonly b: string;
  readonly a?: string | null | undefined;
}

/** Parameters of `normal_from_height_node`. */
export interface NormalFromHeightNodeParams {
  readonly id: string;
  readonly input: string;
  /** Above 0. Default: `1`. */
  readonly strength?: number | undefined;
}

/** Parameters of `wang_tiles_node`. */
export interface WangTilesNodeParams {
  readonly id: string;
  readonly input: string;
  /** An int, above 0. Default: `4`. */
  readonly tile_count_x?: number | undefined;
  /** An int, above 0. Default: `4`. */
  readonly tile_count_y?: number | undefined;
  /** At least 0 and at most 0.5. Default: `0.1`. */
  readonly blend_width?: number | undefined;
}

/** Parameters of `texture_bomb_node`. */
export interface TextureBombNodeParams {
  readonly id: string;
  readonly input: string;
  /** At least 0 and at most 1. Default: `0.5`. */
  readonly density?: number | undefined;
  /** Above 0. Default: `0.8`. */
  readonly scale_min?: number | undefined;
  /** Default: `1.2`. */
  readonly scale_max?: number | undefined;
  /** At least 0 and at most 360. Default: `0`. */
  readonly rotation_variation?: number | undefined;
  /** Default: `"max"`. */
  readonly blend_mode?: 'max' | 'add' | 'average' | undefined;
}

/** Parameters of `texture_graph`. */
export interface TextureGraphParams {
  readonly resolution: readonly number[];
  readonly nodes: readonly JsonInput[];
  /** Default: `true`. */
  readonly tileable?: boolean | undefined;
}

/** Parameters of `texture_spec`. */
export interface TextureSpecParams {
  readonly asset_id: string;
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly output_path: string;
  readonly format: 'png' | 'jpg' | 'exr' | 'tga';
  readonly resolution: readonly number[];
  readonly nodes: readonly JsonInput[];
  /** Default: `true`. */
  readonly tileable?: boolean | undefined;
  readonly description?: string | null | undefined;
  readonly tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

/** Parameters of `trimsheet_tile`. */
export interface TrimsheetTileParams {
  readonly id: string;
  /** An int, above 0. */
  readonly width: number;
  /** An int, above 0. */
  readonly height: number;
  readonly color: readonly number[];
}

/** Parameters of `trimsheet_spec`. */
export interface TrimsheetSpecParams {
  readonly asset_id: string;
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly output_path: string;
  readonly resolution: readonly number[];
  readonly tiles: readonly JsonInput[];
  readonly metadata_path?: string | null | undefined;
  /** An int, at least 0. Default: `2`. */
  readonly padding?: number | undefined;
  readonly description?: string | null | undefined;
  readonly tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

/** Parameters of `decal_metadata`. */
export interface DecalMetadataParams {
  /** Above 0. Default: `1`. */
  readonly aspect_ratio?: number | undefined;
  readonly anchor?: JsonInput | undefined;
  /** At least 0 and at most 1. Default: `0`. */
  readonly fade_distance?: number | undefined;
  readonly projection_size?: JsonInput | undefined;
  readonly depth_range?: JsonInput | undefined;
}

/** Parameters of `decal_spec`. */
export interface DecalSpecParams {
  readonly asset_id: string;
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly output_path: string;
  readonly resolution: readonly number[];
  readonly nodes: readonly JsonInput[];
  readonly albedo_output: string;
  readonly alpha_output: string;
  readonly metadata: JsonInput;
  readonly normal_output?: string | null | undefined;
  readonly roughness_output?: string | null | undefined;
  readonly normal_path?: string | null | undefined;
  readonly roughness_path?: string | null | undefined;
  readonly metadata_path?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

/** Parameters of `splat_layer`. */
export interface SplatLayerParams {
  readonly id: string;
  readonly albedo_color: readonly number[];
  /** At least 0. Default: `1`. */
  readonly normal_strength?: number | undefined;
  /** At least 0 and at most 1. Default: `0.8`. */
  readonly roughness?: number | undefined;
  /** Default: `0.2`. */
  readonly detail_scale?: number | undefined;
  /** Default: `0.3`. */
  readonly detail_intensity?: number | undefined;
}

/** Parameters of `splat_set_spec`. */
export interface SplatSetSpecParams {
  readonly asset_id: string;
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly resolution: readonly number[];
  readonly layers: readonly JsonInput[];
  readonly output_prefix: string;
  /** Default: `"noise"`. */
  readonly mask_mode?: 'noise' | 'height' | 'slope' | 'height_slope' | undefined;
  /** Default: `0.1`. */
  readonly noise_scale?: number | undefined;
  /** Default: `false`. */
  readonly macro_variation?: boolean | undefined;
  /** Default: `0.05`. */
  readonly macro_scale?: number | undefined;
  /** At least 0 and at most 1. Default: `0.3`. */
  readonly macro_intensity?: number | undefined;
  readonly metadata_path?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

/** Parameters of `matcap_v1`. */
export interface MatcapV1Params {
  readonly asset_id: string;
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly output_path: string;
  readonly resolution: readonly number[];
  readonly preset: 'toon_basic' | 'toon_rim' | 'metallic' | 'ceramic' | 'clay' | 'skin' | 'plastic' | 'velvet';
  readonly base_color?: JsonInput | undefined;
  /** An int, at least 2 and at most 16. */
  readonly toon_steps?: number | null | undefined;
  /** An int, at least 1 and at most 10. */
  readonly outline_width?: number | null | undefined;
  readonly outline_color?: JsonInput | undefined;
  /** Default: `false`. */
  readonly curvature_enabled?: boolean | undefined;
  /** At least 0 and at most 1. Default: `0.5`. */
  readonly curvature_strength?: number | undefined;
  /** Default: `false`. */
  readonly cavity_enabled?: boolean | undefined;
  /** At least 0 and at most 1. Default: `0.5`. */
  readonly cavity_strength?: number | undefined;
  readonly description?: string | null | undefined;
  readonly tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

/** Parameters of `material_preset_v1`. */
export interface MaterialPresetV1Params {
  readonly asset_id: string;
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly output_prefix: string;
  readonly resolution: readonly number[];
  readonly preset: 'toon_metal' | 'stylized_wood' | 'neon_glow' | 'ceramic_glaze' | 'sci_fi_panel' | 'clean_plastic' | 'rough_stone' | 'brushed_metal';
  /** Default: `true`. */
  readonly tileable?: boolean | undefined;
  readonly base_color?: JsonInput | undefined;
  readonly roughness_range?: JsonInput | undefined;
  readonly metallic?: JsonInput | undefined;
  readonly noise_scale?: JsonInput | undefined;
  readonly pattern_scale?: JsonInput | undefined;
  readonly description?: string | null | undefined;
  readonly style_tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

/** Parameters of `mesh_primitive`. */
export interface MeshPrimitiveParams {
  readonly primitive: 'cube' | 'sphere' | 'cylinder' | 'cone' | 'torus' | 'plane' | 'ico_sphere';
  readonly dimensions: readonly number[];
}

/** Parameters of `mesh_recipe`. */
export interface MeshRecipeParams {
  readonly primitive: 'cube' | 'sphere' | 'cylinder' | 'cone' | 'torus' | 'plane' | 'ico_sphere';
  readonly dimensions: readonly number[];
  readonly modifiers?: JsonInput | undefined;
}

/** Parameters of `mesh_spec`. */
export interface MeshSpecParams {
  readonly asset_id: string;
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly output_path: string;
  readonly format: 'glb' | 'gltf' | 'obj' | 'fbx';
  readonly primitive: 'cube' | 'sphere' | 'cylinder' | 'cone' | 'torus' | 'plane' | 'ico_sphere';
  readonly dimensions: readonly number[];
  readonly modifiers?: JsonInput | undefined;
  readonly description?: string | null | undefined;
  readonly tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

/** Parameters of `bevel_modifier`. */
export interface BevelModifierParams {
  /** Above 0. Default: `0.02`. */
  readonly width?: number | undefined;
  /** An int, above 0. Default: `2`. */
  readonly segments?: number | undefined;
  /** Above 0 and at most 180. */
  readonly angle_limit?: number | null | undefined;
}

/** Parameters of `subdivision_modifier`. */
export interface SubdivisionModifierParams {
  /** An int, above 0. Default: `2`. */
  readonly levels?: number | undefined;
  /** An int, above 0. */
  readonly render_levels?: number | null | undefined;
}

/** Parameters of `decimate_modifier`. */
export interface DecimateModifierParams {
  /** At least 0 and at most 1. Default: `0.5`. */
  readonly ratio?: number | undefined;
}

/** Parameters of `edge_split_modifier`. */
export interface EdgeSplitModifierParams {
  /** Above 0 and at most 180. */
  readonly angle: number;
}

/** Parameters of `mirror_modifier`. */
export interface MirrorModifierParams {
  /** Default: `true`. */
  readonly axis_x?: boolean | undefined;
  /** Default: `false`. */
  readonly axis_y?: boolean | undefined;
  /** Default: `false`. */
  readonly axis_z?: boolean | undefined;
}

/** Parameters of `array_modifier`. */
export interface ArrayModifierParams {
  /** An int, above 0. */
  readonly count: number;
  readonly offset: readonly number[];
}

/** Parameters of `solidify_modifier`. */
export interface SolidifyModifierParams {
  /** Above 0. */
  readonly thickness: number;
  /** At least -1 and at most 1. Default: `0`. */
  readonly offset?: number | undefined;
}

/** Parameters of `triangulate_modifier`. */
export interface TriangulateModifierParams {
  readonly ngon_method?: 'beauty' | 'clip' | 'fixed' | null | undefined;
  readonly quad_method?: 'beauty' | 'fixed' | 'shortest_diagonal' | 'longest_diagonal' | null | undefined;
}

/** Parameters of `baking_settings`. */
export interface BakingSettingsParams {
  readonly bake_types: readonly ('normal' | 'ao' | 'curvature' | 'combined')[];
  /** Above 0. Default: `0.1`. */
  readonly ray_distance?: number | undefined;
  /** An int, at least 0. Default: `16`. */
  readonly margin?: number | undefined;
  readonly resolution?: JsonInput | undefined;
  readonly high_poly_source?: string | null | undefined;
}

/** Parameters of `material_slot`. */
export interface MaterialSlotParams {
  readonly name: string;
  readonly base_color?: JsonInput | undefined;
  readonly metallic?: JsonInput | undefined;
  readonly roughness?: JsonInput | undefined;
  readonly emissive?: JsonInput | undefined;
}

/** Parameters of `custom_bone`. */
export interface CustomBoneParams {
  readonly bone: string;
  readonly head?: JsonInput | undefined;
  readonly tail?: JsonInput | undefined;
  readonly parent?: string | null | undefined;
  readonly mirror?: string | null | undefined;
}

/** Parameters of `skeletal_export_settings`. */
export interface SkeletalExportSettingsParams {
  /** Default: `true`. */
  readonly include_armature?: boolean | undefined;
  /** Default: `true`. */
  readonly include_normals?: boolean | undefined;
  /** Default: `true`. */
  readonly include_uvs?: boolean | undefined;
  /** Default: `true`. */
  readonly triangulate?: boolean | undefined;
  /** Default: `true`. */
  readonly include_skin_weights?: boolean | undefined;
  /** Default: `false`. */
  readonly save_blend?: boolean | undefined;
}

/** Parameters of `skeletal_constraints`. */
export interface SkeletalConstraintsParams {
  /** An int, above 0. */
  readonly max_triangles?: number | null | undefined;
  /** An int, above 0. */
  readonly max_bones?: number | null | undefined;
  /** An int, above 0. */
  readonly max_materials?: number | null | undefined;
}

/** Parameters of `body_part`. */
export interface BodyPartParams {
  readonly bone: string;
  readonly primitive: 'cube' | 'sphere' | 'cylinder' | 'cone' | 'torus' | 'plane' | 'ico_sphere';
  readonly dimensions: readonly number[];
  /** An int. */
  readonly segments?: number | null | undefined;
  readonly offset?: JsonInput | undefined;
  readonly rotation?: JsonInput | undefined;
  /** An int. */
  readonly material_index?: number | null | undefined;
}

/** Parameters of `skinning_config`. */
export interface SkinningConfigParams {
  /** An int, at least 1 and at most 8. Default: `4`. */
  readonly max_bone_influences?: number | undefined;
  /** Default: `true`. */
  readonly auto_weights?: boolean | undefined;
}

/** Parameters of `skeletal_texturing`. */
export interface SkeletalTexturingParams {
  /** Default: `"cylinder_project"`. */
  readonly uv_mode?: 'cylinder_project' | 'box_project' | 'sphere_project' | 'smart' | undefined;
}

/** Parameters of `skeletal_mesh_spec`. */
export interface SkeletalMeshSpecParams {
  readonly asset_id: string;
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly output_path: string;
  readonly format: 'glb';
  readonly skeleton_preset?: 'humanoid_basic_v1' | null | undefined;
  readonly bone_meshes?: JsonInput | undefined;
  readonly skeleton?: JsonInput | undefined;
  readonly bool_shapes?: JsonInput | undefined;
  readonly material_slots?: JsonInput | undefined;
  readonly export?: JsonInput | undefined;
  readonly constraints?: JsonInput | undefined;
  readonly description?: string | null | undefined;
  readonly tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

/** Parameters of `skeletal_mesh_skinned_spec`. */
export interface SkeletalMeshSkinnedSpecParams {
  readonly asset_id: string;
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly output_path: string;
  readonly format: 'glb';
  readonly mesh_file?: JsonInput | undefined;
  readonly mesh_asset?: JsonInput | undefined;
  readonly skeleton_preset?: 'humanoid_basic_v1' | null | undefined;
  readonly skeleton?: JsonInput | undefined;
  readonly binding?: JsonInput | undefined;
  readonly material_slots?: JsonInput | undefined;
  readonly export?: JsonInput | undefined;
  readonly constraints?: JsonInput | undefined;
  readonly description?: string | null | undefined;
  readonly tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

/** Parameters of `bone_transform`. */
export interface BoneTransformParams {
  readonly position?: JsonInput | undefined;
  readonly rotation?: JsonInput | undefined;
  readonly scale?: JsonInput | undefined;
}

/** Parameters of `animation_keyframe`. */
export interface AnimationKeyframeParams {
  /** At least 0. */
  readonly time: number;
  readonly bones: JsonInput;
}

/** Parameters of `animation_export_settings`. */
export interface AnimationExportSettingsParams {
  /** Default: `true`. */
  readonly bake_transforms?: boolean | undefined;
  /** Default: `false`. */
  readonly optimize_keyframes?: boolean | undefined;
  /** Default: `false`. */
  readonly separate_file?: boolean | undefined;
  /** Default: `false`. */
  readonly save_blend?: boolean | undefined;
}

/** Parameters of `ik_target_transform`. */
export interface IkTargetTransformParams {
  readonly position?: JsonInput | undefined;
  readonly rotation?: JsonInput | undefined;
  readonly ik_fk_blend?: JsonInput | undefined;
}

/** Parameters of `ik_keyframe`. */
export interface IkKeyframeParams {
  /** At least 0. */
  readonly time: number;
  readonly targets: JsonInput;
}

/** Parameters of `skeletal_animation_spec`. */
export interface SkeletalAnimationSpecParams {
  readonly asset_id: string;
  /** An int, at least 0 and at most 4294967295. */
  readonly seed: number;
  readonly output_path: string;
  readonly format: 'glb' | 'gltf';
  readonly skeleton_preset: 'humanoid_basic_v1';
  readonly clip_name: string;
  /** Above 0. */
  readonly duration_seconds: number;
  /** An int, at least 1 and at most 120. Default: `30`. */
  readonly fps?: number | undefined;
  /** Default: `false`. */
  readonly loop?: boolean | undefined;
  readonly keyframes?: JsonInput | undefined;
  /** Default: `"linear"`. */
  readonly interpolation?: 'linear' | 'bezier' | 'constant' | undefined;
  readonly export?: JsonInput | undefined;
  readonly description?: string | null | undefined;
  readonly tags?: JsonInput | undefined;
  /** Default: `"CC0-1.0"`. */
  readonly license?: string | undefined;
}

export interface CoreBuilders {
  /** A file that the spec makes. */
  output(params: OutputParams): JsonObject;
  /** A file that the spec makes. */
  output(path: string, format: string, kind?: 'primary' | 'metadata' | 'preview', source?: JsonInput): JsonObject;

  /** A complete spec. */
  spec(params: SpecParams): JsonObject;
  /** A complete spec. */
  spec(asset_id: string, asset_type: 'audio' | 'music' | 'texture' | 'sprite' | 'vfx' | 'ui' | 'font' | 'static_mesh' | 'skeletal_mesh' | 'skeletal_animation', seed: number, outputs: readonly JsonInput[], recipe?: JsonInput, description?: string | null, tags?: JsonInput, license?: string): JsonObject;
}

export interface AudioBuilders {
  /** A complete spec of a sound. */
  audio_spec(params: AudioSpecParams): JsonObject;

  /** An ADSR envelope: seconds, and a level from 0 to 1. */
  envelope(params?: EnvelopeParams): JsonObject;
  /** An ADSR envelope: seconds, and a level from 0 to 1. */
  envelope(attack?: number, decay?: number, sustain?: number, release?: number): JsonObject;

  /** An envelope for a sound that is played once, in milliseconds. */
  oneshot_envelope(params: OneshotEnvelopeParams): JsonObject;
  /** An envelope for a sound that is played once, in milliseconds. */
  oneshot_envelope(attack_ms: number, decay_ms: number, sustain_level: number): JsonObject;

  /** An envelope for a sound that is held, in milliseconds. */
  loop_envelope(params: LoopEnvelopeParams): JsonObject;
  /** An envelope for a sound that is held, in milliseconds. */
  loop_envelope(attack_ms: number, sustain_level: number, release_ms: number): JsonObject;

  /** An envelope of the pitch; the depth is in semitones. */
  pitch_envelope(params?: PitchEnvelopeParams): JsonObject;
  /** An envelope of the pitch; the depth is in semitones. */
  pitch_envelope(attack?: number, decay?: number, sustain?: number, release?: number, depth?: number): JsonObject;

  /** A low-frequency oscillator; the rate is in hertz. */
  lfo(params: LfoParams): JsonObject;
  /** A low-frequency oscillator; the rate is in hertz. */
  lfo(waveform: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse', rate: number, depth: number, phase?: number | null): JsonObject;

  /** What a low-frequency oscillator changes, and by how much. */
  lfo_modulation(params: LfoModulationParams): JsonObject;

  /** One layer: what sounds, and how it is shaped, placed and filtered. */
  audio_layer(params: AudioLayerParams): JsonObject;

  /** A copy of a layer with a loop. */
  with_loop_config(params: WithLoopConfigParams): JsonObject;

  /** Three layers of an impact, from dicts with synthesis, envelope, volume and perhaps a filter. */
  impact_builder(params: ImpactBuilderParams): Json[];

  /** A layer of noise through a moving band-pass filter. */
  whoosh_builder(params: WhooshBuilderParams): JsonObject;

  /** One waveform, with an optional sweep of its frequency. */
  oscillator(params: OscillatorParams): JsonObject;
  /** One waveform, with an optional sweep of its frequency. */
  oscillator(frequency: number, waveform?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse', sweep_to?: number | null, curve?: 'linear' | 'exponential' | 'logarithmic', detune?: number | null, duty?: number | null): JsonObject;

  /** Frequency modulation with two operators. */
  fm_synth(params: FmSynthParams): JsonObject;
  /** Frequency modulation with two operators. */
  fm_synth(carrier: number, modulator: number, index: number, sweep_to?: number | null): JsonObject;

  /** Amplitude modulation with two operators. */
  am_synth(params: AmSynthParams): JsonObject;
  /** Amplitude modulation with two operators. */
  am_synth(carrier: number, modulator: number, depth: number, sweep_to?: number | null): JsonObject;

  /** Noise of a colour, with an optional filter. */
  noise_burst(params?: NoiseBurstParams): JsonObject;
  /** Noise of a colour, with an optional filter. */
  noise_burst(noise_type?: 'white' | 'pink' | 'brown', filter?: JsonInput): JsonObject;

  /** A plucked string. */
  karplus_strong(params: KarplusStrongParams): JsonObject;
  /** A plucked string. */
  karplus_strong(frequency: number, damping: number, blend: number): JsonObject;

  /** A sum of harmonics with these amplitudes. */
  additive(params: AdditiveParams): JsonObject;
  /** A sum of harmonics with these amplitudes. */
  additive(base_freq: number, harmonics: JsonInput): JsonObject;

  /** Detuned saws across the stereo field. */
  supersaw_unison(params: SupersawUnisonParams): JsonObject;
  /** Detuned saws across the stereo field. */
  supersaw_unison(frequency: number, voices: number, detune_cents: number, spread: number, detune_curve?: 'linear' | 'exp2'): JsonObject;

  /** A wavetable with a position that can move. */
  wavetable(params: WavetableParams): JsonObject;
  /** A wavetable with a position that can move. */
  wavetable(table: 'basic' | 'analog' | 'digital' | 'pwm' | 'formant' | 'organ', frequency: number, position?: number, position_end?: number | null, voices?: number | null, detune?: number | null): JsonObject;

  /** A cloud of grains. */
  granular(params: GranularParams): JsonObject;

  /** What grains are cut from: noise, a tone or a formant. */
  granular_source(params: GranularSourceParams): JsonObject;
  /** What grains are cut from: noise, a tone or a formant. */
  granular_source(source_type: string, param1: JsonInput, param2?: JsonInput): JsonObject;

  /** Two oscillators multiplied. */
  ring_mod_synth(params: RingModSynthParams): JsonObject;
  /** Two oscillators multiplied. */
  ring_mod_synth(carrier: number, modulator: number, mix: number, sweep_to?: number | null): JsonObject;

  /** Several oscillators on one frequency. */
  multi_oscillator(params: MultiOscillatorParams): JsonObject;
  /** Several oscillators on one frequency. */
  multi_oscillator(frequency: number, oscillators: JsonInput, sweep_to?: number | null): JsonObject;

  /** One oscillator of multi_oscillator. */
  oscillator_config(params: OscillatorConfigParams): JsonObject;
  /** One oscillator of multi_oscillator. */
  oscillator_config(waveform: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse', volume?: number, detune?: number | null, phase?: number | null, duty?: number | null): JsonObject;

  /** A struck membrane. */
  membrane_drum(params: MembraneDrumParams): JsonObject;
  /** A struck membrane. */
  membrane_drum(frequency: number, decay: number, tone: number, strike: number): JsonObject;

  /** An operator that modulates itself. */
  feedback_fm(params: FeedbackFmParams): JsonObject;
  /** An operator that modulates itself. */
  feedback_fm(frequency: number, feedback: number, modulation_index: number, sweep_to?: number | null): JsonObject;

  /** Phase distortion. */
  pd_synth(params: PdSynthParams): JsonObject;
  /** Phase distortion. */
  pd_synth(frequency: number, distortion: number, distortion_decay?: number, waveform?: 'resonant' | 'sawtooth' | 'pulse', sweep_to?: number | null): JsonObject;

  /** A body that rings in several modes. */
  modal(params: ModalParams): JsonObject;
  /** A body that rings in several modes. */
  modal(frequency: number, modes: JsonInput, excitation?: 'impulse' | 'noise' | 'pluck', sweep_to?: number | null): JsonObject;

  /** One mode of a body. */
  modal_mode(params: ModalModeParams): JsonObject;
  /** One mode of a body. */
  modal_mode(freq_ratio: number, amplitude: number, decay_time: number): JsonObject;

  /** Inharmonic partials. */
  metallic(params: MetallicParams): JsonObject;
  /** Inharmonic partials. */
  metallic(base_freq: number, num_partials: number, inharmonicity: number): JsonObject;

  /** An excited comb filter. */
  comb_filter_synth(params: CombFilterSynthParams): JsonObject;
  /** An excited comb filter. */
  comb_filter_synth(frequency: number, decay: number, excitation?: 'impulse' | 'noise' | 'saw'): JsonObject;

  /** A carrier through bands that speak. */
  vocoder(params: VocoderParams): JsonObject;

  /** One band of a vocoder. */
  vocoder_band(params: VocoderBandParams): JsonObject;
  /** One band of a vocoder. */
  vocoder_band(center_freq: number, bandwidth: number, envelope_pattern?: JsonInput): JsonObject;

  /** A voice that sings a vowel. */
  formant_synth(params: FormantSynthParams): JsonObject;

  /** One formant of formant_synth. */
  formant_config(params: FormantConfigParams): JsonObject;
  /** One formant of formant_synth. */
  formant_config(frequency: number, amplitude: number, bandwidth: number): JsonObject;

  /** Voice simulation by squared sine pulses. */
  vosim(params: VosimParams): JsonObject;

  /** A spectrum that stands still. */
  spectral_freeze(params: SpectralFreezeParams): JsonObject;

  /** Four sources, and a path between them. */
  vector_synth(params: VectorSynthParams): JsonObject;

  /** One source of vector_synth. */
  vector_source(params: VectorSourceParams): JsonObject;
  /** One source of vector_synth. */
  vector_source(source_type: 'sine' | 'saw' | 'square' | 'triangle' | 'noise' | 'wavetable', frequency_ratio?: number): JsonObject;

  /** One point of the path of vector_synth; the duration is in seconds. */
  vector_path_point(params: VectorPathPointParams): JsonObject;
  /** One point of the path of vector_synth; the duration is in seconds. */
  vector_path_point(x: number, y: number, duration: number): JsonObject;

  /** A blown tube. */
  waveguide(params: WaveguideParams): JsonObject;

  /** A bowed string. */
  bowed_string(params: BowedStringParams): JsonObject;

  /** A train of grains. */
  pulsar(params: PulsarParams): JsonObject;

  /** What spectral_freeze holds: noise or a tone. */
  spectral_source(params: SpectralSourceParams): JsonObject;
  /** What spectral_freeze holds: noise or a tone. */
  spectral_source(source_type: string, param1: JsonInput, param2?: JsonInput): JsonObject;

  /** A falling or rising body of an impact. */
  pitched_body(params: PitchedBodyParams): JsonObject;

  /** A lowpass filter, with an optional sweep. */
  lowpass(params: LowpassParams): JsonObject;
  /** A lowpass filter, with an optional sweep. */
  lowpass(cutoff: number, resonance?: number, sweep_to?: number | null): JsonObject;

  /** A highpass filter, with an optional sweep. */
  highpass(params: HighpassParams): JsonObject;
  /** A highpass filter, with an optional sweep. */
  highpass(cutoff: number, resonance?: number, sweep_to?: number | null): JsonObject;

  /** A bandpass filter, with an optional sweep. */
  bandpass(params: BandpassParams): JsonObject;
  /** A bandpass filter, with an optional sweep. */
  bandpass(center: number, resonance?: number, sweep_to?: number | null): JsonObject;

  /** A notch filter, with an optional sweep. */
  notch(params: NotchParams): JsonObject;
  /** A notch filter, with an optional sweep. */
  notch(center: number, resonance?: number, sweep_to?: number | null): JsonObject;

  /** A allpass filter, with an optional sweep. */
  allpass(params: AllpassParams): JsonObject;
  /** A allpass filter, with an optional sweep. */
  allpass(frequency: number, resonance?: number, sweep_to?: number | null): JsonObject;

  /** A ladder filter, with an optional sweep. */
  ladder(params: LadderParams): JsonObject;
  /** A ladder filter, with an optional sweep. */
  ladder(cutoff: number, resonance?: number, sweep_to?: number | null): JsonObject;

  /** Raises or lowers what is below a frequency. */
  shelf_low(params: ShelfLowParams): JsonObject;
  /** Raises or lowers what is below a frequency. */
  shelf_low(frequency: number, gain_db: number): JsonObject;

  /** Raises or lowers what is above a frequency. */
  shelf_high(params: ShelfHighParams): JsonObject;
  /** Raises or lowers what is above a frequency. */
  shelf_high(frequency: number, gain_db: number): JsonObject;

  /** A comb filter. */
  comb_filter(params: CombFilterParams): JsonObject;
  /** A comb filter. */
  comb_filter(delay_ms: number, feedback: number, wet: number): JsonObject;

  /** A filter that sounds like a vowel. */
  formant_filter(params: FormantFilterParams): JsonObject;
  /** A filter that sounds like a vowel. */
  formant_filter(vowel: 'a' | 'i' | 'u' | 'e' | 'o', intensity: number): JsonObject;

  /** A room. */
  reverb(params?: ReverbParams): JsonObject;
  /** A room. */
  reverb(decay?: number, wet?: number, room_size?: number, width?: number): JsonObject;

  /** An echo. */
  delay(params?: DelayParams): JsonObject;
  /** An echo. */
  delay(time_ms?: number, feedback?: number, wet?: number, ping_pong?: boolean): JsonObject;

  /** Detuned copies. */
  chorus(params: ChorusParams): JsonObject;
  /** Detuned copies. */
  chorus(rate: number, depth: number, wet: number, voices?: number): JsonObject;

  /** Moving notches. */
  phaser(params: PhaserParams): JsonObject;
  /** Moving notches. */
  phaser(rate: number, depth: number, stages: number, wet: number): JsonObject;

  /** A moving comb. */
  flanger(params: FlangerParams): JsonObject;
  /** A moving comb. */
  flanger(rate: number, depth: number, feedback: number, delay_ms: number, wet: number): JsonObject;

  /** Fewer bits and samples. */
  bitcrush(params: BitcrushParams): JsonObject;
  /** Fewer bits and samples. */
  bitcrush(bits: number, sample_rate_reduction?: number): JsonObject;

  /** Distortion by a curve. */
  waveshaper(params: WaveshaperParams): JsonObject;
  /** Distortion by a curve. */
  waveshaper(drive: number, curve?: 'tanh' | 'soft_clip' | 'hard_clip' | 'sine', wet?: number): JsonObject;

  /** One echo of multi_tap_delay. */
  delay_tap(params: DelayTapParams): JsonObject;

  /** Several echoes. */
  multi_tap_delay(params: MultiTapDelayParams): JsonObject;

  /** An echo of grains. */
  granular_delay(params: GranularDelayParams): JsonObject;

  /** A speaker that turns. */
  rotary_speaker(params: RotarySpeakerParams): JsonObject;

  /** The signal times a sine. */
  ring_modulator(params: RingModulatorParams): JsonObject;

  /** Tape with its faults. */
  tape_saturation(params: TapeSaturationParams): JsonObject;

  /** A loudspeaker cabinet. */
  cabinet_sim(params: CabinetSimParams): JsonObject;

  /** Lowers what is loud. */
  compressor(params?: CompressorParams): JsonObject;
  /** Lowers what is loud. */
  compressor(threshold_db?: number, ratio?: number, attack_ms?: number, release_ms?: number, makeup_db?: number): JsonObject;

  /** Keeps peaks below a ceiling. */
  limiter(params: LimiterParams): JsonObject;
  /** Keeps peaks below a ceiling. */
  limiter(threshold_db: number, release_ms?: number, lookahead_ms?: number, ceiling_db?: number): JsonObject;

  /** An equalizer. */
  parametric_eq(params: ParametricEqParams): JsonObject;

  /** One band of parametric_eq. */
  eq_band(params: EqBandParams): JsonObject;
  /** One band of parametric_eq. */
  eq_band(frequency: number, gain_db: number, q: number, band_type: 'lowshelf' | 'highshelf' | 'peak' | 'notch'): JsonObject;

  /** More or less of attacks and tails. */
  transient_shaper(params: TransientShaperParams): JsonObject;

  /** Keeps peaks between the samples below a ceiling. */
  true_peak_limiter(params: TruePeakLimiterParams): JsonObject;

  /** A filter that follows the loudness. */
  auto_filter(params: AutoFilterParams): JsonObject;

  /** A wider or narrower image. */
  stereo_widener(params: StereoWidenerParams): JsonObject;
}

export interface MusicBuilders {
  /** The waveform of an instrument. */
  instrument_synthesis(params: InstrumentSynthesisParams): JsonObject;
  /** The waveform of an instrument. */
  instrument_synthesis(synth_type: 'pulse' | 'square' | 'triangle' | 'sawtooth' | 'sine' | 'noise', duty_cycle?: number, periodic?: boolean): JsonObject;

  /** An instrument out of a waveform, a WAV file or another spec. */
  tracker_instrument(params: TrackerInstrumentParams): JsonObject;

  /** Options of Impulse Tracker modules. */
  it_options(params?: ItOptionsParams): JsonObject;
  /** Options of Impulse Tracker modules. */
  it_options(stereo?: boolean, global_volume?: number, mix_volume?: number): JsonObject;

  /** A whole recipe of a song. */
  tracker_song(params: TrackerSongParams): JsonObject;

  /** A spec of a song. */
  music_spec(params: MusicSpecParams): JsonObject;

  /** A note of a pattern, with its effect. */
  pattern_note(params: PatternNoteParams): JsonObject;
  /** A note of a pattern, with its effect. */
  pattern_note(row: number, note: string, inst: number, channel?: number | null, vol?: number | null, effect?: number | null, param?: number | null, effect_name?: string | null, effect_xy?: JsonInput): JsonObject;

  /** A pattern: notes by channel, or a flat list of notes that name their channels. */
  tracker_pattern(params: TrackerPatternParams): JsonObject;
  /** A pattern: notes by channel, or a flat list of notes that name their channels. */
  tracker_pattern(rows: number, notes?: JsonInput, data?: JsonInput): JsonObject;

  /** A pattern in the order of a song. */
  arrangement_entry(params: ArrangementEntryParams): JsonObject;
  /** A pattern in the order of a song. */
  arrangement_entry(pattern: string, repeat?: number): JsonObject;

  /** Automation: volumes from one row to another. */
  volume_fade(params: VolumeFadeParams): JsonObject;
  /** Automation: volumes from one row to another. */
  volume_fade(pattern: string, channel: number, start_row: number, end_row: number, start_vol: number, end_vol: number): JsonObject;

  /** Automation: another tempo from a row on. */
  tempo_change(params: TempoChangeParams): JsonObject;
  /** Automation: another tempo from a row on. */
  tempo_change(pattern: string, row: number, bpm: number): JsonObject;

  /** Transform of a composition: volumes at random between two bounds. */
  humanize_vol(params: HumanizeVolParams): JsonObject;
  /** Transform of a composition: volumes at random between two bounds. */
  humanize_vol(min_vol: number, max_vol: number, seed_salt: string): JsonObject;

  /** Transform of a composition: every other step later. */
  swing(params: SwingParams): JsonObject;
  /** Transform of a composition: every other step later. */
  swing(amount_permille: number, stride: number, seed_salt: string): JsonObject;

  /** The plan of a calm loop. */
  loop_low(params: LoopLowParams): JsonObject;

  /** The plan of a loop of usual intensity. */
  loop_main(params: LoopMainParams): JsonObject;

  /** The plan of an intense loop. */
  loop_hi(params: LoopHiParams): JsonObject;

  /** The plan of a loop. */
  loop_cue(params: LoopCueParams): JsonObject;

  /** The plan of a short cue for an event. */
  stinger(params: StingerParams): JsonObject;

  /** The plan of a passage between two loops, with hints for its automation. */
  transition(params: TransitionParams): JsonObject;
}

export interface TextureBuilders {
  /** Noise, in several octaves. */
  noise_node(params: NoiseNodeParams): JsonObject;
  /** Noise, in several octaves. */
  noise_node(id: string, algorithm?: 'perlin' | 'simplex' | 'worley' | 'value' | 'gabor' | 'fbm', scale?: number, octaves?: number, persistence?: number, lacunarity?: number): JsonObject;

  /** Patterns of Gray and Scott's model. */
  reaction_diffusion_node(params: ReactionDiffusionNodeParams): JsonObject;
  /** Patterns of Gray and Scott's model. */
  reaction_diffusion_node(id: string, steps?: number, feed?: number, kill?: number, diffuse_a?: number, diffuse_b?: number, dt?: number, seed_density?: number): JsonObject;

  /** Values for reaction_diffusion_node, to be taken out one by one. */
  reaction_diffusion_preset(params?: ReactionDiffusionPresetParams): JsonObject;
  /** Values for reaction_diffusion_node, to be taken out one by one. */
  reaction_diffusion_preset(preset?: 'mitosis' | 'worms' | 'spots'): JsonObject;

  /** A gradient from edge to edge or around a centre. */
  gradient_node(params: GradientNodeParams): JsonObject;
  /** A gradient from edge to edge or around a centre. */
  gradient_node(id: string, direction?: 'horizontal' | 'vertical' | 'radial', start?: number, end?: number, center?: JsonInput, inner?: number | null, outer?: number | null): JsonObject;

  /** The same value everywhere. */
  constant_node(params: ConstantNodeParams): JsonObject;
  /** The same value everywhere. */
  constant_node(id: string, value: number): JsonObject;

  /** Stripes of two values. */
  stripes_node(params: StripesNodeParams): JsonObject;
  /** Stripes of two values. */
  stripes_node(id: string, direction: 'horizontal' | 'vertical', stripe_width: number, color1?: number, color2?: number): JsonObject;

  /** Squares of two values. */
  checkerboard_node(params: CheckerboardNodeParams): JsonObject;
  /** Squares of two values. */
  checkerboard_node(id: string, tile_size: number, color1?: number, color2?: number): JsonObject;

  /** Black below a value of another node, white from it on. */
  threshold_node(params: ThresholdNodeParams): JsonObject;
  /** Black below a value of another node, white from it on. */
  threshold_node(id: string, input: string, threshold?: number): JsonObject;

  /** One minus another node. */
  invert_node(params: InvertNodeParams): JsonObject;
  /** One minus another node. */
  invert_node(id: string, input: string): JsonObject;

  /** Colors along the values of another node. */
  color_ramp_node(params: ColorRampNodeParams): JsonObject;
  /** Colors along the values of another node. */
  color_ramp_node(id: string, input: string, ramp: readonly string[]): JsonObject;

  /** The sum of two nodes. */
  add_node(params: AddNodeParams): JsonObject;
  /** The sum of two nodes. */
  add_node(id: string, a: string, b: string): JsonObject;

  /** The product of two nodes. */
  multiply_node(params: MultiplyNodeParams): JsonObject;
  /** The product of two nodes. */
  multiply_node(id: string, a: string, b: string): JsonObject;

  /** A mix of two nodes, by the values of a third. */
  lerp_node(params: LerpNodeParams): JsonObject;
  /** A mix of two nodes, by the values of a third. */
  lerp_node(id: string, a: string, b: string, t: string): JsonObject;

  /** Another node, kept within bounds. */
  clamp_node(params: ClampNodeParams): JsonObject;
  /** Another node, kept within bounds. */
  clamp_node(id: string, input: string, min?: number, max?: number): JsonObject;

  /** The luminance of another node. */
  grayscale_node(params: GrayscaleNodeParams): JsonObject;
  /** The luminance of another node. */
  grayscale_node(id: string, input: string): JsonObject;

  /** Another node, in the nearest of some colors. */
  palette_node(params: PaletteNodeParams): JsonObject;
  /** Another node, in the nearest of some colors. */
  palette_node(id: string, input: string, palette: readonly string[]): JsonObject;

  /** Channels out of three or four nodes. */
  compose_rgba_node(params: ComposeRgbaNodeParams): JsonObject;
  /** Channels out of three or four nodes. */
  compose_rgba_node(id: string, r: string, g: string, b: string, a?: string | null): JsonObject;

  /** The normal map of a height map. */
  normal_from_height_node(params: NormalFromHeightNodeParams): JsonObject;
  /** The normal map of a height map. */
  normal_from_height_node(id: string, input: string, strength?: number): JsonObject;

  /** Another node, cut into tiles that fit each other. */
  wang_tiles_node(params: WangTilesNodeParams): JsonObject;
  /** Another node, cut into tiles that fit each other. */
  wang_tiles_node(id: string, input: string, tile_count_x?: number, tile_count_y?: number, blend_width?: number): JsonObject;

  /** Another node, scattered in copies. */
  texture_bomb_node(params: TextureBombNodeParams): JsonObject;
  /** Another node, scattered in copies. */
  texture_bomb_node(id: string, input: string, density?: number, scale_min?: number, scale_max?: number, rotation_variation?: number, blend_mode?: 'max' | 'add' | 'average'): JsonObject;

  /** The parameters of texture.procedural_v1: nodes and the size of their pictures. */
  texture_graph(params: TextureGraphParams): JsonObject;
  /** The parameters of texture.procedural_v1: nodes and the size of their pictures. */
  texture_graph(resolution: readonly number[], nodes: readonly JsonInput[], tileable?: boolean): JsonObject;

  /** A spec with a texture graph; its output names no node. */
  texture_spec(params: TextureSpecParams): JsonObject;

  /** A tile of one color, in pixels. */
  trimsheet_tile(params: TrimsheetTileParams): JsonObject;

  /** A spec of tiles that are packed into one picture. */
  trimsheet_spec(params: TrimsheetSpecParams): JsonObject;

  /** How a decal is placed and fades out. */
  decal_metadata(params?: DecalMetadataParams): JsonObject;
  /** How a decal is placed and fades out. */
  decal_metadata(aspect_ratio?: number, anchor?: JsonInput, fade_distance?: number, projection_size?: JsonInput, depth_range?: JsonInput): JsonObject;

  /** A spec of a decal: color with alpha, and where wanted a normal map, a roughness map and metadata. */
  decal_spec(params: DecalSpecParams): JsonObject;

  /** One kind of ground of a splat set. */
  splat_layer(params: SplatLayerParams): JsonObject;

  /** A spec of ground layers with their maps, and of the masks between them. */
  splat_set_spec(params: SplatSetSpecParams): JsonObject;

  /** A spec of a matcap: the picture of a lit sphere. */
  matcap_v1(params: MatcapV1Params): JsonObject;

  /** A spec of the four maps of a ready-made material. */
  material_preset_v1(params: MaterialPresetV1Params): JsonObject;
}

export interface MeshBuilders {
  /** A basic shape and its size in metres. */
  mesh_primitive(params: MeshPrimitiveParams): JsonObject;
  /** A basic shape and its size in metres. */
  mesh_primitive(primitive: 'cube' | 'sphere' | 'cylinder' | 'cone' | 'torus' | 'plane' | 'ico_sphere', dimensions: readonly number[]): JsonObject;

  /** The parameters of static_mesh.blender_primitives_v1: a basic shape and its modifiers. */
  mesh_recipe(params: MeshRecipeParams): JsonObject;
  /** The parameters of static_mesh.blender_primitives_v1: a basic shape and its modifiers. */
  mesh_recipe(primitive: 'cube' | 'sphere' | 'cylinder' | 'cone' | 'torus' | 'plane' | 'ico_sphere', dimensions: readonly number[], modifiers?: JsonInput): JsonObject;

  /** A spec of a basic shape with modifiers. */
  mesh_spec(params: MeshSpecParams): JsonObject;

  /** Rounds edges, where wanted only those sharper than an angle in degrees. */
  bevel_modifier(params?: BevelModifierParams): JsonObject;
  /** Rounds edges, where wanted only those sharper than an angle in degrees. */
  bevel_modifier(width?: number, segments?: number, angle_limit?: number | null): JsonObject;

  /** Divides faces and smooths them. */
  subdivision_modifier(params?: SubdivisionModifierParams): JsonObject;
  /** Divides faces and smooths them. */
  subdivision_modifier(levels?: number, render_levels?: number | null): JsonObject;

  /** Keeps a part of the faces. */
  decimate_modifier(params?: DecimateModifierParams): JsonObject;
  /** Keeps a part of the faces. */
  decimate_modifier(ratio?: number): JsonObject;

  /** Splits edges sharper than an angle in degrees. */
  edge_split_modifier(params: EdgeSplitModifierParams): JsonObject;
  /** Splits edges sharper than an angle in degrees. */
  edge_split_modifier(angle: number): JsonObject;

  /** Mirrors the mesh at its origin. */
  mirror_modifier(params?: MirrorModifierParams): JsonObject;
  /** Mirrors the mesh at its origin. */
  mirror_modifier(axis_x?: boolean, axis_y?: boolean, axis_z?: boolean): JsonObject;

  /** Copies of the mesh in a row. */
  array_modifier(params: ArrayModifierParams): JsonObject;
  /** Copies of the mesh in a row. */
  array_modifier(count: number, offset: readonly number[]): JsonObject;

  /** Gives surfaces a thickness. */
  solidify_modifier(params: SolidifyModifierParams): JsonObject;
  /** Gives surfaces a thickness. */
  solidify_modifier(thickness: number, offset?: number): JsonObject;

  /** Cuts all faces into triangles. */
  triangulate_modifier(params?: TriangulateModifierParams): JsonObject;
  /** Cuts all faces into triangles. */
  triangulate_modifier(ngon_method?: 'beauty' | 'clip' | 'fixed' | null, quad_method?: 'beauty' | 'fixed' | 'shortest_diagonal' | 'longest_diagonal' | null): JsonObject;

  /** Maps to bake, for the field `baking` of mesh parameters. */
  baking_settings(params: BakingSettingsParams): JsonObject;
  /** Maps to bake, for the field `baking` of mesh parameters. */
  baking_settings(bake_types: readonly ('normal' | 'ao' | 'curvature' | 'combined')[], ray_distance?: number, margin?: number, resolution?: JsonInput, high_poly_source?: string | null): JsonObject;
}

export interface CharacterBuilders {
  /** A material of a mesh. */
  material_slot(params: MaterialSlotParams): JsonObject;

  /** A bone of a skeleton of its own. */
  custom_bone(params: CustomBoneParams): JsonObject;

  /** What the file of a skeletal mesh has. */
  skeletal_export_settings(params?: SkeletalExportSettingsParams): JsonObject;
  /** What the file of a skeletal mesh has. */
  skeletal_export_settings(include_armature?: boolean, include_normals?: boolean, include_uvs?: boolean, triangulate?: boolean, include_skin_weights?: boolean, save_blend?: boolean): JsonObject;

  /** Limits that a skeletal mesh must keep. */
  skeletal_constraints(params?: SkeletalConstraintsParams): JsonObject;
  /** Limits that a skeletal mesh must keep. */
  skeletal_constraints(max_triangles?: number | null, max_bones?: number | null, max_materials?: number | null): JsonObject;

  /** A basic shape on a bone. No present recipe takes it. */
  body_part(params: BodyPartParams): JsonObject;

  /** How vertices follow bones. No present recipe takes it. */
  skinning_config(params?: SkinningConfigParams): JsonObject;
  /** How vertices follow bones. No present recipe takes it. */
  skinning_config(max_bone_influences?: number, auto_weights?: boolean): JsonObject;

  /** How a body gets texture coordinates. No present recipe takes it. */
  skeletal_texturing(params?: SkeletalTexturingParams): JsonObject;
  /** How a body gets texture coordinates. No present recipe takes it. */
  skeletal_texturing(uv_mode?: 'cylinder_project' | 'box_project' | 'sphere_project' | 'smart'): JsonObject;

  /** A spec of a mesh that is built along the bones of a skeleton. */
  skeletal_mesh_spec(params: SkeletalMeshSpecParams): JsonObject;

  /** A spec of a mesh out of a file or another spec, bound to a skeleton. */
  skeletal_mesh_skinned_spec(params: SkeletalMeshSkinnedSpecParams): JsonObject;
}

export interface AnimationBuilders {
  /** Where a bone is; its rotation in degrees about X, Y and Z, in this order. */
  bone_transform(params?: BoneTransformParams): JsonObject;

  /** The transforms of bones, by their names, at a time in seconds. */
  animation_keyframe(params: AnimationKeyframeParams): JsonObject;

  /** How an animation is written. */
  animation_export_settings(params?: AnimationExportSettingsParams): JsonObject;
  /** How an animation is written. */
  animation_export_settings(bake_transforms?: boolean, optimize_keyframes?: boolean, separate_file?: boolean, save_blend?: boolean): JsonObject;

  /** Where the target of an inverse kinematics chain is. */
  ik_target_transform(params?: IkTargetTransformParams): JsonObject;

  /** The targets of chains, by their names, at a time in seconds. */
  ik_keyframe(params: IkKeyframeParams): JsonObject;

  /** A spec of a clip of keyframes. */
  skeletal_animation_spec(params: SkeletalAnimationSpecParams): JsonObject;
}

/** The builders by area. */
export interface Builders {
  readonly core: CoreBuilders;
  readonly audio: AudioBuilders;
  readonly music: MusicBuilders;
  readonly texture: TextureBuilders;
  readonly mesh: MeshBuilders;
  readonly character: CharacterBuilders;
  readonly animation: AnimationBuilders;
}
