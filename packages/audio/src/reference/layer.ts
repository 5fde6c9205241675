/** Layers of the reference: a pitch envelope replaces everything else of an oscillator and leaves other types alone. */
import { Pcg32 } from '@speccade/numerics';
import { inBlocks } from '../dsp/process.ts';
import { delaySamples, type LayerRenderer, panOf, renderLayer } from '../layer.ts';
import { modulationCurve } from '../lfo.ts';
import { naiveVoice } from './oscillators.ts';

export const referenceLayer: LayerRenderer = (layer, job) => {
  const { synthesis, lfo } = layer;
  const { pitch, sampleRate, frames, end } = job;
  if (!pitch || (synthesis.type !== 'oscillator' && synthesis.type !== 'multi_oscillator')) {
    return renderLayer(layer, { ...job, pitch: undefined });
  }
  const parts = synthesis.type === 'oscillator' ? [{ ...synthesis, volume: 1 }] : synthesis.oscillators;
  const context = {
    sampleRate,
    length: frames,
    random: new Pcg32(job.seed),
    modulation: { pitch },
    filters: job.tools.filters,
  };
  const voice = naiveVoice(synthesis.frequency, parts, context);
  const left = new Float64Array(end);
  inBlocks(end, (from, to) => voice.render(left, from, to));

  let moving: Float64Array | undefined;
  if (lfo?.target.target === 'pan') {
    // The curve starts after the delay although the signal does not.
    const delay = delaySamples(layer, sampleRate);
    moving = new Float64Array(frames);
    moving.set(modulationCurve(lfo, sampleRate, frames - delay), delay);
  }
  return { left, start: 0, volume: Math.min(Math.max(layer.volume, 0), 1), pan: panOf(layer, moving) };
};
