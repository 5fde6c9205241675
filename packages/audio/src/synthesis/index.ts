/** The table of synthesis types. */
import type { SynthesisTable } from '../voice.ts';
import { additive } from './additive.ts';
import { amSynth } from './am-synth.ts';
import { bowedString } from './bowed-string.ts';
import { combFilterSynth } from './comb-filter-synth.ts';
import { feedbackFm } from './feedback-fm.ts';
import { fmSynth } from './fm-synth.ts';
import { formant } from './formant.ts';
import { granular } from './granular.ts';
import { karplusStrong } from './karplus-strong.ts';
import { membraneDrum } from './membrane-drum.ts';
import { metallic } from './metallic.ts';
import { modal } from './modal.ts';
import { multiOscillator } from './multi-oscillator.ts';
import { noiseBurst } from './noise-burst.ts';
import { oscillator } from './oscillator.ts';
import { pdSynth } from './pd-synth.ts';
import { pitchedBody } from './pitched-body.ts';
import { pulsar } from './pulsar.ts';
import { ringModSynth } from './ring-mod-synth.ts';
import { spectralFreeze } from './spectral-freeze.ts';
import { supersawUnison } from './supersaw-unison.ts';
import { vector } from './vector.ts';
import { vocoder } from './vocoder.ts';
import { vosim } from './vosim.ts';
import { waveguide } from './waveguide.ts';
import { wavetable } from './wavetable.ts';

export const synthesizers: SynthesisTable = {
  oscillator,
  multi_oscillator: multiOscillator,
  fm_synth: fmSynth,
  feedback_fm: feedbackFm,
  am_synth: amSynth,
  ring_mod_synth: ringModSynth,
  karplus_strong: karplusStrong,
  noise_burst: noiseBurst,
  additive,
  pitched_body: pitchedBody,
  metallic,
  granular,
  wavetable,
  pd_synth: pdSynth,
  modal,
  vocoder,
  formant,
  vector,
  supersaw_unison: supersawUnison,
  waveguide,
  bowed_string: bowedString,
  membrane_drum: membraneDrum,
  comb_filter_synth: combFilterSynth,
  pulsar,
  vosim,
  spectral_freeze: spectralFreeze,
};
