import type { Identity, ResidentView } from '@ehch/clinical';
import type { RosterEntry } from '@ehch/sdk/client';
import type { Identifiers } from '../../messages/side.ts';
import { entry, NOW, PLACE, ROSTER, viewOf } from '../hand-driven.fixtures.ts';
import type { Around } from './by-hand.ts';

/** Two residents who share a family name and a date of birth. */
export const TWINS: readonly RosterEntry[] = [
  { ...entry('ida', 'Marlowe', '1940-05-04', '9990000042'), room: '4' },
  { ...entry('ivy', 'MARLOWE', '1940-05-04', '9990000050'), room: '7' },
];
export const MORAG: RosterEntry = {
  ...entry('morag', 'Sutherland', '1939-01-25', ''),
  nhsNumber: { state: 'none', why: null },
  chiNumber: '3102390048',
};
export const HALF_DATED = entry('half', 'Norris', '1941', '9990000069');
export const LIST: readonly RosterEntry[] = [...ROSTER, ...TWINS, MORAG, HALF_DATED];

export const ASKED = {
  anne: { by: 'nhs-number', number: '9990000018', born: '1938-02-11' },
  wrongDate: { by: 'nhs-number', number: '9990000018', born: '1938-11-02' },
  bess: { by: 'nhs-number', number: '9990000026', born: '1941-07-14' },
  nobody: { by: 'nhs-number', number: '9990000034', born: '1950-01-01' },
  half: { by: 'nhs-number', number: '9990000069', born: '1941-01-01' },
  morag: { by: 'chi-number', number: '3102390048', born: '1939-01-25' },
  chiAsNhs: { by: 'nhs-number', number: '3102390048', born: '1939-01-25' },
  twins: { by: 'name', family: 'marlowe', born: '1940-05-04' },
  nameless: { by: 'name', family: 'Nobody', born: '1940-05-04' },
} as const satisfies Record<string, Identifiers>;

export function around(
  freshContext: string,
  { list = LIST, ...more }: Partial<Around> & { readonly list?: readonly RosterEntry[] | null } = {},
): Around {
  const residents = list ?? [];
  return {
    now: NOW,
    ms: 0,
    place: PLACE,
    roster: {
      state: () =>
        list === null
          ? { state: 'unread' }
          : { state: 'read', asOf: NOW, stale: false, incomplete: false, residents: residents.length },
      find: (number) =>
        residents.filter(({ nhsNumber }) => 'value' in nhsNumber && nhsNumber.value === number),
      all: () => residents,
    },
    page: { kind: 'nobody' },
    isLocked: false,
    waitMs: 0,
    freshContext,
    ...more,
  };
}

/** A view whose record itself names this person. */
export function recordOf(entry: RosterEntry, more: Partial<Identity> = {}): ResidentView {
  const { resident, name, born, nhsNumber, chiNumber } = entry;
  const value: Identity = {
    name,
    preferredName: null,
    otherNames: [],
    born,
    gender: null,
    nhsNumber,
    otherNumbers: chiNumber === undefined ? [] : [{ label: 'CHI number (Scotland)', value: chiNumber }],
    death: { state: 'living' },
    stay: null,
    gpPractice: null,
    cautions: [],
    ...more,
  };
  return viewOf(resident, {
    state: 'known',
    content: { kind: 'recorded', value },
    asOf: NOW,
    freshness: 'current',
    refresh: { state: 'idle' },
    gaps: [],
  });
}
