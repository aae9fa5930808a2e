import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOCAL } from '../../../codes/systems.ts';
import { content, fate, observation, snomed, value, type Json } from '../../../record.fixtures.ts';

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
const WRONG = { note: [{ text: 'Wrong resident' }] };
const OLD = { effectiveDateTime: '2026-10-12T10:00:00Z' };
const amount = (number: number, unit: string): Json => ({
  valueQuantity: { value: number, unit, code: unit, system: 'http://unitsofmeasure.org' },
});
/** What a section says first of its kind, with whatever stands beside it. */
interface Said {
  readonly text?: unknown;
  readonly value?: unknown;
  readonly details?: readonly string[];
  readonly cautions: readonly string[];
}
const READINGS: readonly (readonly [string, Json, (all: readonly Json[]) => Said | undefined, unknown])[] = [
  [
    'a pulse',
    loinc('8867-4'),
    (all) => value('news2', all).observations[0],
    ['72 beats per minute', '91 beats per minute'],
  ],
  ['an eGFR', snomed('1011481000000105'), (all) => value('news2', all).results?.[0], ['72 /min', '91 /min']],
  [
    'a mobility',
    { text: 'Mobility' },
    (all) => value('function', all).statements[0],
    ['Mobility: 72 /min', 'Mobility: 91 /min'],
  ],
];

for (const [name, code, said, [older, newer]] of READINGS as readonly (readonly [
  string,
  Json,
  (all: readonly Json[]) => Said | undefined,
  readonly [string, string],
])[]) {
  const firm = observation('firm', code, { ...amount(72, '/min'), ...OLD });
  test(`${name} of the wrong resident puts no older one out of sight`, () => {
    const all = [firm, observation('wrong', code, { ...amount(91, '/min'), ...WRONG })];
    const first = said(all);
    assert.deepEqual(
      [first?.text, first?.cautions, first?.details],
      [older, ['contradicted'], [`another record since, of 20-Nov-2026: ${newer} (called a mistake)`]],
    );
    for (const id of ['firm', 'wrong']) assert.equal(fate(id, all).state, 'shown');
  });

  test(`${name} that nobody has confirmed leads, beside the last confirmed one`, () => {
    const all = [
      observation('before', code, { ...amount(70, '/min'), effectiveDateTime: '2026-09-01T10:00:00Z' }),
      firm,
      observation('between', code, {
        ...amount(80, '/min'),
        status: 'preliminary',
        effectiveDateTime: '2026-11-01T10:00:00Z',
      }),
      observation('now', code, { ...amount(91, '/min'), status: 'preliminary' }),
    ];
    const first = said(all);
    assert.deepEqual(
      [first?.text, first?.cautions, first?.details],
      [newer, ['unconfirmed'], ['preliminary, not confirmed yet', `another record of 12-Oct-2026: ${older}`]],
    );
    for (const id of ['before', 'between'])
      assert.deepEqual(fate(id, all), { state: 'set-aside', why: 'newer-shown' });
  });
}

test('an implausible height puts no plausible one out of sight', () => {
  const all = [
    observation('firm', loinc('8302-2'), { ...amount(162, 'cm'), ...OLD }),
    observation('slip', loinc('8302-2'), amount(16, 'cm')),
  ];
  const { height } = value('weight', all);
  assert.deepEqual(
    [height?.value, height?.cautions, height?.details],
    [162, ['contradicted'], ['another record since, of 20-Nov-2026: 16 cm (implausible)']],
  );
});

test('a reading in doubt does not end what could not be measured before it', () => {
  const declined = observation('d', loinc('8867-4'), {
    dataAbsentReason: { text: 'declined' },
    effectiveDateTime: '2026-11-19T10:00:00Z',
  });
  const names = (fields: Json) =>
    value('news2', [
      declined,
      observation('w', loinc('8867-4'), { ...amount(91, '/min'), ...fields }),
    ]).notMeasured?.map(({ name }) => name);
  assert.deepEqual([names(WRONG), names({})], [['Pulse'], []]);
});

const lastDays = (id: string, valueBoolean: boolean, fields: Json) =>
  observation(
    id,
    { coding: [{ system: LOCAL, code: 'last-days' }], text: 'In the last days of life' },
    { valueBoolean, ...fields },
  );

test('a statement about the last days that is called a mistake ends no other, and takes no score away', () => {
  const about = (...all: readonly Json[]) => {
    const limits = content('limits', all);
    return limits.kind === 'recorded'
      ? [limits.value.lastDays !== null, limits.value.decisions.map(({ text }) => text)]
      : limits.kind;
  };
  const [no, yes] = [
    lastDays('no', false, { effectiveDateTime: '2026-11-18' }),
    lastDays('yes', true, WRONG),
  ];
  assert.deepEqual(about(yes), [
    false,
    ['In the last days of life: Yes: in doubt, so scores are still shown'],
  ]);
  assert.deepEqual(about(no, yes), [
    false,
    ['In the last days of life: Yes: in doubt, so scores are still shown', 'In the last days of life: No'],
  ]);
});
