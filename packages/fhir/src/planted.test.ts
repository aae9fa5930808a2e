import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SectionName } from '@ehch/clinical';
import {
  about,
  allergy,
  build,
  fate,
  hl7,
  observation,
  PATIENT,
  snomed,
  NOW,
  type Json,
} from './record.fixtures.ts';
import { buildView } from './build-view.ts';
import { RESOURCE_TYPES } from './sections.ts';

/** One plain resource of each type, and the section in which a person must find it. */
const PLANTED: readonly (readonly [resource: Json, section: SectionName, words: string])[] = [
  [PATIENT, 'identity', 'Ashworth'],
  [
    about('RelatedPerson', 'x', {
      name: [{ family: 'Ashworth', given: ['Daniel'] }],
      relationship: [{ text: 'Son' }],
    }),
    'people',
    'Daniel Ashworth',
  ],
  [
    about('Condition', 'x', {
      clinicalStatus: hl7('condition-clinical', 'active'),
      code: { text: 'Osteoarthritis' },
    }),
    'problems',
    'Osteoarthritis',
  ],
  [allergy('x', 'Penicillin'), 'allergies', 'Penicillin'],
  [
    about('MedicationStatement', 'x', {
      status: 'active',
      medicationCodeableConcept: { text: 'Paracetamol 500mg tablets' },
    }),
    'medicines',
    'Paracetamol 500mg tablets',
  ],
  [
    about('MedicationRequest', 'x', {
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: { text: 'Senna 7.5mg tablets' },
    }),
    'medicines',
    'Senna 7.5mg tablets',
  ],
  [
    observation('x', snomed('1104051000000101'), { valueQuantity: { value: 5, code: '{ScoreOf}' } }),
    'news2',
    '"importedTotal":5',
  ],
  [observation('x', snomed('27113001'), { valueQuantity: { value: 61.2, unit: 'kg' } }), 'weight', '61.2'],
  [observation('x', snomed('1129381000000102'), {}), 'frailty', '"level":6'],
  [
    observation('x', { ...snomed('713636003'), text: 'eFI' }, { valueQuantity: { value: 0.25, code: '1' } }),
    'frailty',
    '"band":"moderate"',
  ],
  [
    observation('x', { coding: [{ system: 'http://loinc.org', code: '96761-2' }] }, { valueInteger: 12 }),
    'function',
    '"total":12',
  ],
  [
    about('Flag', 'x', { status: 'active', code: { text: 'Reasonable adjustment: large print' } }),
    'alerts',
    'large print',
  ],
  [about('Flag', 'x', { status: 'active', code: snomed('450476008') }), 'limits', 'do-not-attempt'],
  [
    about('Consent', 'x', {
      status: 'active',
      scope: hl7('consentscope', 'adr'),
      category: [{ text: 'Advance decision to refuse treatment' }],
      provision: { type: 'deny', code: [{ text: 'Ventilation' }] },
    }),
    'limits',
    'Ventilation',
  ],
  [
    about('CarePlan', 'x', { status: 'active', intent: 'plan', title: 'Care and support plan' }),
    'plan',
    'Care and support plan',
  ],
  [
    about('Goal', 'x', { lifecycleStatus: 'active', description: { text: 'Walk to lunch' } }),
    'plan',
    'Walk to lunch',
  ],
  [
    about('CareTeam', 'x', {
      status: 'active',
      participant: [{ member: { display: 'Dr Amara Obi' }, role: [{ text: 'GP' }] }],
    }),
    'people',
    'Dr Amara Obi',
  ],
  [
    about('Encounter', 'x', {
      status: 'finished',
      class: { code: 'EMER' },
      type: [{ text: 'Emergency department' }],
    }),
    'events',
    'Emergency department',
  ],
  [
    about('EpisodeOfCare', 'x', { status: 'active', period: { start: '2026-10-01' } }),
    'identity',
    '2026-10-01',
  ],
  [
    about('Immunization', 'x', {
      status: 'completed',
      vaccineCode: { text: 'Influenza vaccine' },
      occurrenceDateTime: '2026-10',
    }),
    'events',
    'Influenza vaccine',
  ],
  [
    about('DocumentReference', 'x', {
      status: 'current',
      type: { text: 'ReSPECT form' },
      description: 'Signed original: red folder, office',
      content: [{ attachment: {} }],
    }),
    'limits',
    'red folder, office',
  ],
  [
    about('DocumentReference', 'x', { status: 'current', type: { text: 'Discharge letter' }, content: [] }),
    'events',
    'Discharge letter',
  ],
  [
    about('Task', 'x', { status: 'requested', intent: 'order', description: 'Check the wound' }),
    'open',
    'Check the wound',
  ],
  [
    about('Communication', 'x', { status: 'in-progress', payload: [{ contentString: 'Please ring' }] }),
    'open',
    'Please ring',
  ],
  [
    about('Communication', 'x', { status: 'completed', payload: [{ contentString: 'Seen today' }] }),
    'events',
    'Seen today',
  ],
  [
    about('QuestionnaireResponse', 'x', {
      status: 'completed',
      item: [{ linkId: '1515861000000103', answer: [{ valueString: 'My cat' }] }],
    }),
    'aboutMe',
    'My cat',
  ],
  [
    about('ServiceRequest', 'x', {
      status: 'active',
      intent: 'directive',
      code: { text: 'Stay at home' },
    }),
    'limits',
    'Stay at home',
  ],
  [
    about('Procedure', 'x', { status: 'completed', code: { text: 'Discussion about CPR' } }),
    'limits',
    'Discussion about CPR',
  ],
  [
    about('List', 'x', {
      status: 'current',
      mode: 'snapshot',
      code: { coding: [{ system: 'http://loinc.org', code: '52472-8' }] },
      emptyReason: hl7('list-empty-reason', 'nilknown'),
    }),
    'allergies',
    '"kind":"recorded-as-none"',
  ],
];

/** Texts deeper in the resource than a name. */
const PATIENT_IN_FULL: Json = {
  ...PATIENT,
  name: [
    { family: 'Ashworth', given: ['Margaret'] },
    { use: 'nickname', given: ['Peggy'] },
  ],
  communication: [{ language: { text: 'Welsh' }, preferred: true }],
  contact: [
    {
      name: { text: 'Daniel' },
      relationship: [{ text: 'Son' }],
      telecom: [{ system: 'phone', value: '0000' }],
    },
  ],
  generalPractitioner: [{ display: 'St Mary’s' }],
};

const SAID: readonly Json[] = [
  observation('moves', { text: 'Mobility' }, { valueString: 'hoist' }),
  about('MedicationRequest', 'dose', {
    status: 'active',
    intent: 'order',
    medicationReference: { display: 'Paracetamol' },
    dosageInstruction: [{ text: 'two tablets' }],
    reasonCode: [{ text: 'pain' }],
  }),
];

for (const [resource, section, words] of PLANTED) {
  const type = String(resource['resourceType']);
  test(`a planted ${type} is found in ${section} (${words})`, () => {
    const { view, ledger } = build(resource === PATIENT ? [] : [resource]);
    assert.ok(JSON.stringify(view.sections[section]).includes(words), JSON.stringify(view.sections[section]));
    const outcome = ledger.find((row) => row.type === type)?.outcome;
    assert.equal(outcome?.state, 'shown');
    assert.ok(outcome.sections.includes(section));
  });
}

/** A right-to-left override and a zero-width space in every text. An address is no text. */
function turnedRound(value: unknown): unknown {
  if (typeof value === 'string') return `\u202E${value.slice(0, 1)}\u200B${value.slice(1)}`;
  if (Array.isArray(value)) return value.map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      key === 'id' || key === 'reference' ? field : turnedRound(field),
    ]),
  );
}

test('with direction overrides and invisible characters in every text, the view stays the same', () => {
  const all = [
    PATIENT_IN_FULL,
    ...PLANTED.map(([resource], place) => ({ ...resource, id: `x${place}` })),
    ...SAID,
  ];
  const read = (resources: readonly unknown[]) =>
    buildView({
      resident: 'r1',
      patient: 'p1',
      resources,
      outcomes: {},
      now: NOW,
      sourceLabel: 'Shared record',
    });
  const shown = JSON.stringify(read(all).view);
  assert.equal(JSON.stringify(read(all.map(turnedRound)).view), shown);
  for (const said of ['Welsh', 'eFI', 'hoist', 'two tablets', 'St Mary’s', 'Peggy'])
    assert.ok(shown.includes(said), `${said} is not in ${shown}`);
});

test('the test plants every type that the engine asks for', () => {
  const planted = new Set(PLANTED.map(([resource]) => resource['resourceType']));
  assert.deepEqual(
    RESOURCE_TYPES.filter((type) => !planted.has(type)),
    [],
  );
});

test('the ledger has one line for every resource, in their order', () => {
  const { ledger } = build([
    null,
    5,
    {},
    { resourceType: 'Claim', id: 'c' },
    allergy('a', 'Latex'),
    'text',
    [],
  ]);
  assert.deepEqual(
    ledger.map(({ type, outcome }) => [type, outcome.state]),
    [
      ['Patient', 'shown'],
      ['unknown', 'unreadable'],
      ['unknown', 'unreadable'],
      ['unknown', 'unreadable'],
      ['Claim', 'set-aside'],
      ['AllergyIntolerance', 'shown'],
      ['unknown', 'unreadable'],
    ],
  );
});

test('an allergy that names no substance is unreadable, and the section says that one could not be read', () => {
  const nameless = about('AllergyIntolerance', 'n', {
    clinicalStatus: hl7('allergyintolerance-clinical', 'active'),
  });
  assert.deepEqual(fate('n', [nameless]), { state: 'unreadable', why: 'missing', path: 'code' });
  const { allergies } = build([nameless, allergy('a', 'Latex')]).view.sections;
  assert.ok(allergies.state === 'known');
  assert.deepEqual(allergies.gaps, [{ why: 'unreadable', what: '1 allergy' }]);
});
