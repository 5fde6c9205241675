/** Makes item cards: a framed card with round corners and glow for each tier of rarity, side by side. */
import type { Artifact, Spec } from '@speccade/spec';
import { type ItemCardParams, itemCardLayout, type RarityPreset } from '@speccade/spec/kinds/ui.item_card_v1';
import { describeJson } from '../describe-json.ts';
import { pictureAndDescription } from '../draw/artifacts.ts';
import { box, coverage, mix } from '../draw/distance.ts';
import { replicateEdges } from '../draw/gutter.ts';
import { blendRect, createSurface, fillRect, packColor, type Surface, toByte } from '../draw/surface.ts';
import { uvOf } from '../draw/uv.ts';

export function makeItemCards(spec: Spec): Artifact[] {
  const params = spec.recipe!.params as ItemCardParams;
  const { padding, slots } = params;
  const [w, h] = params.resolution;
  const { width, height, cards } = itemCardLayout(params);
  const surface = createSurface(width, height);
  for (const { preset, x } of cards) {
    drawCard(surface, params, preset, x, padding);
    fillSlots(surface, params, preset, x, padding);
    replicateEdges(surface, x, padding, w, h, padding);
  }
  return pictureAndDescription(spec, surface, () =>
    describeJson({
      atlas_width: width,
      atlas_height: height,
      padding,
      card_width: w,
      card_height: h,
      variants: cards.map(({ preset, x }) => ({
        tier: preset.tier,
        uv: uvOf(x, padding, w, h, width, height),
        slots: {
          icon: rectangle(slots.icon_region),
          rarity_indicator: rectangle(slots.rarity_indicator_region),
          background: rectangle(slots.background_region),
        },
      })),
    }),
  );
}

/** Ground, glow and border. */
function drawCard(s: Surface, params: ItemCardParams, preset: RarityPreset, left: number, top: number): void {
  const [w, h] = params.resolution;
  const { border_width } = params;
  const [hw, hh] = [w / 2, h / 2];
  const radius = Math.min(params.corner_radius, hw, hh);
  const [r, g, b, a] = preset.background_color;
  const [br, bg, bb, ba] = preset.border_color;
  const [lr, lg, lb, la] = preset.glow_color ?? [0, 0, 0, 0];
  const reach = params.glow_width ?? Math.max(1, Math.floor(Math.min(w, h) / 8));
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const d = box(x + 0.5 - hw, y + 0.5 - hh, hw, hh, radius);
      // How much of the pixel lies within the border, and how far from it.
      const inside = border_width > 0 ? coverage(d + border_width) : 1;
      const fade = Math.max(0, 1 - Math.max(0, -d - border_width) / (reach + 1));
      const glow = reach > 0 ? la * fade * fade : 0;
      // Glow over ground, by Porter and Duff's "over" with straight alpha.
      const ga = glow + a * (1 - glow);
      const k = ga > 0 ? glow / ga : 0;
      const ground = ga * inside;
      const line = ba * (1 - inside);
      const alpha = ground + line;
      const share = alpha > 0 ? ground / alpha : inside;
      const at = ((top + y) * s.width + left + x) * 4;
      s.data[at] = toByte(mix(br, mix(r, lr, k), share));
      s.data[at + 1] = toByte(mix(bg, mix(g, lg, k), share));
      s.data[at + 2] = toByte(mix(bb, mix(b, lb, k), share));
      s.data[at + 3] = toByte(alpha * coverage(d));
    }
  }
}

/** The icon region is tinted; the indicator overwrites what is there, also its alpha. */
function fillSlots(s: Surface, params: ItemCardParams, preset: RarityPreset, left: number, top: number): void {
  if (params.icon_color) {
    const [x, y, width, height] = params.slots.icon_region;
    blendRect(s, left + x, top + y, width, height, params.icon_color);
  }
  const [x, y, width, height] = params.slots.rarity_indicator_region;
  const [r, g, b, a] = preset.border_color;
  fillRect(s, left + x, top + y, width, height, packColor([r * 0.6, g * 0.6, b * 0.6, a * 0.8]));
}

function rectangle([x, y, width, height]: readonly [number, number, number, number]) {
  return { x, y, width, height };
}
