import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allergy, content, fate, hl7, section, snomed, value } from '../../../record.fixtures.ts';

const noneCode = (code: string) => snomed(code, 'No known …');
const none = (id = 'none', code = '716186003') => allergy(id, '', { code: noneCode(code) });
const withStatus = (id: string, status: string) =>
  allergy(id, 'Latex', { clinicalStatus: hl7('allergyintolerance-clinical', status) });
const verified = (id: string, status: string) =>
  allergy(id, 'Latex', { verificationStatus: hl7('allergyintolerance-verification', status) });

test('an allergy entered in error is never listed', () => {
  assert.deepEqual(fate('e', [verified('e', 'entered-in-error')]), {
    state: 'set-aside',
    why: 'entered-in-error',
  });
  assert.equal(content('allergies', [verified('e', 'entered-in-error')]).kind, 'not-recorded');
});

test('a refuted allergy is never listed', () => {
  assert.deepEqual(fate('r', [verified('r', 'refuted')]), { state: 'set-aside', why: 'refuted' });
});

test('an unconfirmed allergy is listed as unconfirmed', () => {
  assert.deepEqual(value('allergies', [verified('u', 'unconfirmed')])[0]?.cautions, ['unconfirmed']);
});

test('inactive and resolved allergies stay, after those in force, with their status', () => {
  const listed = value('allergies', [
    withStatus('r', 'resolved'),
    withStatus('a', 'active'),
    withStatus('i', 'inactive'),
  ]);
  assert.deepEqual(
    listed.map(({ status }) => status),
    ['active', 'inactive', 'resolved'],
  );
});

test('an allergy without a status is listed, and no status is invented', () => {
  assert.equal(
    value('allergies', [allergy('a', 'Latex', { clinicalStatus: undefined })])[0]?.status,
    'not-stated',
  );
});

test('"no known allergies" beside an allergy in force is a disagreement, and neither is chosen', () => {
  const found = content('allergies', [none(), allergy('a', 'Latex')]);
  assert.ok(found.kind === 'disagree');
  assert.deepEqual(
    found.sides.map((side) => side.value.map(({ substance }) => substance)),
    [['Latex'], []],
  );
});

test('"no known drug allergy" does not deny a food allergy, and both are shown', () => {
  const food = allergy('f', 'Peanut', { category: ['food'] });
  const found = content('allergies', [none('n', '409137002'), food]);
  assert.ok(found.kind === 'recorded');
  assert.deepEqual(
    [found.value.map(({ substance }) => substance), found.nones?.map(({ text, scope }) => [text, scope])],
    [['Peanut'], [['No known …', 'drug']]],
  );
  assert.deepEqual(fate('n', [none('n', '409137002'), food]), { state: 'shown', sections: ['allergies'] });
});

test('"no known drug allergy" denies an allergy of unknown kind, and its side covers drugs alone', () => {
  const found = content('allergies', [none('n', '409137002'), allergy('a', 'Peanut')]);
  assert.ok(found.kind === 'disagree');
  assert.deepEqual(
    found.sides.map((side) => [side.value.length, side.none?.scope]),
    [
      [1, undefined],
      [0, 'drug'],
    ],
  );
});

for (const text of ['No known allergies', 'Nil known drug allergies', 'NKDA', 'nka']) {
  test(`"${text}" in words is a statement of none, and no allergen`, () => {
    assert.equal(content('allergies', [allergy('n', text)]).kind, 'recorded-as-none');
  });
}

test('a "no known allergies" that was withdrawn is not in force', () => {
  const withdrawn = { ...none(), clinicalStatus: hl7('allergyintolerance-clinical', 'inactive') };
  assert.deepEqual(fate('none', [withdrawn]), { state: 'set-aside', why: 'not-in-force' });
});

test('"no information about allergies" says nothing', () => {
  const ips = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips';
  const unknown = allergy('u', '', { code: { coding: [{ system: ips, code: 'no-allergy-info' }] } });
  assert.equal(content('allergies', [unknown]).kind, 'not-recorded');
});

test('an empty allergy list counts as none only for the reason "nil known"', () => {
  const list = (code: string) => ({
    resourceType: 'List',
    id: 'l',
    status: 'current',
    mode: 'snapshot',
    title: 'Allergies',
    subject: { reference: 'Patient/p1' },
    emptyReason: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code }] },
  });
  assert.equal(content('allergies', [list('nilknown')]).kind, 'recorded-as-none');
  assert.equal(content('allergies', [list('notasked')]).kind, 'not-recorded');
});

test('an unknown modifier extension, at any depth, is shown beside the allergy', () => {
  const modifier = [{ url: 'https://example.org/negated', valueBoolean: true }];
  const modified = allergy('m', 'Latex', { modifierExtension: modifier });
  const deep = allergy('d', 'Wasp venom', {
    reaction: [{ manifestation: [{ text: 'Rash' }], modifierExtension: modifier }],
  });
  const listed = value('allergies', [
    modified,
    deep,
    allergy('i', 'Nuts', { implicitRules: 'https://example.org/r' }),
  ]);
  for (const { cautions } of listed) assert.deepEqual(cautions, ['unknown-modifier']);
  assert.equal(listed.length, 3);
});

test('a malformed detail is dropped with a caution, and the allergy stays', () => {
  const [found] = value('allergies', [
    allergy('a', 'Latex', { criticality: 'enormous', lastOccurrence: 'last year' }),
  ]);
  assert.deepEqual(
    [found?.substance, found?.criticality, found?.cautions],
    ['Latex', null, ['partly-unreadable']],
  );
});

test('a malformed status or substance makes the allergy unreadable, by its path and not by its content', () => {
  const statusless = allergy('s', 'Latex', { verificationStatus: { coding: [{ code: 5 }] } });
  assert.deepEqual(fate('s', [statusless]), {
    state: 'unreadable',
    why: 'malformed',
    path: 'verificationStatus.coding.[0].code',
  });
  assert.equal(section('allergies', [statusless]).state, 'failed');
});

test('a transfer-degraded code is shown with the words that came with it', () => {
  const degraded = allergy('t', '', {
    code: {
      ...snomed('196461000000101', 'Transfer-degraded drug allergy'),
      text: 'Amoxicillin 250mg capsules',
    },
  });
  assert.equal(value('allergies', [degraded])[0]?.substance, 'Amoxicillin 250mg capsules');
});

test('a code without words is shown as a code, and says so', () => {
  const [found] = value('allergies', [allergy('c', '', { code: snomed('764146007') })]);
  assert.deepEqual([found?.substance, found?.cautions], ['764146007', ['code-only']]);
});

test('direction overrides and invisible characters never reach a line', () => {
  assert.equal(value('allergies', [allergy('a', 'Pen\u202Eicillin\u200B')])[0]?.substance, 'Penicillin');
});

test('a "no known …" states how far it reaches', () => {
  const scope = (code: string) => {
    const found = content('allergies', [none('n', code)]);
    return found.kind === 'recorded-as-none' ? found.statements[0]?.scope : null;
  };
  assert.deepEqual([scope('716186003'), scope('409137002')], ['all', 'drug']);
});

for (const [text, scope] of [
  ['Nil', 'all'],
  ['none', 'all'],
  ['NKA', 'all'],
  ['No allergies known', 'all'],
  ['No known allergies', 'all'],
  ['No known drug allergies', 'drug'],
  ['NKDA', 'drug'],
  ['No known food allergy', 'food'],
] as const) {
  test(`"${text}" as free text is an unconfirmed statement of none, and no substance`, () => {
    const found = content('allergies', [allergy('n', text)]);
    assert.ok(found.kind === 'recorded-as-none');
    assert.deepEqual(
      found.statements.map((statement) => [statement.text, statement.scope, statement.cautions]),
      [[text, scope, ['unconfirmed']]],
    );
  });
}

test('a substance whose name begins like a word for none is a substance', () => {
  assert.equal(value('allergies', [allergy('n', 'Nilotinib')])[0]?.substance, 'Nilotinib');
});

for (const [name, code] of [
  ['beside its words', { text: 'NKA', ...snomed('764146007', 'Penicillin') }],
  ['beside no words of its own', { text: 'No known allergies', ...snomed('764146007') }],
  [
    'beside a code for none',
    { coding: [...noneCode('716186003').coding, ...snomed('764146007', 'Penicillin').coding] },
  ],
] as const) {
  test(`an allergy coded as a substance ${name} that say "none" is a disagreement, never "none"`, () => {
    const found = content('allergies', [allergy('x', '', { code })]);
    assert.ok(found.kind === 'disagree');
    assert.deepEqual(
      found.sides.map(({ value: listed }) => listed.map(({ substance }) => substance)),
      [[name.startsWith('beside no') ? '764146007' : 'Penicillin'], []],
    );
    assert.equal(new Set(found.sides.map(({ id }) => id)).size, 2);
    assert.deepEqual(fate('x', [allergy('x', '', { code })]), { state: 'shown', sections: ['allergies'] });
  });
}

test('a coding that says "none" in its own words, or says nothing, is no substance beside the statement', () => {
  const code = {
    text: 'NKDA',
    coding: [
      { system: 'urn:local', code: 'X1', display: 'No known allergies' },
      { system: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor', code: 'UNK' },
    ],
  };
  assert.equal(content('allergies', [allergy('x', '', { code })]).kind, 'recorded-as-none');
});

test('an end that Care Connect or GP Connect states is the end that UK Core states', () => {
  for (const url of [
    'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AllergyIntoleranceEnd',
    'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-AllergyIntoleranceEnd-1',
    'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-AllergyIntoleranceEnd-1',
  ]) {
    const extension = [
      {
        url,
        extension: [
          { url: 'endDate', valueDateTime: '2024-03-01' },
          { url: 'reasonEnded', valueString: 'Wrong record' },
        ],
      },
    ];
    const [found] = value('allergies', [allergy('a', 'Penicillin', { extension })]);
    assert.deepEqual(
      [found?.status, found?.ended, found?.endedWhy],
      ['inactive', '2024-03-01', 'Wrong record'],
    );
  }
});
