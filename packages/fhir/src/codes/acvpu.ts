import type { Acvpu } from '../recorded-view.ts';

/** UK Core ValueSet ACVPU. */
export const ACVPU_VALUES: ReadonlyMap<string, Acvpu> = new Map([
  ['248234008', 'A'],
  ['130987000', 'C'],
  ['300202002', 'V'],
  ['450847001', 'P'],
  ['422768004', 'U'],
] as const);

/** UK Core ValueSet InspiredOxygen. */
export const ROOM_AIR = '722742002';
export const ON_OXYGEN = '371825009';
