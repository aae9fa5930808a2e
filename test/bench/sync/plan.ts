// What a run does, and in which order.
import { residentId, RESIDENTS } from './data.ts';
import type { BenchEdit } from './contract.ts';

/** Residents whose record is opened, one after the other: the median counts. */
export const OPENED: readonly string[] = Array.from({ length: 20 }, (_, nth) =>
  residentId((nth * 37) % RESIDENTS),
);
export const EVERYBODY: readonly string[] = Array.from({ length: RESIDENTS }, (_, nth) => residentId(nth));
export const EDITS = 200;
/** How often the list of cards is read: the median counts. */
export const LISTED = 10;

/** The edits of a run: as long as a vital sign, and never twice the same. */
export function editsOf(newId: () => string): readonly BenchEdit[] {
  return Array.from({ length: EDITS }, (_, nth) => {
    const [intent, id] = [newId(), newId()];
    const resident = residentId(nth % RESIDENTS);
    const body = {
      resourceType: 'Observation',
      id,
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '8867-4' }] },
      subject: { reference: `Patient/${resident}` },
      effectiveDateTime: '2026-11-21T10:00:00Z',
      valueQuantity: {
        value: 60 + (nth % 40),
        unit: '/min',
        system: 'http://unitsofmeasure.org',
        code: '/min',
      },
      note: [{ text: 'as observed in the morning '.repeat(20) }],
    };
    return { intent, id, resident, text: JSON.stringify(body) };
  });
}

/** The contestants of a round in random order, so that none always follows the same neighbour. */
export function inRandomOrder<T>(all: readonly T[], random: () => number): readonly T[] {
  return all
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
