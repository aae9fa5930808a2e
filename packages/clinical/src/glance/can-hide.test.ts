import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fact, known, measure, medicine, person, recordedAs, WHOLE } from '../form/suggest/view.fixtures.ts';
import { allergyOf } from '../resident/allergy.fixtures.ts';
import type { Stay } from '../resident/identity.ts';
import { event, limitsOf, linesOf, matter, planOf } from './glance.fixtures.ts';
import { GLANCE_RULES } from './rules/index.ts';

const STAY: Stay = {
  home: 'Rowan Court',
  room: '4',
  since: '2020',
  kind: 'permanent',
  away: null,
  returned: null,
  ended: null,
};
const stay = (part: Partial<Stay>) => ({ identity: recordedAs(person({ stay: { ...STAY, ...part } })) });
const cfs = (level: number, on: string) =>
  ({ ...fact(on), id: on, level, group: 'levels-7-and-8', version: '2.0', warnings: [] }) as const;
const barthel = (total: number, on: string) =>
  ({ ...fact(on), id: on, instrument: 'barthel', version: '0-20', total }) as const;
const plan = (reviewBy: string) => ({ plan: recordedAs(planOf({ reviewBy })) });
const lastDays = recordedAs(limitsOf({ lastDays: { ...fact('2026-11-16'), text: 'Comfort.' } }));
const promise = { state: 'answered', by: 'Dr Marsh', at: null, promisedBy: '2026-11-21T09:00:00Z' } as const;

/** A record for each rule, and whether a reader may hide what it says of it. [P] */
const CASES: readonly (readonly [rule: string, may: boolean, sections: Parameters<typeof linesOf>[0]])[] = [
  // Somebody waits, or she is unwell, or away, or something is late, or it is not known.
  ['unanswered', false, { open: recordedAs([matter('2026-11-20')]) }],
  ['promise-passed', false, { open: recordedAs([matter('2026-11-20', { progress: promise })]) }],
  ['last-days', false, { limits: lastDays }],
  ['whereabouts', false, stay({ away: { where: 'Hollin General', since: '2026-10-01' } })],
  ['news2-against-usual', false, WHOLE],
  ['overdue', false, plan('2026-11-18')],
  ['not-known', false, { medicines: known({ kind: 'not-recorded' }, { freshness: 'stale' }) }],
  ['nothing-new', false, {}],
  // It is news, or comes: a reader who has taken it in may put it away.
  ['whereabouts', true, stay({ returned: { on: '2026-11-16', from: 'Hollin General' } })],
  ['whereabouts', true, stay({ since: '2026-11-19' })],
  [
    'limits-changed',
    true,
    { limits: recordedAs(limitsOf({ wishes: [{ ...fact('2026-11-18'), text: 'Stay.' }] })) },
  ],
  ['allergy-recorded', true, { allergies: recordedAs([allergyOf(fact('2026-11-20'))]) }],
  [
    'weight-since',
    true,
    {
      weight: recordedAs({
        weights: [measure(45.4, 'kg', fact('2026-11-19')), measure(51, 'kg', fact('2026-08-20'))],
        height: null,
        bmi: null,
      }),
    },
  ],
  [
    'function-since',
    true,
    {
      function: recordedAs({ scores: [barthel(5, '2026-11-18'), barthel(8, '2026-08-01')], statements: [] }),
    },
  ],
  [
    'frailty-since',
    true,
    {
      frailty: recordedAs({ cfs: [cfs(7, '2026-11-18'), cfs(6, '2026-08-01')], indices: [], statements: [] }),
    },
  ],
  ['events-since', true, { events: recordedAs([event('fall', '2026-11-18')]) }],
  [
    'medicines-since',
    true,
    {
      medicines: recordedAs({
        medicines: [{ ...medicine('regular'), started: '2026-11-15' }],
        reviewed: null,
      }),
    },
  ],
  [
    'problems-since',
    true,
    {
      problems: recordedAs([
        { ...fact('2026-11-19'), text: 'Delirium', status: 'active', severity: null, ended: null },
      ]),
    },
  ],
  [
    'elsewhere-since',
    true,
    { open: recordedAs([matter('2026-11-18', { progress: { ...promise, promisedBy: null } })]) },
  ],
  ['other-changes', true, { events: recordedAs([event('vaccination', '2026-11-18')]) }],
  ['coming', true, plan('2026-12-02')],
];

test('what is asked, how and where she is, what is late and what is not known cannot be hidden; news can', () => {
  for (const [rule, may, sections] of CASES) {
    const lines = linesOf(sections).filter((line) => line.rule === rule);
    assert.ok(lines.length > 0, `${rule} says nothing`);
    const hidden = lines.map(({ key }) => key);
    const left = linesOf(sections, { hidden }).filter((line) => line.rule === rule);
    assert.equal(left.length, may ? 0 : lines.length, rule);
  }
  assert.equal(new Set(CASES.map(([rule]) => rule)).size, GLANCE_RULES.length, 'each rule has a case');
});
