/** The table of categories, in the order in which they are listed, and other names that generators of sounds use. */
import * as action from './action-sounds.ts';
import type { Category } from './category.ts';
import * as menu from './interface-sounds.ts';
import * as world from './world-sounds.ts';

export const CATEGORIES = {
  coin: action.coin,
  laser: action.laser,
  explosion: action.explosion,
  powerup: action.powerup,
  powerdown: action.powerdown,
  hit: action.hit,
  jump: action.jump,
  teleport: action.teleport,
  blip: menu.blip,
  click: menu.click,
  confirm: menu.confirm,
  deny: menu.deny,
  alarm: menu.alarm,
  bell: menu.bell,
  synth: menu.synth,
  whoosh: world.whoosh,
  drum: world.drum,
  footstep: world.footstep,
  thud: world.thud,
  ambience: world.ambience,
} as const satisfies Readonly<Record<string, Category>>;

export type CategoryName = keyof typeof CATEGORIES;

/** Names of sfxr, bfxr, jsfxr and ChipTone. */
export const CATEGORY_ALIASES: Readonly<Record<string, CategoryName>> = {
  pickup: 'coin',
  shoot: 'laser',
  zap: 'laser',
  boom: 'explosion',
  hurt: 'hit',
  select: 'blip',
  ui: 'click',
  tone: 'synth',
};

/** The category of a name or another name for it; `undefined` for a word that is neither. */
export function categoryNamed(word: string): CategoryName | undefined {
  if (Object.hasOwn(CATEGORIES, word)) return word as CategoryName;
  return Object.hasOwn(CATEGORY_ALIASES, word) ? CATEGORY_ALIASES[word] : undefined;
}
