import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOCAL } from '../../../codes/systems.ts';
import {
  about,
  content,
  fate,
  hl7,
  observation,
  section,
  snomed,
  value,
  type Json,
} from '../../../record.fixtures.ts';

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

test('beside one that nobody has confirmed stand all of the last confirmed ones that contradict each other', () => {
  const egfr = (id: string, number: number, fields: Json) =>
    observation(id, loinc('33914-3'), { ...amount(number, 'mL/min'), ...fields });
  const all = [
    egfr('a', 72, OLD),
    egfr('b', 27, OLD),
    egfr('c', 60, { effectiveDateTime: '2026-09-01T10:00:00Z' }),
    egfr('now', 31, { status: 'preliminary' }),
  ];
  const [first] = value('news2', all).results ?? [];
  assert.deepEqual(first?.details, [
    'preliminary, not confirmed yet',
    'another record of 12-Oct-2026: 72 mL per min',
    'another record of 12-Oct-2026: 27 mL per min',
  ]);
  assert.deepEqual(fate('c', all), { state: 'set-aside', why: 'newer-shown' });
});

test('pain that nobody has confirmed puts no confirmed pain of another place out of sight', () => {
  const pain = (id: string, site: string, valueInteger: number, fields: Json) =>
    observation(id, loinc('72514-3'), { valueInteger, bodySite: { text: site }, ...fields });
  const told = (...all: readonly Json[]) => (value('news2', all).results ?? []).map(({ text }) => text);
  const unconfirmed = pain('back', 'Back', 0, { status: 'preliminary' });
  assert.deepEqual(told(pain('hip', 'Hip', 7, OLD), unconfirmed), ['0', '7']);
  // The newest of all is in doubt, so nothing newer is shown in its place.
  const wrong = pain('w', 'Hip', 9, { ...WRONG, effectiveDateTime: '2026-11-21T08:00:00Z' });
  const all = [pain('hip', 'Hip', 7, OLD), wrong, pain('back', 'Back', 0, {})];
  assert.deepEqual(told(...all), ['7', '0']);
  assert.equal(fate('w', all).state, 'shown');
});

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

test('a plan or an alert for the last days that is in doubt takes no score away', () => {
  const plan = { status: 'active', intent: 'plan', title: 'Last days of life' };
  assert.equal(value('limits', [about('CarePlan', 'p', plan)]).lastDays?.text, 'Last days of life');
  for (const doubt of [WRONG, { modifierExtension: [{ url: 'urn:x', valueBoolean: true }] }])
    for (const told of [
      about('CarePlan', 'p', { ...plan, ...doubt }),
      about('Flag', 'f', { status: 'active', code: { text: 'Last days of life' }, ...doubt }),
    ]) {
      const { lastDays, decisions } = value('limits', [told]);
      assert.equal(lastDays, null);
      assert.deepEqual(
        decisions.map(({ text }) => text),
        ['Last days of life: in doubt, so scores are still shown'],
      );
    }
});

test('a reading in doubt stands behind the others, in each list whose first one speaks for the resident', () => {
  const level = (id: string, valueInteger: number, fields: Json) =>
    observation(id, snomed('763264000'), { valueInteger, ...fields });
  const { cfs } = value('frailty', [level('a', 7, OLD), level('b', 3, WRONG)]);
  assert.deepEqual(
    cfs.map((one) => one.level),
    [7, 3],
  );
  const advice = (id: string, text: string, fields: Json) => observation(id, { text }, fields);
  const { swallowing } = value('function', [
    advice('a', 'IDDSI drinks level 2', OLD),
    advice('b', 'IDDSI drinks level 0', WRONG),
  ]);
  assert.deepEqual(
    swallowing?.map(({ drinksLevel }) => drinksLevel),
    [2, 0],
  );
  const kilograms = (id: string, number: number, fields: Json) =>
    observation(id, loinc('29463-7'), { ...amount(number, 'kg'), ...fields });
  const { weights } = value('weight', [kilograms('a', 60, OLD), kilograms('b', 40, WRONG)]);
  assert.deepEqual(
    weights.map((one) => one.value),
    [60, 40],
  );
});

test('whatever a note calls a mistake says so, of any type', () => {
  const cpr = about('ServiceRequest', 'c', {
    status: 'active',
    intent: 'order',
    code: { text: 'Not for CPR' },
    ...WRONG,
  });
  assert.deepEqual(value('limits', [cpr]).cpr[0]?.cautions, ['mistaken-in-words']);
  const flu = about('Immunization', 'i', { status: 'completed', vaccineCode: { text: 'Flu' }, ...WRONG });
  assert.deepEqual(value('events', [flu])[0]?.cautions, ['mistaken-in-words']);
  const plan = about('CarePlan', 'p', { status: 'active', intent: 'plan', title: 'Falls', ...WRONG });
  assert.deepEqual(value('plan', [plan]).plans[0]?.cautions, ['mistaken-in-words']);
});

test('“none known” of the wrong resident is no “none” of this one', () => {
  const none = about('AllergyIntolerance', 'n', {
    clinicalStatus: hl7('allergyintolerance-clinical', 'active'),
    verificationStatus: hl7('allergyintolerance-verification', 'confirmed'),
    code: snomed('716186003', 'No known allergy'),
    ...WRONG,
  });
  const said = content('allergies', [none]);
  assert.equal(said.kind, 'not-recorded');
  assert.deepEqual(
    said.kind === 'not-recorded' && said.statements?.map(({ text, cautions }) => [text, ...cautions]),
    [['No known allergy: Wrong resident', 'mistaken-in-words']],
  );
});

test('a reading of a day to come leads nothing, and leaves a gap beside the one that leads', () => {
  for (const [name, code] of [
    ['news2', loinc('8867-4')],
    ['news2', loinc('718-7')],
    ['function', { text: 'Mobility' }],
    ['weight', loinc('8302-2')],
  ] as const) {
    const ahead = observation('ahead', code, { ...amount(162, 'cm'), effectiveDateTime: '2027-01-01' });
    const all = [ahead, observation('now', code, amount(160, 'cm'))];
    assert.deepEqual(fate('ahead', all), { state: 'unreadable', why: 'malformed', path: 'effective[x]' });
    assert.equal(fate('now', all).state, 'shown');
    assert.equal(fate('ahead', [ahead]).state, 'shown');
    const found = section(name, all);
    assert.equal(found.state === 'known' && found.gaps.length, 1);
  }
});
