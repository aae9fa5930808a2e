import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldEdit, Json } from '@ehch/store';
import { change, is } from '../push/entries.fixtures.ts';
import { choicesOf, conflictFields, type Update } from './conflict-fields.ts';
import { toldApart } from './value-words.ts';

const nameOf = (reference: string) => (reference === 'Practitioner/7' ? 'MENSAH, Grace' : null);

const text = (value: object) => JSON.stringify({ id: 'x', ...value });

function fields(type: string, edits: readonly FieldEdit[], base: object, theirs: object) {
  const part: Update = { op: 'update', type, id: 'x', edits, base: '1' };
  const conflict = {
    kind: 'conflict',
    key: `${type}/x`,
    base: text(base),
    theirs: text(theirs),
    paths: [],
  } as const;
  return { fields: conflictFields(part, conflict, toldApart(nameOf)), choices: choicesOf(part, conflict) };
}

const phone = (value: string, more: object = {}) => ({ system: 'phone', use: 'home', value, ...more });
const home: FieldEdit['path'] = ['telecom', { key: 'phone|home|' }];
const row = (from: Json, to: Json, path = home): FieldEdit => ({ path, from: is(from), to: is(to) });

test('P17: a telephone number is said as a number in its place, whatever part of it was changed', () => {
  const edit = change([...home, 'value'], '01632 960001', '01632 960002');
  const { fields: all } = fields(
    'Patient',
    [edit],
    { telecom: [phone('01632 960001')] },
    { telecom: [phone('01632 960003')] },
  );
  assert.deepEqual(all, [
    {
      label: 'Telephone (home)',
      before: '01632 960001',
      mine: '01632 960002',
      theirs: '01632 960003',
      choice: 'telecom[phone|home|]',
    },
  ]);
});

test('P17: dates, coded texts, people, notes and statuses stand in the words of our screens', () => {
  const said = (type: string, field: string, value: Json) =>
    fields(type, [change([field], null, value)], { [field]: null }, {}).fields[0];
  const cases: readonly (readonly [
    type: string,
    field: string,
    value: Json,
    label: string,
    words: string,
  ])[] = [
    ['Patient', 'birthDate', '1941-07-14', 'Date of birth', '14-Jul-1941'],
    ['Patient', 'deceasedDateTime', '2026-11-21T09:30:00Z', 'Died on', '21-Nov-2026 09:30'],
    ['Patient', 'active', false, 'Record in use', 'No'],
    ['Task', 'owner', { reference: 'Practitioner/7' }, 'Who does it', 'MENSAH, Grace'],
    ['Task', 'owner', { reference: 'Practitioner/8', display: 'Dr Patel' }, 'Who does it', 'Dr Patel'],
    ['Task', 'code', { coding: [{ system: 's', code: '1', display: 'Weigh' }] }, 'What', 'Weigh'],
    ['QuestionnaireResponse', 'status', 'completed', 'Status of the answers', 'Signed'],
    ['Observation', 'status', 'entered-in-error', 'Status of the finding', 'Entered in error'],
    [
      'CarePlan',
      'period',
      { start: '2026-11-01', end: '2026-12-01' },
      'From and until',
      'from 01-Nov-2026 until 01-Dec-2026',
    ],
    [
      'CarePlan',
      'note',
      [{ text: 'Sits up.', time: '2026-11-20', authorString: 'Carer' }],
      'Note',
      'Sits up. (Carer, 20-Nov-2026)',
    ],
    [
      'CarePlan',
      'activity',
      [{ detail: { status: 'in-progress', description: 'Walk' } }],
      'Activity',
      'Walk, in progress',
    ],
    ['Communication', 'payload', [{ contentString: 'Please ring.' }], 'Message', 'Please ring.'],
    [
      'Patient',
      'contact',
      [
        {
          relationship: [{ text: 'Daughter' }],
          name: { family: 'Ash', given: ['Jo'] },
          telecom: [phone('01632 960004')],
        },
      ],
      'People to contact',
      'ASH, Jo, Daughter, 01632 960004 (home)',
    ],
    ['Patient', 'name', [{ family: 'Ash', given: ['Jo'], prefix: ['Mrs'] }], 'Name', 'ASH, Jo (Mrs)'],
  ];
  for (const [type, field, value, label, words] of cases) {
    const { label: given, mine, asRecorded } = said(type, field, value) ?? {};
    assert.deepEqual([given, mine, asRecorded], [label, words, undefined], `${type}.${field}`);
  }
  const address = { use: 'home', line: ['1 High Street'], city: 'Leeds', postalCode: 'LS1 1AA' };
  const [place] = fields(
    'Patient',
    [row(null, address, ['address', { key: 'home|' }])],
    { address: [] },
    {},
  ).fields;
  assert.deepEqual([place?.label, place?.mine], ['Address (home)', '1 High Street, Leeds, LS1 1AA']);
});

test('P17: what has no words is shown as it is recorded and marked so, and nothing of a value is left out', () => {
  const [unknown] = fields('CarePlan', [change(['instantiatesUri'], ['a'], ['b'])], {}, {}).fields;
  assert.deepEqual([unknown?.label, unknown?.mine, unknown?.asRecorded], ['instantiatesUri', 'b', true]);
  const preferred = {
    ...phone('01632 960001'),
    rank: 2,
    extension: [{ url: 'u', valueString: 'ring after six' }],
  };
  const [half] = fields('Patient', [change(['telecom'], [], [preferred])], {}, {}).fields;
  assert.match(half?.mine ?? '', /^01632 960001 \(home\)\n.*"rank":2.*ring after six/);
  assert.equal(half?.asRecorded, true);
  const [nobody] = fields('Task', [change(['owner'], null, { reference: 'Practitioner/9' })], {}, {}).fields;
  assert.deepEqual([nobody?.mine, nobody?.asRecorded], ['somebody not named here', undefined]);
  const nowhere = { reference: 'Device/9' };
  const [other] = fields('Task', [change(['owner'], null, nowhere)], {}, {}).fields;
  assert.deepEqual([other?.mine, other?.asRecorded], ['{"reference":"Device/9"}', true]);
});

test('P17: what was changed on the server alone is shown too, with nothing to choose', () => {
  const { fields: all } = fields(
    'CarePlan',
    [change(['title'], 'one', 'two')],
    { title: 'one', description: 'old' },
    { title: 'one', description: 'new', meta: { versionId: '2' } },
  );
  assert.deepEqual(all[1], {
    label: 'Description',
    before: 'old',
    mine: 'old',
    theirs: 'new',
    isTheirsAlone: true,
  });
  assert.equal(all.length, 2);
});

test('P17: of what is taken whole, the server’s own changes are part of the choice', () => {
  const { fields: all } = fields(
    'MedicationRequest',
    [change(['dosageInstruction'], 'a', 'b')],
    { dosageInstruction: 'a', note: [] },
    { dosageInstruction: 'a', note: [{ text: 'with food', authorString: 'GP' }] },
  );
  assert.deepEqual(
    all.map(({ label, mine, theirs, choice, isTheirsAlone }) => [label, mine, theirs, choice, isTheirsAlone]),
    [
      ['dosageInstruction', 'b', 'a', 'whole', undefined],
      ['Note', null, 'with food (GP)', 'whole', undefined],
    ],
  );
});

test('P17: a whole version is not offered where nobody can see what it would take away', () => {
  const part = {
    op: 'update',
    type: 'Consent',
    id: 'x',
    base: '1',
    edits: [change(['status'], 'a', 'b')],
  } as const;
  const lost = {
    kind: 'conflict',
    key: 'Consent/x',
    base: null,
    theirs: '{"status":"c"}',
    paths: [],
  } as const;
  assert.deepEqual(conflictFields(part, lost, nameOf), []);
});

test('P17: fields of a care plan are chosen one by one, and those of a medicine together', () => {
  const edits = [change(['title'], 'a', 'b'), change(['description'], 'c', 'd')];
  const plan = { title: 'a', description: 'c' };
  assert.deepEqual(fields('CarePlan', edits, plan, plan).choices, ['title', 'description']);
  assert.deepEqual(fields('MedicationRequest', edits, plan, plan).choices, ['whole']);
});

test('P17: whatever speaks of limits, CPR, a refusal in advance or capacity is taken whole', () => {
  const edits = [change(['title'], 'a', 'b'), change(['description'], 'c', 'd')];
  const plan = { title: 'a', description: 'c' };
  const about = [
    { title: 'ReSPECT plan' },
    { note: [{ text: 'Not for hospital admission' }] },
    { description: 'ADRT of 2024' },
    { note: [{ text: 'Lacks capacity for this' }] },
    { category: [{ coding: [{ system: 'http://snomed.info/sct', code: '450476008' }] }] },
  ];
  for (const more of about) {
    assert.deepEqual(
      fields('CarePlan', edits, plan, { ...plan, ...more }).choices,
      ['whole'],
      JSON.stringify(more),
    );
    assert.deepEqual(
      fields('CarePlan', edits, { ...plan, ...more }, plan).choices,
      ['whole'],
      JSON.stringify(more),
    );
  }
  const mine = [change(['title'], 'a', 'Do not resuscitate'), edits[1] ?? change([], 0, 0)];
  assert.deepEqual(fields('CarePlan', mine, plan, plan).choices, ['whole']);
});

test('P17: what is compared and not changed is no choice, until the server says something else there', () => {
  const seen = [change(['title'], 'a', 'a'), change(['status'], 'active', 'completed')];
  const plan = { title: 'a', status: 'active' };
  const other = { ...plan, status: 'revoked' };
  assert.deepEqual(fields('CarePlan', seen, plan, other).choices, ['status']);
  assert.deepEqual(
    fields('CarePlan', seen, plan, other).fields.map(({ label }) => label),
    ['Status'],
  );
  assert.deepEqual(fields('CarePlan', seen, plan, { ...plan, title: 'b' }).choices, ['title', 'status']);
});

test('people without a name are never told by an address, and two of them are never one', () => {
  const owner = (id: string) => ({ reference: `https://server.example/fhir/Practitioner/${id}` });
  const [row] = fields(
    'Task',
    [change(['owner'], owner('a'), owner('b'))],
    { owner: owner('a') },
    { owner: owner('c') },
  ).fields;
  assert.deepEqual(
    [row?.before, row?.mine, row?.theirs],
    ['somebody not named here', 'somebody else, not named here', 'a third person, not named here'],
  );
  const note = [{ text: 'Rang her daughter', authorReference: owner('a') }];
  const [said] = fields('Goal', [change(['note'], null, note)], {}, {}).fields;
  assert.equal(said?.mine, 'Rang her daughter (somebody not named here)');
  const by = (id: string) => ({ text: 'Rang', authorReference: owner(id) });
  const [notes] = fields('Goal', [change(['note'], null, [by('a'), by('b')])], {}, {}).fields;
  assert.equal(notes?.mine, 'Rang (somebody not named here)\nRang (somebody else, not named here)');
  const four = [change(['owner'], null, ['a', 'b', 'c', 'd'].map(owner))];
  assert.match(fields('Task', four, {}, {}).fields[0]?.mine ?? '', /person 4, not named here$/);
});

test('P17: what differs and reads alike is shown as it is recorded, or nobody could see what there is to choose', () => {
  const pain = (code: string) => ({ text: 'Pain', coding: [{ code }] });
  const [concept] = fields(
    'Condition',
    [change(['code'], pain('1'), pain('2'))],
    { code: pain('1') },
    { code: pain('3') },
  ).fields;
  assert.deepEqual(
    [concept?.before, concept?.mine, concept?.theirs, concept?.asRecorded],
    [...['1', '2', '3'].map((code) => JSON.stringify(pain(code))), true],
  );
  const name = (use: string) => [{ family: 'Farrow', given: ['Gwen'], use }];
  const [names] = fields(
    'Patient',
    [change(['name'], name('official'), name('usual'))],
    { name: name('official') },
    { name: name('official') },
  ).fields;
  assert.match(names?.mine ?? '', /"usual"/);
  assert.match(names?.theirs ?? '', /"official"/);
});
