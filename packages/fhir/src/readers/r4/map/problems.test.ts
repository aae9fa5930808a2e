import assert from 'node:assert/strict';
import { test } from 'node:test';
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

const condition = (id: string, text: string, fields: Json = {}): Json =>
  about('Condition', id, { clinicalStatus: hl7('condition-clinical', 'active'), code: { text }, ...fields });
const one = (fields: Json) => value('problems', [condition('c', 'Pressure ulcer', fields)])[0];

test('site, severity, stage, evidence and notes are shown with the problem', () => {
  const found = one({
    bodySite: [{ text: 'Left heel' }, { text: 'Sacrum' }],
    severity: { text: 'Severe' },
    stage: [{ summary: { text: 'Category 3' }, type: { text: 'EPUAP' } }],
    evidence: [{ code: [{ text: 'Slough' }], detail: [{ display: 'Photograph' }] }],
    note: [{ text: 'Dress daily\nKeep the heel off the bed' }],
  });
  assert.deepEqual(
    [found?.site, found?.severity, found?.stage, found?.evidence, found?.notes?.[0]?.text],
    [
      'Left heel, Sacrum',
      'Severe',
      'Category 3 (EPUAP)',
      'Slough, Photograph',
      'Dress daily\nKeep the heel off the bed',
    ],
  );
});

test('evidence is shown by the record that it points to, and evidence without a name is shown as present', () => {
  const swab = observation('o', { text: 'Wound swab' }, {});
  const detail = [{ reference: 'Observation/o' }, { reference: 'Observation/gone' }];
  const stage = [{ assessment: [{ reference: 'Observation/gone' }] }];
  const [found] = value('problems', [condition('c', 'Ulcer', { evidence: [{ detail }], stage }), swab]);
  assert.equal(found?.evidence, 'Wound swab');
  assert.deepEqual(
    found?.more?.map(({ name }) => name),
    ['stage assessment', 'evidence'],
  );
});

test('the onset and the day of recording are two dates', () => {
  const found = one({ onsetDateTime: '2011', recordedDate: '2020-05-05' });
  assert.deepEqual([found?.on, found?.dated, found?.recorded], ['2011', 'began', '2020-05-05']);
  assert.equal(one({ recordedDate: '2020-05-05' })?.dated, 'recorded');
});

test('an onset as an age or in words is shown', () => {
  assert.equal(one({ onsetAge: { value: 52, unit: 'years' } })?.onset, 'at 52 years');
  assert.equal(one({ onsetString: 'in the war' })?.onset, 'in the war');
});

for (const [name, fields, status, ended] of [
  ['a day in the past', { abatementDateTime: '2020-03-01' }, 'inactive', '2020-03-01'],
  [
    'a period that has ended',
    { abatementPeriod: { start: '2020', end: '2021-02-01' } },
    'inactive',
    '2021-02-01',
  ],
  ['a period that only began', { abatementPeriod: { start: '2020-03-01' } }, 'inactive', '2020-03-01'],
  ['her age', { abatementAge: { value: 60, unit: 'years' } }, 'inactive', null],
  ['a day to come', { abatementDateTime: '2027-03-01' }, 'active', '2027-03-01'],
  ['words', { abatementString: 'not yet' }, 'active', null],
] as const)
  test(`an active problem with ${name} as its end is ${status}`, () => {
    const found = one(fields);
    assert.deepEqual([found?.status, found?.ended], [status, ended]);
    assert.equal(found?.cautions.includes('contradicts-itself'), status === 'inactive');
  });

test('an end as an age, as words or as a period keeps its words', () => {
  assert.equal(one({ abatementAge: { value: 60, unit: 'years' } })?.endedWords, 'at 60 years');
  assert.equal(one({ abatementString: 'in childhood' })?.endedWords, 'in childhood');
  assert.equal(
    one({ abatementPeriod: { start: '2020-01-01', end: '2021' } })?.endedWords,
    'between 01-Jan-2020 and 2021',
  );
});

test('an end on a single day is shown once', () => {
  for (const end of [{ abatementDateTime: '2020-03' }, { abatementPeriod: { end: '2020-03' } }]) {
    const found = one({ ...end, clinicalStatus: { coding: [{ code: 'resolved' }] } });
    assert.deepEqual([found?.ended, found?.endedWords], ['2020-03', undefined]);
  }
});

test('an end makes a problem without a status past, without a contradiction', () => {
  const found = one({ clinicalStatus: undefined, abatementDateTime: '2020' });
  assert.deepEqual([found?.status, found?.cautions], ['inactive', []]);
});

for (const [code, words] of [
  ['unconfirmed', 'unconfirmed'],
  ['provisional', 'provisional'],
  ['differential', 'one of several possible'],
] as const)
  test(`a ${code} problem says so in its line`, () => {
    const found = one({ verificationStatus: hl7('condition-ver-status', code) });
    assert.deepEqual([found?.verification, found?.cautions], [words, ['unconfirmed']]);
  });

test('a confirmed problem does not mention it', () => {
  assert.equal(
    one({ verificationStatus: hl7('condition-ver-status', 'confirmed') })?.verification,
    undefined,
  );
});

test('"entered in error" in words alone is shown, and the problem comes last', () => {
  const [first, last] = value('problems', [
    condition('a', 'Asthma', { verificationStatus: { text: 'Entered in Error' } }),
    condition('b', 'Gout', { clinicalStatus: hl7('condition-clinical', 'resolved') }),
  ]);
  assert.deepEqual(
    [first?.text, last?.verification, last?.cautions],
    ['Gout', 'Entered in Error', ['mistaken-in-words']],
  );
});

test('a problem dated in the future comes after those in force', () => {
  const listed = value('problems', [
    condition('f', 'Later', { onsetDateTime: '2027-05-01' }),
    condition('r', 'Typed ahead', { onsetDateTime: '2001', recordedDate: '2027-05-01' }),
    condition('n', 'Now', { onsetDateTime: '2001' }),
    condition('p', 'Past', { clinicalStatus: hl7('condition-clinical', 'resolved') }),
  ]);
  assert.deepEqual(listed.map(({ text }) => text).at(0), 'Now');
  assert.deepEqual(listed.map(({ text }) => text).at(-1), 'Past');
});

test('the significance of a problem, and its episode, are shown as the practice keeps them', () => {
  const uk = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';
  const extension = [
    { url: `${uk}ProblemSignificance`, valueCode: 'major' },
    { url: `${uk}ConditionEpisode`, valueCode: 'end' },
  ];
  const found = one({ extension });
  assert.equal(found?.weight, 'major, episode: end');
  assert.deepEqual(found?.more ?? [], [], 'and are not told a second time');
});

test('a health concern says that it is one, and an entry of a problem list need not', () => {
  const of = (code: string) => one({ category: [hl7('condition-category', code)] })?.category;
  assert.deepEqual(
    [of('problem-list-item'), of('encounter-diagnosis'), of('health-concern')],
    [undefined, undefined, 'health-concern'],
  );
});

for (const [name, code, scope] of [
  ['160245001', snomed('160245001', 'No current problems or disability'), 'all'],
  ['"No known problems"', { text: 'No known problems' }, 'all'],
  ['"Nil of note"', { text: 'Nil of note' }, 'part'],
] as const)
  test(`${name} is a statement of none and no active problem`, () => {
    const found = content('problems', [condition('n', '', { code })]);
    assert.ok(found.kind === 'recorded-as-none');
    assert.equal(found.statements[0]?.scope, scope);
  });

test('"no current problems" beside an active problem is shown, and contradicted', () => {
  const none = condition('n', '', { code: snomed('160245001', 'No current problems or disability') });
  const found = content('problems', [none, condition('a', 'Asthma')]);
  assert.ok(found.kind === 'recorded');
  assert.deepEqual(
    found.nones?.map(({ text, cautions }) => [text, cautions]),
    [['No current problems or disability', ['contradicted']]],
  );
});

test('"no current problems" that was withdrawn is not in force', () => {
  const none = condition('n', 'No known problems', { clinicalStatus: hl7('condition-clinical', 'inactive') });
  assert.deepEqual(fate('n', [none]), { state: 'set-aside', why: 'not-in-force' });
});

test('an unreadable problem leaves a gap beside the readable ones', () => {
  const broken = condition('x', '', { code: { coding: [{ code: 5 }] } });
  const found = section('problems', [broken, condition('a', 'Asthma')]);
  assert.ok(found.state === 'known');
  assert.deepEqual(found.gaps, [{ why: 'unreadable', what: '1 problem' }]);
  assert.equal(section('problems', [broken]).state, 'failed');
});

test('a problem with a name and an unreadable status leaves a gap, whatever its code', () => {
  const code = { coding: [{ system: 'http://snomed.info/sct', code: '195967001' }], text: 'Asthma' };
  const broken = condition('x', 'Asthma', { code, clinicalStatus: 'active, I think' });
  const found = section('problems', [broken, condition('a', 'Gout')]);
  assert.ok(found.state === 'known');
  assert.deepEqual(found.gaps, [{ why: 'unreadable', what: '1 problem' }]);
  assert.equal(section('problems', [broken]).state, 'failed');
});

test('two unreadable problems are counted', () => {
  const broken = (id: string) => condition(id, '', { code: undefined });
  const found = section('problems', [broken('x'), broken('y'), condition('a', 'Asthma')]);
  assert.ok(found.state === 'known');
  assert.deepEqual(found.gaps, [{ why: 'unreadable', what: '2 problems' }]);
});

test('a site and a severity keep their other codings', () => {
  const found = one({
    bodySite: [{ text: 'Foot', coding: [{ display: 'Left foot' }] }],
    severity: { text: 'Mild', coding: [{ display: 'Severe' }] },
  });
  assert.deepEqual(
    [found?.site, found?.severity],
    ['Foot (coded as “Left foot”)', 'Mild (coded as “Severe”)'],
  );
});

test('a name with one side and a site on the other contradict each other', () => {
  const cautionsOf = (text: string, site: string) =>
    value('problems', [condition('c', text, { bodySite: [{ text: site }] })])[0]?.cautions;
  assert.deepEqual(cautionsOf('Fracture of right hip', 'Left hip'), ['contradicts-itself']);
  for (const [text, site] of [
    ['Fracture of right hip', 'Right hip'],
    ['Fracture of hip', 'Left hip'],
    ['Right and left cataract', 'Left eye'],
    ['Bilateral cataract', 'Left eye'],
    ['Left cataract', 'Right and left eye'],
    ['Right and left cataract', 'Left and right eye'],
  ] as const)
    assert.deepEqual(cautionsOf(text, site), [], text);
});

test('a severity of R4 has its words, and any other code without words says that it is one', () => {
  const severity = (system: string, code: string) => {
    const [found] = value('problems', [
      condition('c', 'Asthma', { severity: { coding: [{ system, code }] } }),
    ]);
    return [found?.severity, found?.cautions];
  };
  assert.deepEqual(severity('http://snomed.info/sct', '24484000'), ['severe', []]);
  assert.deepEqual(severity('http://place.example/severity', '3'), ['3', ['code-only']]);
});
