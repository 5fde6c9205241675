/**
 * Layers of the reference: a pitch envelope replaces everything else of an oscillator and leaves other types alone;
 * supersaws and stereo clouds know neither filter nor LFO.
 */
import { Pcg32 } from '@speccade/numerics';
import type { Layer } from '@speccade/spec/kinds/audio_v1';
import { shiftCurve } from '../dsp/curve.ts';
import { delaySamples, type LayerJob, type LayerRenderer, panOf, renderLayer } from '../layer.ts';
import { modulationCurve } from '../lfo.ts';
import type { MixSignal } from '../mix.ts';
import { naiveVoice } from './oscillators.ts';

export const referenceLayer: LayerRenderer = (layer, job) => {
  const { synthesis, lfo } = layer;
  const { pitch, sampleRate, frames, end } = job;
  if (synthesis.type === 'supersaw_unison') {
    return renderLayer({ ...layer, filter: undefined, lfo: undefined }, { ...job, pitch: undefined });
  }
  if (synthesis.type === 'granular' && synthesis.pan_spread > 0) return collapsed(layer, job);
  if (!pitch || (synthesis.type !== 'oscillator' && synthesis.type !== 'multi_oscillator')) {
    return renderLayer(layer, { ...job, pitch: undefined });
  }
  const parts = synthesis.type === 'oscillator' ? [{ ...synthesis, volume: 1 }] : synthesis.oscillators;
  const context = {
    sampleRate,
    length: frames,
    random: new Pcg32(job.seed),
    modulation: { pitch },
    lowestPitch: pitch.lowest,
    pan: 0,
    filters: job.tools.filters,
  };
  const voice = naiveVoice(synthesis.frequency, parts, context);
  // The curve starts after the delay although the signal does not.
  const moving =
    lfo?.target.target === 'pan'
      ? shiftCurve(modulationCurve(lfo, sampleRate), -delaySamples(layer, sampleRate))
      : undefined;
  return {
    stereo: false,
    start: 0,
    length: end,
    volume: Math.min(Math.max(layer.volume, 0), 1),
    pan: panOf(layer, moving),
    render: (x, _right, start, stop) => voice.render(x, start, stop),
  };
};

/** A stereo cloud, both of whose channels go to both sides. */
function collapsed(layer: Layer, job: LayerJob): MixSignal {
  const made = renderLayer({ ...layer, pan: 0, filter: undefined, lfo: undefined }, { ...job, pitch: undefined });
  const place = (Math.min(Math.max(layer.pan, -1), 1) + 1) / 2;
  const { stereo, start, length, volume, pan } = made;
  return {
    stereo,
    start,
    length,
    volume,
    pan,
    render(left, right, from, to) {
      made.render(left, right, from, to);
      for (let k = 0; k < to - from; k++) {
        const sum = left[k]! + right[k]!;
        left[k] = (1 - place) * sum;
        right[k] = place * sum;
      }
    },
  };
}
