import type { Acvpu } from '../recorded-view.ts';

/** The UK Core ValueSet ACVPU, as levels of consciousness for NEWS2. */
export const ACVPU_VALUES: ReadonlyMap<string, Acvpu> = new Map([
  ['248234008', 'A'],
  ['130987000', 'C'],
  ['300202002', 'V'],
  ['450847001', 'P'],
  ['422768004', 'U'],
] as const);

/** The levels in words. */
export const ACVPU_WORDS: Readonly<Record<Acvpu, string>> = {
  A: 'Alert',
  C: 'New confusion',
  V: 'Responds to voice',
  P: 'Responds to pain',
  U: 'Unresponsive',
};

/** UK Core ValueSet InspiredOxygen: breathing room air. */
export const ROOM_AIR = '722742002';
/** UK Core ValueSet InspiredOxygen: on oxygen. */
export const ON_OXYGEN = '371825009';
/** LOINC, in the example of US Core's pulse oximetry: how much oxygen is given. */
export const INHALED_FLOW = '3151-8';
