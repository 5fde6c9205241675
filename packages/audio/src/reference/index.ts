/**
 * `compat: "reference"`: renders as the reference implementation does, sample for sample, its defects included. Each
 * entry replaces the one of the same name in the tools; removing this folder and its line in `modes.ts` removes the
 * mode.
 */
import { createAdsr } from '../adsr.ts';
import { TAU } from '../dsp/sine.ts';
import { createFilterTable } from '../filters/index.ts';
import { additiveVoice } from '../synthesis/additive.ts';
import { formantVoice } from '../synthesis/formant.ts';
import { membraneVoice } from '../synthesis/membrane-drum.ts';
import { metallicVoice } from '../synthesis/metallic.ts';
import { modalVoice } from '../synthesis/modal.ts';
import { pdVoice } from '../synthesis/pd-synth.ts';
import { pulsarVoice } from '../synthesis/pulsar.ts';
import { vosimVoice } from '../synthesis/vosim.ts';
import { type Tools, tools } from '../tools.ts';
import { referenceEffects } from './effects.ts';
import { granular } from './granular.ts';
import { karplusStrong } from './karplus-strong.ts';
import { referenceLayer } from './layer.ts';
import { multiOscillator, oscillator } from './oscillators.ts';
import { computedPartials, summedPartials } from './partials.ts';
import { spectralFreeze } from './spectral-freeze.ts';
import { bowedString, waveguide } from './strings.ts';
import { naiveTone } from './tone.ts';
import { UNLIMITED } from './unlimited.ts';
import { vector } from './vector.ts';
import { vocoder } from './vocoder.ts';
import { wavetable } from './wavetable.ts';

export const referenceTools: Tools = {
  ...tools,
  synthesis: {
    ...tools.synthesis,
    oscillator,
    multi_oscillator: multiOscillator,
    karplus_strong: karplusStrong,
    metallic: { voice: (synthesis, context) => metallicVoice(synthesis, context, computedPartials) },
    granular,
    wavetable,
    // With DC.
    pd_synth: { voice: pdVoice },
    modal: { voice: (synthesis, context) => modalVoice(synthesis, context, summedPartials) },
    vocoder,
    formant: { voice: formantVoice },
    vector,
    waveguide,
    bowed_string: bowedString,
    membrane_drum: { voice: (synthesis, context) => membraneVoice(synthesis, context, summedPartials) },
    pulsar: { voice: (synthesis, context) => pulsarVoice(synthesis, context, naiveTone) },
    vosim: { voice: vosimVoice },
    spectral_freeze: spectralFreeze,
    // Harmonics above Nyquist come back as aliases.
    additive: { voice: (synthesis, context) => additiveVoice(synthesis, context, Number.POSITIVE_INFINITY) },
  },
  // The ladder does not open beyond a coefficient of 0.5.
  filters: createFilterTable(UNLIMITED, (turns) => Math.min(Math.max(TAU * turns, 0), 0.5)),
  effects: { ...tools.effects, ...referenceEffects },
  layer: referenceLayer,
  // A release from sample 0 falls from nothing: the layer is silent.
  envelope: (envelope, sampleRate, length) => createAdsr(envelope, sampleRate, length, 0),
  // Into the samples after the start of the loop instead of those before it.
  crossfade: ({ start, end }, wanted) => {
    const count = Math.min(wanted, Math.floor((end - start) / 2));
    return { at: end - count, from: start, count };
  },
  // A preview is the sound with a shorter duration, all over.
  preview: (params, seconds) => ({
    params: { ...params, duration_seconds: Math.min(params.duration_seconds, seconds) },
  }),
  // No sampler chunk.
  writesLoops: false,
};
