/** What `analyze` says of songs: facts of the notes, and how the player's render sounds. */
import type { SongFacts } from '@speccade/tracker-xm-it/export';
import { ModuleError } from '@speccade/tracker-xm-it/read';
import { measureRender, type RenderMetrics, wavOf } from './measure.ts';
import { type Played, playModule } from './player.ts';

export interface SongMetrics extends SongFacts {
  readonly render: RenderMetrics & { readonly cut_short?: true };
}

const SAMPLE_RATE = 48000;
/** Longer songs are heard that far only. */
const MAX_SECONDS = 600;

/** `bytes` are the module of the facts. Throws `ModuleError` where the player does not take it. */
export async function songMetrics(facts: SongFacts, bytes: Uint8Array): Promise<SongMetrics> {
  const played = await play(bytes);
  const cut = played.left.length >= MAX_SECONDS * SAMPLE_RATE;
  return { ...facts, render: { ...measureRender(played, SAMPLE_RATE), ...(cut && { cut_short: true }) } };
}

/** What the player makes of a module, as a sound. Throws `ModuleError` where it does not take it. */
export async function renderedWav(bytes: Uint8Array): Promise<ReturnType<typeof wavOf>> {
  return wavOf(await play(bytes), SAMPLE_RATE);
}

async function play(bytes: Uint8Array): Promise<Played> {
  const played = await playModule(bytes, { sampleRate: SAMPLE_RATE, loops: 1, maxSeconds: MAX_SECONDS });
  if (!played) throw new ModuleError('the module is damaged: the player does not take it');
  return played;
}

/** The rows of the render, for people. */
export function renderRows({ render }: SongMetrics): [string, string][] {
  const unit = (value: number | undefined, name: string) => (value === undefined ? '-' : `${value.toFixed(2)} ${name}`);
  return [
    ['rendered', `${render.seconds.toFixed(2)} s${render.cut_short ? ' of it' : ''}`],
    ['loudness', unit(render.lufs_integrated, 'LUFS')],
    ['peak', `${render.peak_db.toFixed(2)} dBFS, true peak ${unit(render.true_peak_db, 'dBTP')}`],
    ['clipping', render.clipped_samples > 0 ? `${render.clipped_samples} samples` : 'no'],
  ];
}
