import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allergy, build, PATIENT, type Json } from './record.fixtures.ts';

const NHS = 'https://fhir.nhs.uk/Id/nhs-number';
const HOSPITAL = 'https://hospital.example/number';
const nhs = (value: string, more: Json = {}): Json => ({ system: NHS, value, ...more });
const known: Json = {
  ...PATIENT,
  identifier: [nhs('9990000018'), nhs('9990000034', { use: 'old' }), { system: HOSPITAL, value: '77' }],
};
const of = (patient: Json, more: Json = {}): Json => ({ ...allergy('a', 'Latex', { patient }), ...more });
const contained = (patient: Json): Json =>
  of({ reference: '#c' }, { contained: [{ resourceType: 'Patient', id: 'c', ...patient }] });
const stranger: Json = { ...PATIENT, id: 'p2', name: [{ family: 'Brierley' }], birthDate: '1941-08-30' };
const SERVER = 'https://record.example/fhir';
const at = (name: string, resource: Json): Json => ({ fullUrl: `${SERVER}/${name}`, resource });

/** The allergy is not shown, and its section does not say "not recorded". */
const IN_DOUBT: readonly (readonly [string, readonly Json[]])[] = [
  ['an NHS number, where her record has none', [PATIENT, of({ identifier: nhs('9990000018') })]],
  [
    'a number of a kind that her record lacks',
    [known, of({ identifier: { system: 'urn:other', value: '1' } })],
  ],
  ['a number that was hers once', [known, of({ identifier: nhs('9990000034') })]],
  ['another id with her number', [known, of({ reference: 'Patient/zz', identifier: nhs('9990000018') })]],
  ['her id and the name of another', [known, of({ reference: 'Patient/p1', display: 'Mr John Smith' })]],
  [
    'her id and an NHS number, where her record has none',
    [PATIENT, of({ reference: 'Patient/p1', identifier: nhs('9990000026') })],
  ],
  [
    'her id and the NHS number of somebody else here, where her record has none',
    [
      PATIENT,
      { ...stranger, identifier: [nhs('9990000026')] },
      of({ reference: 'Patient/p1', identifier: nhs('9990000026') }),
    ],
  ],
  [
    'her id and an NHS number that was hers once',
    [known, of({ reference: 'Patient/p1', identifier: nhs('9990000034') })],
  ],
  [
    'her id and another hospital number than hers',
    [known, of({ reference: 'Patient/p1', identifier: { system: HOSPITAL, value: '78' } })],
  ],
  ['her id as that of a group', [known, of({ reference: 'Patient/p1', type: 'Group' })]],
  ['a contained Patient without a number', [known, contained({ name: [{ family: 'Ashworth' }] })]],
  [
    'a contained Patient with her hospital number and another NHS number',
    [known, contained({ identifier: [{ system: HOSPITAL, value: '77' }, nhs('9990000026')] })],
  ],
  [
    'a contained Patient with her hospital number and an NHS number, where her record has none',
    [
      { ...PATIENT, identifier: [{ system: HOSPITAL, value: '77' }] },
      contained({ identifier: [{ system: HOSPITAL, value: '77' }, nhs('9990000026')] }),
    ],
  ],
  [
    'a contained Patient with her NHS number and another hospital number',
    [known, contained({ identifier: [nhs('9990000018'), { system: HOSPITAL, value: '78' }] })],
  ],
  [
    'a contained Patient with her number, and with another name and birth date',
    [known, contained({ ...stranger, id: 'c', identifier: [nhs('9990000018')] })],
  ],
  ...['replaces', 'replaced-by', 'refer', 'seealso'].map((type): readonly [string, readonly Json[]] => [
    `a record that hers is linked with as ${type}`,
    [{ ...known, link: [{ type, other: { reference: 'Patient/old' } }] }, of({ reference: 'Patient/old' })],
  ]),
  [
    'a record that was replaced by hers',
    [
      known,
      { ...PATIENT, id: 'old', link: [{ type: 'replaced-by', other: { reference: 'Patient/p1' } }] },
      of({ reference: 'Patient/old' }),
    ],
  ],
  [
    'a second record under her NHS number',
    [known, { ...PATIENT, id: 'p2', identifier: [nhs('9990000018')] }, of({ reference: 'Patient/p2' })],
  ],
  ...['Patient/p2', `${SERVER}/Patient/p2`].map((reference): readonly [string, readonly Json[]] => [
    `the address of a second record under her NHS number, ${reference}`,
    [
      at('Patient/p1', known),
      at('Patient/p2', { ...PATIENT, id: 'p2', identifier: [nhs('9990000018')] }),
      at('AllergyIntolerance/a', of({ reference })),
    ],
  ]),
  [
    'an NHS number that two people have',
    [known, { ...stranger, identifier: [nhs('9990000018')] }, of({ identifier: nhs('9990000018') })],
  ],
];

for (const [name, resources] of IN_DOUBT)
  test(`a subject by ${name} may be the resident: the record is not shown, and the section is not "not recorded"`, () => {
    const { view } = build([], { resources });
    assert.equal(view.sections.allergies.state, 'failed');
    assert.ok(!JSON.stringify(view).includes('Latex'));
  });

test('somebody else’s number is somebody else’s, and leaves no doubt', () => {
  for (const resources of [
    [known, of({ identifier: nhs('9990000026') })],
    [PATIENT, { ...stranger, identifier: [nhs('9990000026')] }, of({ identifier: nhs('9990000026') })],
    [known, contained({ identifier: [nhs('9990000026')] })],
    [known, stranger, of({ reference: 'Patient/p2' })],
  ])
    assert.equal(build([], { resources }).view.sections.allergies.state, 'known');
});

test('the address of the resident’s own record leaves no doubt beside a second record under the same number', () => {
  const second = { ...PATIENT, id: 'p2', identifier: [nhs('9990000018')] };
  for (const reference of ['Patient/p1', `${SERVER}/Patient/p1`]) {
    const allergies = at('AllergyIntolerance/a', of({ reference }));
    const resources = [at('Patient/p1', known), at('Patient/p2', second), allergies];
    assert.ok(JSON.stringify(build([], { resources }).view).includes('Latex'), reference);
  }
});

test('the resident’s own numbers name the resident', () => {
  for (const patient of [
    of({ identifier: nhs('999 000 0018') }),
    of({ reference: 'Patient/p1', identifier: nhs('999 000 0018') }),
    of({ reference: 'Patient/p1', identifier: { system: 'urn:a-kind-that-her-record-lacks', value: '1' } }),
    contained({ identifier: [nhs('9990000018')] }),
  ])
    assert.ok(JSON.stringify(build([], { resources: [known, patient] }).view).includes('Latex'));
});

test('part of the resident’s name, initials, or words that are no name leave no doubt beside the id', () => {
  for (const display of ['ASHWORTH, Margaret (Mrs)', 'Peggy Ashworth', 'M. A.', 'Patient 12', 'Mrs Àshworth'])
    assert.ok(
      JSON.stringify(
        build([], { resources: [known, of({ reference: 'Patient/p1', display, type: 'Patient' })] }).view,
      ).includes('Latex'),
    );
});
