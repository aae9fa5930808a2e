import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  about,
  build,
  content,
  hl7,
  observation,
  section,
  snomed,
  value,
  type Json,
} from '../../../record.fixtures.ts';

const flag = (id: string, code: Json, fields: Json = {}): Json =>
  about('Flag', id, { status: 'active', code, ...fields });
const notForCpr = snomed('450476008');

test('where nothing is recorded, the section is not recorded and says nothing about CPR', () => {
  assert.deepEqual(content('limits', []), { kind: 'not-recorded' });
});

test('a ReSPECT form shows where the original is, and a superseded one stays as superseded', () => {
  const form = (id: string, fields: Json) =>
    about('DocumentReference', id, { status: 'current', type: { text: 'ReSPECT form' }, ...fields });
  const found = value('limits', [
    form('new', { description: 'Signed original: red folder, office' }),
    form('old', { status: 'superseded' }),
  ]);
  assert.deepEqual(
    found.documents.map(({ status, originalAt }) => [status, originalAt]),
    [
      ['current', 'red folder, office'],
      ['superseded', null],
    ],
  );
});

test('a form about the limits is shown among them once, and any other document among the events', () => {
  const document = (id: string, text: string) =>
    about('DocumentReference', id, { status: 'current', type: { text }, date: '2026-11-01T10:00:00Z' });
  const both = [document('form', 'ReSPECT form'), document('letter', 'Clinic letter')];
  assert.deepEqual(
    value('events', both).map(({ text }) => text),
    ['Clinic letter'],
  );
  assert.deepEqual(
    value('limits', both).documents.map(({ title }) => title),
    ['ReSPECT form'],
  );
});

test('wishes, refusals, preferred places, attorneys and a last-days plan are shown in their own lists', () => {
  const found = value('limits', [
    about('CarePlan', 'w', {
      status: 'active',
      category: [{ text: 'Advance care plan' }],
      description: 'Stay here unless I break a bone',
    }),
    about('CarePlan', 'l', {
      status: 'active',
      category: [{ text: 'Last days of life care plan' }],
      title: 'Comfort',
    }),
    about('Consent', 'c', {
      status: 'active',
      scope: hl7('consentscope', 'adr'),
      category: [{ text: 'Advance decision to refuse treatment' }],
      provision: { type: 'deny', code: [{ text: 'Ventilation' }] },
    }),
    observation('p', { text: 'Preferred place of death' }, { valueString: 'Rowan Court' }),
    about('RelatedPerson', 'r', {
      name: [{ given: ['Daniel'], family: 'Ashworth' }],
      relationship: [{ text: 'Son' }, snomed('365567004')],
    }),
    about('RelatedPerson', 'm', {
      name: [{ given: ['Ann'] }],
      relationship: [{ text: 'Lasting power of attorney, property and financial affairs' }],
    }),
  ]);
  assert.deepEqual(
    found.wishes.map(({ text }) => text),
    ['Stay here unless I break a bone'],
  );
  assert.deepEqual(
    found.decisions.map(({ kind, text }) => [kind, text]),
    [
      ['preferred-place-of-death', 'Rowan Court'],
      ['refusal-of-treatment', 'Advance decision to refuse treatment: Ventilation refused'],
    ],
  );
  assert.deepEqual(
    found.decisionMakers.map(({ name, relation }) => [name, relation]),
    [['Daniel Ashworth', 'Son']],
  );
  assert.equal(found.lastDays?.text, 'Comfort');
});

for (const text of [
  'No last days of life plan',
  'Last days of life plan discussed',
  'End of life care plan in place',
]) {
  test(`"${text}" is no plan for the last days`, () => {
    const found = build([flag('f', { text })]).view.sections.limits;
    assert.ok(found.state === 'known' && found.content.kind === 'not-recorded');
  });
}

const lastDaysPlan = (fields: Json): Json =>
  about('CarePlan', 'l', {
    status: 'active',
    category: [{ text: 'Last days of life care plan' }],
    created: '2026-11-01',
    ...fields,
  });
const lastDaysFlag = (fields: Json) => flag('l', { text: 'Last days of life' }, fields);

for (const [name, plan] of [
  ['plan on hold', lastDaysPlan({ status: 'on-hold' })],
  ['plan whose period has ended', lastDaysPlan({ period: { end: '2026-11-20' } })],
  ['plan that has not begun', lastDaysPlan({ period: { start: '2026-12-01' } })],
  ['flag whose period has ended', lastDaysFlag({ period: { end: '2026-11-20' } })],
  ['flag whose period has not begun', lastDaysFlag({ period: { start: '2026-12-01' } })],
  ['flag that is not active', lastDaysFlag({ status: 'inactive' })],
] as const) {
  test(`a last-days ${name} is not in force today, hides no score, and is shown`, () => {
    const { lastDays, decisions } = value('limits', [plan]);
    assert.equal(lastDays, null);
    assert.match(decisions[0]?.text ?? '', /^Last days of life.*not in force today$/);
  });
}

for (const [name, plan] of [
  ['a plan of unknown status', lastDaysPlan({ status: 'unknown' })],
  ['a plan with a start that cannot be read', lastDaysPlan({ period: { start: 'soon' } })],
  ['a flag with an end that cannot be read', lastDaysFlag({ period: { end: 'soon' } })],
  [
    'a plan whose words say that it ended',
    lastDaysPlan({ description: 'Stopped 3 November: she recovered' }),
  ],
] as const) {
  test(`${name} may be a last-days plan in force: it hides no score, and the limits are not complete`, () => {
    const found = section('limits', [plan, flag('f', notForCpr)]);
    assert.ok(found.state === 'known' && found.content.kind === 'recorded');
    assert.equal(found.content.value.lastDays, null);
    assert.equal(found.gaps[0]?.why, 'unreadable');
  });
}

test('a last-days plan or flag in its period today is in force', () => {
  const period = { start: '2026-11-21', end: '2026-11-21' };
  for (const plan of [lastDaysPlan({ period }), lastDaysFlag({ period })])
    assert.notEqual(value('limits', [plan]).lastDays, null);
});

const wishPlan = (fields: Json): Json =>
  about('CarePlan', 'w', {
    status: 'active',
    intent: 'plan',
    title: 'Advance care plan',
    description: 'Stay in the home',
    ...fields,
  });

for (const [name, fields, caution] of [
  ['on hold', { status: 'on-hold' }, 'unconfirmed'],
  ['of unknown status', { status: 'unknown' }, 'unconfirmed'],
  ['past its period', { period: { start: '2024-01-01', end: '2025-01-01' } }, 'past-its-date'],
] as const) {
  test(`a plan of wishes that is ${name} is shown with the caution`, () =>
    assert.deepEqual(value('limits', [wishPlan(fields)]).wishes[0]?.cautions, [caution]));
}

test('a plan of wishes that is certainly not in force states its status', () => {
  const said = (status: string) => value('limits', [wishPlan({ status })]).wishes[0]?.text;
  assert.equal(said('on-hold'), 'Stay in the home (on hold)');
  assert.equal(said('draft'), 'Stay in the home (a draft)');
  assert.equal(said('unknown'), 'Stay in the home (not known whether it holds)');
  assert.equal(said('active'), 'Stay in the home');
});

for (const text of [
  'Dying phase reversed',
  'Last days of life?',
  'Possible last days of life',
  'Husband in last days of life',
]) {
  test(`a flag "${text}" hides no score, and the limits are not complete`, () => {
    const found = section('limits', [flag('l', { text }), flag('f', notForCpr)]);
    assert.ok(found.state === 'known' && found.content.kind === 'recorded');
    assert.equal(found.content.value.lastDays, null);
    assert.equal(found.gaps[0]?.why, 'unreadable');
  });
}

test('a last-days flag that one of its codings denies hides no score', () => {
  const code = { text: 'Last days of life', coding: [{ display: 'Not in last days of life' }] };
  assert.equal(section('limits', [flag('l', code)]).state, 'failed');
});

test('a last-days plan that was entered in error is not shown', () => {
  const plan = lastDaysPlan({ status: 'entered-in-error' });
  assert.equal(content('limits', [plan]).kind, 'not-recorded');
});

test('a last-days plan that is not in force is not shown beside the one that is', () => {
  const { lastDays, decisions } = value('limits', [
    lastDaysPlan({ status: 'revoked' }),
    { ...lastDaysFlag({}), id: 'f' },
  ]);
  assert.deepEqual([lastDays?.text, decisions], ['Last days of life', []]);
});

test('a plan of wishes that was cancelled says so, and one in force carries no caution', () => {
  const revoked = value('limits', [wishPlan({ status: 'revoked' })]).wishes[0];
  assert.equal(revoked?.text, 'Stay in the home: revoked, not in force today');
  assert.deepEqual(value('limits', [wishPlan({})]).wishes[0]?.cautions, []);
});
