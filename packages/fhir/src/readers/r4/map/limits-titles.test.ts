import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, content, section, value, type Json } from '../../../record.fixtures.ts';
import { isLimitsTitle } from './limits-words.ts';

for (const title of [
  'ReSPECT',
  'respect',
  'ReSPECT v3',
  'ReSPECT form',
  'Respect form',
  'Recommended Summary Plan for Emergency Care and Treatment',
  'Advance Decision to Refuse Treatment',
  'Emergency health care plan',
  'Treatment escalation plan',
]) {
  test(`"${title}" belongs to the agreed limits`, () => assert.ok(isLimitsTitle(title)));
}

for (const title of [
  'Dignity and respect survey',
  'Do staff treat you with respect?',
  'RESPECT AND DIGNITY',
  'With respect to falls',
  'Respect for privacy',
  'Respectful care plan',
]) {
  test(`"${title}" does not belong to the agreed limits`, () => assert.equal(isLimitsTitle(title), false));
}

test('a survey about respect is an assessment, and none of it is shown in the limits', () => {
  const survey = about('QuestionnaireResponse', 'q', {
    status: 'completed',
    authored: '2026-01-05',
    item: [
      { text: 'Are you treated with dignity and respect?', answer: [{ valueString: 'Yes' }] },
      { text: 'Favourite song?', answer: [{ valueString: 'Jerusalem' }] },
    ],
  });
  assert.equal(content('limits', [survey]).kind, 'not-recorded');
  assert.equal(value('events', [survey])[0]?.kind, 'assessment');
});

const document = (id: string, fields: Json): Json =>
  about('DocumentReference', id, {
    status: 'current',
    date: '2026-05-01',
    type: { text: 'ReSPECT form' },
    ...fields,
  });

test('a document that a current one replaces is superseded, even if its own status says otherwise', () => {
  const newer = document('b', {
    date: '2026-06-01',
    relatesTo: [{ code: 'replaces', target: { reference: 'DocumentReference/a' } }],
  });
  const { documents } = value('limits', [document('a', {}), newer]);
  assert.deepEqual(
    documents.map(({ on, status }) => [on, status]),
    [
      ['2026-06-01', 'current'],
      ['2026-05-01', 'superseded'],
    ],
  );
  assert.deepEqual(documents[0]?.more, [{ name: 'replaces another document', text: 'ReSPECT form' }]);
});

for (const [name, fields] of [
  ['of the future', { date: '2027-06-01' }],
  ['not finished', { docStatus: 'preliminary' }],
  ['superseded itself', { status: 'superseded' }],
  ['only added to it', { relatesTo: [{ code: 'appends', target: { reference: 'DocumentReference/a' } }] }],
] as const) {
  test(`a document that is ${name} supersedes nothing`, () => {
    const relatesTo = [{ code: 'replaces', target: { reference: 'DocumentReference/a' } }];
    const { documents } = value('limits', [document('a', {}), document('b', { relatesTo, ...fields })]);
    assert.equal(documents.find(({ id }) => id.endsWith('a'))?.status, 'current');
  });
}

test('a document dated in the future never comes before one of today', () => {
  const { documents } = value('limits', [document('ahead', { date: '2027-01-01' }), document('now', {})]);
  assert.deepEqual(
    documents.map(({ cautions }) => cautions),
    [[], ['future-dated']],
  );
});

test('a document that is not in force before a day says so, and one that already is does not', () => {
  const from = (start: string) => document('a', { context: { period: { start } } });
  const told = (start: string) => {
    const [found] = value('limits', [from(start)]).documents;
    return [found?.cautions, found?.more];
  };
  const later = [{ name: 'not in force before', text: '01-Mar-2027' }];
  assert.deepEqual(told('2027-03-01'), [['future-dated'], later]);
  assert.deepEqual(told('2026-03-01'), [[], undefined]);
});

test('whatever the description and the files of a document add to its type is in its title', () => {
  const found = document('a', {
    description: 'For hospital at home',
    content: [{ attachment: { title: 'Page one' } }, { attachment: { title: 'Page two' } }],
  });
  assert.equal(
    value('limits', [found]).documents[0]?.title,
    'ReSPECT form: For hospital at home: Page one: Page two',
  );
});

const flag: Json = about('Flag', 'f', {
  status: 'active',
  code: { text: 'DNACPR' },
  period: { start: '2026-05-01' },
  author: { display: 'Dr Bell' },
});
const form = (id: string, fields: Json = {}) =>
  document(id, { author: [{ display: 'Dr Bell' }], description: 'Original: red folder', ...fields });

test('a decision about CPR shows where the form of the same day and author is kept', () => {
  const { cpr } = value('limits', [flag, form('d')]);
  assert.equal(cpr[0]?.originalAt, 'red folder');
});

for (const [name, documents] of [
  ['of another day', [form('d', { date: '2026-05-02' })]],
  ['of another author', [form('d', { author: [{ display: 'Dr Cole' }] })]],
  ['without an author', [form('d', { author: [] })]],
  ['that is not finished', [form('d', { docStatus: 'preliminary' })]],
  ['that was superseded', [form('d', { status: 'superseded' })]],
  ['of which there are two', [form('d'), form('e')]],
] as const) {
  test(`a form ${name} does not show where the original of a decision about CPR is`, () => {
    const [decision] = value('limits', [flag, ...documents]).cpr;
    assert.equal(decision?.originalAt, null);
  });
}

test('a decision about CPR that starts in the future says so: it does not come first, and replaces none', () => {
  const ahead: Json = { ...flag, id: 'ahead', code: { text: 'For CPR' }, period: { start: '2027-05-01' } };
  const alone = section('limits', [ahead]);
  assert.ok(alone.state === 'known' && alone.content.kind === 'recorded');
  assert.deepEqual(alone.content.value.cpr, []);
  assert.deepEqual(
    alone.content.value.decisions.map(({ text, cautions }) => [text, cautions]),
    [['For CPR, from 01-May-2027: not in force today', ['future-dated']]],
  );
  const both = value('limits', [ahead, flag]);
  assert.deepEqual(
    both.cpr.map(({ decision }) => decision),
    ['do-not-attempt'],
  );
});

test('abbreviations of a form belong to the limits, and one that is a draft by its title is unconfirmed', () => {
  const titled = (text: string) => {
    const held = about('DocumentReference', 'd', {
      status: 'current',
      type: { text },
      content: [{ attachment: {} }],
    });
    return value('limits', [held]).documents.map(({ title, cautions }) => [title, cautions]);
  };
  assert.deepEqual(titled('LPA health and welfare'), [['LPA health and welfare', []]]);
  for (const text of ['Draft ADRT', 'Unsigned ADRT', 'Advance decision - draft'])
    assert.deepEqual(titled(text), [[text, ['unconfirmed']]]);
});
