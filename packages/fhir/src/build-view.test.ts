import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECTION_ORDER } from '@ehch/clinical';
import fc from 'fast-check';
import { readBundle } from './bundle.ts';
import { about, allergy, build, hl7, observation, PATIENT, snomed, type Json } from './record.fixtures.ts';
import { RESOURCE_TYPES } from './sections.ts';

const none = allergy('none', '', { code: snomed('716186003', 'No known allergy') });

/** Full resources that the tests break in every way. */
const WHOLE: readonly Json[] = [
  {
    ...PATIENT,
    identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' }],
    deceasedBoolean: false,
    contact: [{ name: { text: 'Ann' }, relationship: [{ text: 'Sister' }] }],
    communication: [{ language: { text: 'English' } }],
  },
  allergy('allergy', 'Latex', {
    reaction: [{ manifestation: [{ text: 'Rash' }], severity: 'mild' }],
    category: ['food'],
  }),
  none,
  about('Condition', 'condition', {
    clinicalStatus: hl7('condition-clinical', 'active'),
    code: { text: 'Gout' },
    onsetDateTime: '2020-01',
  }),
  about('MedicationStatement', 'statement', {
    status: 'active',
    medicationReference: { reference: '#m' },
    contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'Senna' } }],
    dosage: [
      {
        timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
        doseAndRate: [{ doseQuantity: { value: 5, unit: 'mg' } }],
      },
    ],
  }),
  about('MedicationRequest', 'request', {
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'Senna' },
    dosageInstruction: [{ text: 'one' }],
  }),
  observation('news2', snomed('1104051000000101'), {
    valueInteger: 3,
    component: [{ code: snomed('1104301000000104'), valueInteger: 3 }],
    derivedFrom: [{ reference: 'Observation/rr' }],
  }),
  observation('rr', snomed('86290005'), { valueQuantity: { value: 25, code: '/min' } }),
  observation('bp', snomed('75367002'), {
    component: [{ code: snomed('72313002'), valueQuantity: { value: 120, code: 'mm[Hg]' } }],
  }),
  observation('weight', snomed('27113001'), { valueQuantity: { value: 60, unit: 'kg' } }),
  observation('cfs', snomed('1129381000000102'), { valueInteger: 6 }),
  observation('efi', { ...snomed('713636003'), text: 'eFI' }, { valueQuantity: { value: 0.3, code: '1' } }),
  about('Flag', 'flag', { status: 'active', code: snomed('450476008'), period: { start: '2026-01-01' } }),
  about('Consent', 'consent', {
    status: 'active',
    scope: hl7('consentscope', 'adr'),
    provision: { type: 'deny', code: [{ text: 'Ventilation' }] },
  }),
  about('CarePlan', 'plan', {
    status: 'active',
    intent: 'plan',
    title: 'Plan',
    activity: [
      { detail: { status: 'in-progress', description: 'Walk' } },
      { reference: { reference: 'Task/task' } },
    ],
  }),
  about('Goal', 'goal', {
    lifecycleStatus: 'active',
    description: { text: 'Walk' },
    target: [{ dueDate: '2026-12-01' }],
  }),
  about('CareTeam', 'team', {
    status: 'active',
    participant: [{ role: [{ text: 'GP' }], member: { display: 'Dr Obi' } }],
  }),
  about('Encounter', 'encounter', {
    status: 'in-progress',
    class: { code: 'IMP' },
    period: { start: '2026-11-20' },
    location: [{ location: { display: 'Ward 4' } }],
  }),
  about('EpisodeOfCare', 'episode', {
    status: 'active',
    period: { start: '2026-01-01' },
    type: [{ text: 'Permanent stay' }],
  }),
  about('Immunization', 'vaccine', {
    status: 'not-done',
    vaccineCode: { text: 'Influenza' },
    statusReason: { text: 'declined' },
  }),
  about('DocumentReference', 'document', {
    status: 'current',
    type: { text: 'ReSPECT form' },
    content: [{ attachment: { title: 'Form' } }],
  }),
  about('Task', 'task', { status: 'requested', description: 'Call', owner: { display: 'GP' } }),
  about('Communication', 'message', {
    status: 'completed',
    payload: [{ contentString: 'Seen' }],
    basedOn: [{ reference: 'Task/task' }],
  }),
  about('QuestionnaireResponse', 'response', {
    status: 'completed',
    item: [{ linkId: '1515861000000103', answer: [{ valueString: 'Cats' }], item: [{ linkId: 'x' }] }],
  }),
  about('RelatedPerson', 'son', {
    name: [{ family: 'Ashworth', given: ['Dan', null] }],
    telecom: [{ system: 'phone', value: '01632 960001' }],
  }),
];

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    Number.MAX_VALUE,
    true,
    [],
    {},
    [null],
    '2026-13-45',
    '#x',
    'Patient/p1',
    'urn:uuid:x',
    'http://',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** One mutation: a path chosen by numbers, and the value to put there. `undefined` deletes. */
const mutation = fc.record({
  resource: fc.nat({ max: WHOLE.length - 1 }),
  steps: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 }),
  replacement: fc.option(junk, { nil: undefined }),
});

function mutate(value: unknown, steps: readonly number[], replacement: unknown): unknown {
  const [step = 0, ...rest] = steps;
  if (Array.isArray(value) && value.length > 0) {
    const list: unknown[] = [...(value as unknown[])];
    const at = step % list.length;
    list[at] = rest.length === 0 ? replacement : mutate(list[at], rest, replacement);
    return list;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return replacement;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return replacement;
  const field: unknown = Reflect.get(value, key);
  return { ...value, [key]: rest.length === 0 ? replacement : mutate(field, rest, replacement) };
}

function mutated(mutations: readonly { resource: number; steps: readonly number[]; replacement: unknown }[]) {
  const resources: unknown[] = [...WHOLE];
  for (const { resource, steps, replacement } of mutations) {
    resources[resource] = mutate(resources[resource], steps, replacement);
  }
  return resources;
}

const mutations = fc.array(mutation, { minLength: 1, maxLength: 8 });

test('no broken resource makes buildView throw, and each has exactly one line in the ledger', () => {
  fc.assert(
    fc.property(mutations, (list) => {
      const resources = mutated(list);
      const { view, ledger } = build([], { resources });
      const { entries, messages } = readBundle(resources);
      assert.equal(ledger.length, entries.length + messages.length);
      assert.equal(Object.keys(view.sections).length, SECTION_ORDER.length);
      // The view crosses ports as JSON, so nothing in it may be lost on the way.
      assert.deepEqual(JSON.parse(JSON.stringify(view)), view);
    }),
    { numRuns: 1500, examples: [[[{ resource: 9, steps: [20, 0], replacement: -1e-9 }]]] },
  );
});

test('no value of any kind makes buildView throw', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.anything(), fc.jsonValue()), { maxLength: 5 }), (resources) => {
      build([], { resources });
    }),
    { numRuns: 1000 },
  );
});

test('another patient’s resource is never shown, however the resources are broken', () => {
  const MARK = 'FOREIGN-CONTENT';
  const foreign = WHOLE.slice(1).map((resource) => {
    const text = JSON.stringify(resource).replaceAll('Patient/p1', 'Patient/p2');
    const words = text.replaceAll(
      /"(text|display|description|valueString|contentString|title|family)":"[^"]*"/g,
      `"$1":"${MARK}"`,
    );
    return { ...(JSON.parse(words) as Json), id: `foreign-${String(resource['id'])}` };
  });
  fc.assert(
    fc.property(mutations, fc.shuffledSubarray(foreign, { minLength: 1 }), (list, others) => {
      assert.ok(!JSON.stringify(build([], { resources: [...mutated(list), ...others] }).view).includes(MARK));
    }),
    { numRuns: 500 },
  );
});

test('nothing is recorded as none when any source of the section failed, was withheld or is loading', () => {
  const bad = fc.constantFrom(
    { state: 'failed', error: { code: 'server-error' }, at: '2026-11-21T09:00:00Z' } as const,
    { state: 'withheld', why: 'role' } as const,
    { state: 'loading' } as const,
  );
  fc.assert(
    fc.property(
      fc.subarray([...RESOURCE_TYPES], { minLength: 1 }),
      bad,
      fc.subarray([...WHOLE]),
      (types, outcome, resources) => {
        const outcomes = Object.fromEntries(types.map((type) => [type, outcome]));
        const { sections } = build([none, ...resources], { outcomes }).view;
        if (types.includes('AllergyIntolerance') && sections.allergies.state === 'known') {
          assert.ok(!['recorded-as-none', 'not-recorded'].includes(sections.allergies.content.kind));
        }
        for (const section of Object.values(sections)) {
          if (section.state === 'known' && section.content.kind === 'recorded-as-none')
            assert.equal(section.gaps.length, 0);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('the order of the resources changes nothing that is shown about allergies, limits and medicines', () => {
  const sorted = (value: unknown) =>
    JSON.stringify(value, (_, field: unknown) =>
      Array.isArray(field) ? field.map((one) => JSON.stringify(one)).toSorted() : field,
    );
  const expected = build([], { resources: WHOLE }).view.sections;
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...WHOLE], { minLength: WHOLE.length, maxLength: WHOLE.length }),
      (resources) => {
        const { sections } = build([], { resources }).view;
        for (const name of ['allergies', 'limits', 'medicines'] as const)
          assert.equal(sorted(sections[name]), sorted(expected[name]));
      },
    ),
    { numRuns: 100 },
  );
});

test('a record nested deeper than any real one is unreadable, and harms no record beside it', () => {
  let item: Json = { linkId: 'x' };
  for (let depth = 0; depth < 5000; depth += 1) item = { linkId: 'x', item: [item] };
  const deep = about('QuestionnaireResponse', 'deep', { status: 'completed', item: [item] });
  const { view, ledger } = build([deep, allergy('a', 'Latex')]);
  assert.deepEqual(ledger[1]?.outcome, { state: 'unreadable', why: 'too-deep', path: null });
  assert.equal(view.sections.allergies.state, 'known');
});

test('narrative is never shown', () => {
  const text = { status: 'generated', div: '<div>NARRATIVE</div>' };
  assert.ok(
    !JSON.stringify(build([], { resources: WHOLE.map((one) => ({ ...one, text })) }).view).includes(
      'NARRATIVE',
    ),
  );
});
