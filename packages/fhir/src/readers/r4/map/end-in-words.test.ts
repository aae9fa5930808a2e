import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, observation, value } from '../../../record.fixtures.ts';
import { endInWords } from './end-in-words.ts';
import { only, statement } from './medicine.fixtures.ts';

for (const [text, date] of [
  ['One daily until 1 May 2024', '2024-05-01'],
  ['One daily until 01/05/2024', '2024-05-01'],
  ['until 1/5/24', '2024-05-01'],
  ['Until the 1st of May 2024', '2024-05-01'],
  ['until end of May 2024', '2024-05'],
  ['until Friday 3 May 2024', '2024-05-03'],
  ['Stop on 30 Oct 2026', '2026-10-30'],
  ['Stop 2026-10-30', '2026-10-30'],
  ['Ends 30-Oct-2026. Ring the surgery', '2026-10-30'],
  ['Course ended 30.10.2026', '2026-10-30'],
  ['DoLS, expiry date: 1 May 2024', '2024-05-01'],
  ['Last dose on 12 June 2026', '2026-06-12'],
  ['Last day 3 May 2024', '2024-05-03'],
  ['End date: 3/5/2024', '2024-05-03'],
  ['Stop date 3 Feb 2025', '2025-02-03'],
  ['expires 05/2024', '2024-05'],
  ['valid until 2024-05', '2024-05'],
  ['from 1/5/24 to 8/5/24', '2024-05-08'],
  ['from 1 May 2024 to 8 May 2024', '2024-05-08'],
  ['up to 8 a day', null],
  ['until seen by the GP', null],
  ['until review', null],
  ['until 31/13/2024', null],
  ['Do not start until 1 May 2024', null],
  ['On hold until 1 May 2024', null],
  ['Not to be given until 1 May 2024', null],
  ['Not for hospital until 1 May 2024', '2024-05-01'],
  ['5 mg until 1 May 2024, then 10 mg', null],
  ['Stop if pulse under 60 on 1 May 2024', null],
  ['Last dose 1 May 2024, next due 1 Aug 2024', null],
  ['Not valid until 1 May 2024', null],
  ['Not yet in force until 1 May 2024', null],
  ['Seen 1 May 2024', null],
  ['Weekend 1 May 2024', null],
] as const)
  test(`“${text}” ends ${date === null ? 'on no day' : `on ${date}`}`, () => {
    assert.equal(endInWords(text), date);
  });

test('a medicine in use whose own words end it is past its date from the day after', () => {
  const cautions = (text: string) => [
    only(statement('m', { dosage: [{ text }] })).cautions,
    only(statement('m', { note: [{ text }] })).cautions,
  ];
  assert.deepEqual(cautions('One daily until 20/11/2026'), [['past-its-date'], ['past-its-date']]);
  assert.deepEqual(cautions('One daily until 21/11/2026'), [[], []]);
  assert.deepEqual(cautions('One daily until Nov 2026'), [[], []]);
});

test('an alert in force whose own words end it is past its date', () => {
  const alert = (text: string) =>
    value('alerts', [about('Flag', 'f', { status: 'active', code: { text } })])[0]?.cautions;
  assert.deepEqual(alert('DoLS authorised until 1 May 2024'), ['past-its-date']);
  assert.deepEqual(alert('DoLS authorised until 1 May 2027'), []);
});

test('a form, a refusal, a wish or an authority whose own words end it is past its date', () => {
  const END = 'until 1 May 2024';
  const limits = value('limits', [
    about('DocumentReference', 'd', { status: 'current', type: { text: `ReSPECT form, valid ${END}` } }),
    about('Consent', 'c', {
      status: 'active',
      scope: { coding: [{ code: 'adr' }] },
      category: [{ text: 'Advance decision to refuse treatment' }],
      provision: { type: 'deny', code: [{ text: `Ventilation ${END}` }] },
    }),
    about('CarePlan', 'p', {
      status: 'active',
      intent: 'plan',
      title: 'Advance care plan',
      description: `No hospital ${END}`,
    }),
    about('RelatedPerson', 'r', {
      name: [{ text: 'Jo' }],
      relationship: [{ text: `LPA health and welfare ${END}` }],
    }),
  ]);
  const facts = [...limits.documents, ...limits.decisions, ...limits.wishes, ...limits.decisionMakers];
  assert.deepEqual(
    facts.map(({ cautions }) => cautions),
    [['past-its-date'], ['past-its-date'], ['past-its-date'], ['past-its-date']],
  );
});

test('a decision of any kind whose own words end it is past its date, and one in a cancelled record is cancelled', () => {
  const END = 'until 1 May 2024';
  const variation = { coding: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'variation' }] };
  const order = { status: 'active', intent: 'directive', code: { text: `No hospital admission ${END}` } };
  for (const told of [
    observation('o', { text: 'Advance decision to refuse treatment' }, { valueString: `No drip ${END}` }),
    observation('o', { text: 'Preferred place of care' }, { valueString: `Home ${END}` }),
    observation('o', variation, { valueString: `Ring first ${END}` }),
    about('ServiceRequest', 's', order),
    about('Flag', 'f', { status: 'active', code: { text: `Not for hospital admission ${END}` } }),
  ])
    assert.deepEqual(value('limits', [told]).decisions[0]?.cautions, ['past-its-date'], JSON.stringify(told));
  const code = [{ text: 'Ventilation if unconscious' }, { text: `Dialysis ${END}` }];
  const refusal = about('Consent', 'c', {
    status: 'active',
    scope: { coding: [{ code: 'adr' }] },
    category: [{ text: 'Advance decision to refuse treatment' }],
    provision: { type: 'deny', code },
  });
  assert.deepEqual(value('limits', [refusal]).decisions[0]?.cautions, ['past-its-date']);
  const revoked = about('ServiceRequest', 's', { ...order, status: 'revoked' });
  assert.deepEqual(value('limits', [revoked]).decisions[0]?.cautions, []);
});

test('the last days by a name that ends them keep no scores back after that day', () => {
  const since = observation('o', { text: 'In the last days of life' }, { valueBoolean: true });
  const limits = (text: string) =>
    [
      about('Flag', 'f', { status: 'active', code: { text } }),
      about('CarePlan', 'c', { status: 'active', intent: 'plan', title: text }),
    ].map((told) => value('limits', [told]));
  for (const { lastDays, decisions } of limits('Last days of life until 1 May 2024'))
    assert.deepEqual(
      [lastDays, decisions[0]?.text],
      [null, 'Last days of life until 1 May 2024: past, not in force today'],
    );
  const over = (day: string) =>
    about('Flag', 'f', { status: 'active', code: { text: `Dying phase until ${day}` } });
  assert.equal(value('limits', [over('1 May 2024'), since]).lastDays?.id, 'Observation/o');
  assert.equal(value('limits', [over('20 November 2026'), since]).lastDays, null);
  for (const { lastDays } of limits('Last days of life until 21 November 2026'))
    assert.equal(lastDays?.text, 'Last days of life until 21 November 2026');
});
