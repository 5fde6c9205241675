/** `@speccade/texture/preview`: many pictures on one. */
export { contactSheet, type SheetItem, type SheetOptions } from './contact-sheet.ts';
