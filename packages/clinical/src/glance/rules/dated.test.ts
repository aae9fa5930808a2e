import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { allergyOf } from '../../resident/allergy.fixtures.ts';
import {
  cfs,
  fact,
  measure,
  medicine,
  news2Entry,
  person,
  recordedAs,
  type Sections,
} from '../../form/suggest/view.fixtures.ts';
import { event, limitsOf, linesOf, matter, planOf } from '../glance.fixtures.ts';

const DAY = '2026-11-18';
const stay = {
  home: 'Rowan Court',
  room: '4',
  since: DAY,
  kind: 'permanent',
  away: null,
  returned: null,
  ended: null,
} as const;
const problem = { ...fact(DAY), text: 'Delirium', status: 'active', severity: null, ended: null } as const;
const answered = {
  state: 'answered',
  by: 'Dr P. Adeyemi',
  at: '2026-11-17T09:00:00Z',
  promisedBy: DAY,
} as const;
const barthel = (total: number, on: string) =>
  ({ ...fact(on), id: `b${on}`, instrument: 'barthel', version: '0-20', total }) as const;
const WELL = {
  rr: 16,
  spo2: 96,
  scale: 1,
  oxygen: false,
  sbp: 124,
  pulse: 78,
  acvpu: 'A',
  temp: 36.6,
} as const;

/** For each rule, a record whose facts have a day, and about which the rule makes a line. */
const DATED: Readonly<Record<string, Partial<Sections>>> = {
  unanswered: { open: recordedAs([matter(DAY)]) },
  'promise-passed': { open: recordedAs([matter('2026-11-17', { progress: answered })]) },
  'last-days': { limits: recordedAs(limitsOf({ lastDays: { ...fact(DAY), text: 'Comfort first' } })) },
  whereabouts: { identity: recordedAs(person({ stay })) },
  'news2-against-usual': {
    news2: recordedAs({ scores: [news2Entry(WELL, fact(DAY))], usual: null, observations: [] }),
  },
  overdue: { plan: recordedAs(planOf({ reviewBy: DAY })) },
  'limits-changed': { limits: recordedAs(limitsOf({ wishes: [{ ...fact(DAY), text: 'Stay here.' }] })) },
  'allergy-recorded': { allergies: recordedAs([allergyOf(fact(DAY))]) },
  'weight-since': {
    weight: recordedAs({
      weights: [measure(45, 'kg', fact(DAY)), measure(51, 'kg', fact('2026-08-20'))],
      height: null,
      bmi: null,
    }),
  },
  'function-since': {
    function: recordedAs({ scores: [barthel(5, DAY), barthel(8, '2026-08-01')], statements: [] }),
  },
  'frailty-since': {
    frailty: recordedAs({
      cfs: [cfs(7, '2.0', fact(DAY)), cfs(6, '2.0', fact('2026-08-01'))],
      indices: [],
      statements: [],
    }),
  },
  'events-since': { events: recordedAs([event('fall', DAY)]) },
  'medicines-since': {
    medicines: recordedAs({
      medicines: [{ ...medicine('regular', 'stopped'), started: '2020-01-01', stopped: DAY }],
      reviewed: null,
    }),
  },
  'problems-since': { problems: recordedAs([problem]) },
  'elsewhere-since': { plan: recordedAs({ ...planOf({ on: DAY }) }) },
  coming: { plan: recordedAs(planOf({ reviewBy: '2026-11-25' })) },
  'other-changes': { events: recordedAs([event('other', DAY, 'Chiropody')]) },
};

/** They tell of no fact: what is not known, and that there is nothing. */
const WITHOUT_A_FACT = ['not-known', 'nothing-new'];

test('every rule that tells of facts has its dated record here', () => {
  const rules = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && name !== 'index.ts')
    .map((name) => name.replace(/\.ts$/, ''));
  assert.deepEqual([...Object.keys(DATED), ...WITHOUT_A_FACT].toSorted(), rules.toSorted());
});

for (const [rule, sections] of Object.entries(DATED))
  test(`a line of ${rule} carries the day of its fact`, () => {
    const [line, ...others] = linesOf(sections).filter((one) => one.rule === rule);
    assert.deepEqual(others, []);
    assert.equal(line?.on, rule === 'coming' ? '2026-11-25' : DAY);
  });
