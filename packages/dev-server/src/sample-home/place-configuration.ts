import type { PlaceConfiguration } from '@ehch/clinical';
import { readFileSync } from 'node:fs';
import { opaqueId } from './identifiers.ts';

/** The roster of Rowan Court. */
export function rosterId(seed: number): string {
  return opaqueId(seed, 'roster');
}

/** The places that ship as examples, each with its file. */
export type SamplePlace = 'holmdale' | 'fernleigh';

/**
 * The text of a sample place's file. The bank holidays in it are those of England and Wales, from the rules of the Banking and
 * Financial Dealings Act 1971 and the dates of Easter (5 April 2026, 28 March 2027). GOV.UK's list decides: compare before use.
 * Ofcom reserves 01632 960000 to 960999 for drama.
 */
export function placeFileText(place: SamplePlace): string {
  return readFileSync(new URL(`../../places/${place}.json`, import.meta.url), 'utf8');
}

/** Holmdale, where Rowan Court lies: the file, with the roster that this seed makes. */
export function placeConfiguration(seed: number): PlaceConfiguration {
  // A test reads the file with the sdk, which checks it whole.
  const place = JSON.parse(placeFileText('holmdale')) as PlaceConfiguration;
  const homes = place.homes.map((home) => ({
    ...home,
    roster: { kind: 'group', id: rosterId(seed) } as const,
  }));
  return { ...place, homes };
}
