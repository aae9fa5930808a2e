import {
  cfs,
  fact,
  index,
  measure,
  medicine,
  NOW,
  person,
  recordedAs,
  viewWith,
  type Sections,
} from '../../form/suggest/view.fixtures.ts';
import type { CareEvent } from '../../resident/care-event.ts';
import { NO_LIMITS } from '../../resident/limits.fixtures.ts';
import type { Problem } from '../../resident/problem.ts';
import type { PartialDate } from '../../time/types.ts';

// Nobody here is a real person.

export { NOW };

export function problem(text: string, on: PartialDate | null, more: Partial<Problem> = {}): Problem {
  return { ...fact(on), text, status: 'active', severity: null, ended: null, ...more };
}

export function fall(on: PartialDate | null, text: string, more: Partial<CareEvent> = {}): CareEvent {
  return { ...fact(on), kind: 'fall', text, until: null, notDone: null, ...more };
}

/** The record of a resident who is assessed each year: as much of it as an assessment can start from. */
export const KNOWN: Partial<Sections> = {
  identity: recordedAs(
    person({
      born: '1941-07-14',
      gender: 'female',
      stay: {
        home: 'Rowan Court',
        room: '4',
        since: '2025-10-16',
        kind: 'permanent',
        away: null,
        returned: null,
        ended: null,
      },
    }),
  ),
  aboutMe: recordedAs({
    entries: [
      { ...fact('2026-06-02'), heading: 'communication', text: 'I like a joke.' },
      { ...fact('2026-06-02'), heading: 'what-matters', text: 'Chapel on Sunday.' },
    ],
    languages: [{ name: 'English', preferred: true }],
    interpreter: false,
  }),
  problems: recordedAs([
    problem('Vascular dementia', '2022', { severity: 'Moderate' }),
    problem('Atrial fibrillation', '2018'),
    problem('Essential hypertension', '2003'),
    problem('Urinary incontinence', '2024'),
    problem('Chest infection', '2025-12', { status: 'resolved' }),
  ]),
  events: recordedAs([
    fall('2026-11-11T06:40:00Z', 'Slid from her chair.'),
    fall('2026-11-18', 'Found beside her bed, no injury seen.'),
    fall('2024-03-01', 'Fell in the garden.'),
  ]),
  weight: recordedAs({
    weights: [
      measure(45.4, 'kg', fact('2026-11-19')),
      measure(47, 'kg', fact('2026-10-20')),
      measure(51, 'kg', fact('2026-08-19')),
      measure(51.4, 'kg', fact('2026-05-20')),
    ],
    height: measure(158, 'cm', fact('2019-05')),
    bmi: null,
  }),
  limits: recordedAs({
    ...NO_LIMITS,
    cpr: [{ ...fact('2026-04-16'), decision: 'attempt', reviewBy: null, originalAt: 'red folder' }],
    documents: [
      {
        ...fact('2026-04-16T15:00:00Z'),
        title: 'ReSPECT form',
        status: 'current',
        originalAt: 'red folder, first-floor office',
        reviewBy: null,
      },
    ],
    decisions: [{ ...fact('2026-04-16'), kind: 'preferred-place-of-death', text: 'Rowan Court' }],
    decisionMakers: [
      {
        ...fact('2023-01-17'),
        name: 'Gareth Hughes',
        relation: 'son',
        authority: 'lasting power of attorney, health and welfare',
      },
    ],
  }),
  frailty: recordedAs({
    cfs: [cfs(6, '2.0', fact('2026-04-15'))],
    indices: [index('eFI', 0.33, fact('2026-06-01'), { deficits: { present: 12, considered: 36 } })],
    statements: [],
  }),
  news2: recordedAs({ scores: [], usual: { ...fact('2026-04-16'), total: 0 }, observations: [] }),
  medicines: recordedAs({
    medicines: [medicine('regular'), medicine('regular'), medicine('as-required')],
    reviewed: { ...fact('2026-07-26'), text: 'Structured medication review' },
  }),
  people: recordedAs({
    contacts: [
      {
        ...fact('2024-02-19'),
        name: 'Gareth Hughes',
        relation: 'son',
        phones: [],
        roles: ['next of kin', 'first contact'],
        until: null,
      },
    ],
    team: [],
  }),
};

export const KNOWN_VIEW = viewWith(KNOWN);
