/** Loudspeaker boxes and small speakers as chains of filters. */
import { CABINETS } from './cabinets.ts';
import { createSections } from './eq-section.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Share of the low-pass frequency that is lost at the rim of the cone. */
const DARKEST = 0.3;

export const cabinetSim: EffectMaker<EffectOf<'cabinet_sim'>> = ({ cabinet_type, mic_position }, { sampleRate }) => {
  const brightness = 1 - DARKEST * Math.min(Math.max(mic_position, 0), 1);
  const sections = CABINETS[cabinet_type].map((section) =>
    section.kind === 'lowpass' ? { ...section, frequency: section.frequency * brightness } : section,
  );
  return createSections(sections, sampleRate);
};
