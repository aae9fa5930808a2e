import type { Recorded } from '../../recorded.ts';
import type { CfsEntry, FrailtyIndexEntry } from '../../resident/frailty.ts';
import type { Identity } from '../../resident/identity.ts';
import type { Measurement, News2Entry } from '../../resident/measurements.ts';
import type { Medicine } from '../../resident/medicine.ts';
import { SECTION_ORDER, type ResidentSections } from '../../resident/sections.ts';
import type { ResidentView } from '../../resident/view.ts';
import { scoreNews2, type News2Input } from '../../instruments/news2/news2.ts';
import type { Content, Known, Section } from '../../section.ts';
import type { PartialDate } from '../../time/types.ts';

// Nobody here is a real person.

export const NOW = '2026-11-21T14:20:00Z';

export type Sections = { [N in keyof ResidentSections]: Section<ResidentSections[N]> };

export function viewWith(sections: Partial<Sections>): ResidentView {
  const empty = Object.fromEntries(SECTION_ORDER.map((name) => [name, known({ kind: 'not-recorded' })]));
  return { resident: 'r1', sourceLabel: 'Shared record', sections: { ...(empty as Sections), ...sections } };
}

export function known<T>(content: Content<T>, changed: Partial<Known<T>> = {}): Known<T> {
  return {
    state: 'known',
    content,
    asOf: '2026-11-21T14:00:00Z',
    freshness: 'current',
    refresh: { state: 'idle' },
    gaps: [],
    ...changed,
  };
}

export function recordedAs<T>(value: T, changed?: Partial<Known<T>>): Known<T> {
  return known<T>({ kind: 'recorded', value }, changed);
}

export function fact(on: PartialDate | null, ...cautions: Recorded['cautions']): Recorded {
  return { id: `fact-${on}`, on, source: { label: 'GP record' }, by: null, cautions };
}

export function measure(value: number, unit: string, of: Recorded): Measurement {
  return { ...of, value, unit };
}

export function cfs(level: number, version: string | null, of: Recorded): CfsEntry {
  return { ...of, level, version, group: 'levels-4-to-6', warnings: [] };
}

export function index(
  name: FrailtyIndexEntry['name'],
  value: number,
  of: Recorded,
  more: Partial<FrailtyIndexEntry> = {},
): FrailtyIndexEntry {
  return { ...of, name, value, deficits: null, band: null, roundedSource: false, ...more };
}

export function news2Entry(parts: News2Input, of: Recorded): News2Entry {
  return { ...of, score: scoreNews2(parts), importedTotal: null, disagrees: false };
}

export function medicine(use: Medicine['use'], status: Medicine['status'] = 'in-use'): Medicine {
  return {
    ...fact(null),
    generic: 'example',
    brand: null,
    form: null,
    dose: null,
    route: null,
    instructions: null,
    use,
    status,
    started: null,
    stopped: null,
    indication: null,
    statusReason: null,
    highRisk: [],
  };
}

export function person(part: Partial<Identity>): Identity {
  return {
    name: null,
    preferredName: null,
    otherNames: [],
    born: null,
    gender: null,
    nhsNumber: { state: 'none', why: null },
    otherNumbers: [],
    death: { state: 'living' },
    stay: null,
    gpPractice: null,
    cautions: [],
    ...part,
  };
}

/** A record that answers every fact. */
export const WHOLE: Partial<Sections> = {
  identity: recordedAs(person({ born: '1941-07-14', gender: 'female' })),
  weight: recordedAs({
    weights: [
      measure(58.2, 'kg', fact('2026-11-10')),
      measure(60, 'kg', fact('2026-10-01')),
      measure(62.5, 'kg', fact('2026-07-15')),
      measure(66, 'kg', fact('2026-01-15')),
    ],
    height: measure(168, 'cm', fact('2019-05')),
    bmi: measure(20.6, 'kg/m²', fact('2026-11-10')),
  }),
  frailty: recordedAs({
    cfs: [cfs(6, '2.0', fact('2026-08-01')), cfs(4, '1.2', fact('2021-08-01'))],
    indices: [
      index('eFI2', 0.2, fact('2026-09-01')),
      index('eFI', 0.36, fact('2026-06-01'), { deficits: { present: 13, considered: 36 } }),
    ],
    statements: [],
  }),
  news2: recordedAs({
    scores: [
      news2Entry(
        { rr: 18, spo2: 95, oxygen: false, sbp: 118, pulse: 84, acvpu: 'A', temp: 37.2 },
        fact('2026-11-21T14:05:00Z'),
      ),
    ],
    usual: { ...fact('2026-09-01'), total: 1 },
    observations: [{ ...fact('2026-11-21T14:05:00Z'), name: 'Pulse', text: '84 beats/min' }],
  }),
  function: recordedAs({
    scores: [
      { ...fact('2026-10-01'), instrument: 'barthel', version: '0-100', total: 45 },
      { ...fact('2026-05-01'), instrument: 'barthel', version: '0-20', total: 9 },
    ],
    statements: [],
  }),
  medicines: recordedAs({
    medicines: [
      medicine('regular'),
      medicine('regular'),
      medicine('as-required'),
      medicine('regular', 'stopped'),
    ],
    reviewed: null,
  }),
};
