import type { Acvpu } from '../recorded-view.ts';

/** UK Core ValueSet ACVPU, with our words for the screen. */
export const ACVPU_VALUES: ReadonlyMap<string, { readonly level: Acvpu; readonly words: string }> = new Map([
  ['248234008', { level: 'A', words: 'Alert' }],
  ['130987000', { level: 'C', words: 'New confusion' }],
  ['300202002', { level: 'V', words: 'Responds to voice' }],
  ['450847001', { level: 'P', words: 'Responds to pain' }],
  ['422768004', { level: 'U', words: 'Unresponsive' }],
] as const);

/** UK Core ValueSet InspiredOxygen. */
export const ROOM_AIR = '722742002';
export const ON_OXYGEN = '371825009';
