import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildView } from './build-view.ts';
import { about, allergy, hl7, NOW, observation, snomed, type Json } from './record.fixtures.ts';

const NHS = 'https://fhir.nhs.uk/Id/nhs-number';
const NUMBERS = ['9990000018', '9990000026', '9990000034'] as const;
const NAMES = ['Ashworth', 'Brierley', 'Holloway'] as const;
const BASES = ['https://one.example/fhir', 'https://two.example/fhir'] as const;

/** How a record names the person that it is about. */
const WAYS = [
  'relative',
  'absolute',
  'urn',
  'number',
  'conditional',
  'contained',
  'versioned',
  'nobody',
] as const;
type Way = (typeof WAYS)[number];

interface Person {
  readonly who: number;
  readonly id: string;
  readonly base: string | null;
  readonly hasNumber: boolean;
}

/** One record of each type, whose words have the marker of its owner. */
const KINDS: readonly ((id: string, marker: string) => Json)[] = [
  (id, marker) => allergy(id, marker),
  (id, marker) =>
    about('Condition', id, { clinicalStatus: hl7('condition-clinical', 'active'), code: { text: marker } }),
  (id, marker) => about('Flag', id, { status: 'active', code: { text: marker } }),
  (id, marker) =>
    about('MedicationRequest', id, {
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: { text: marker },
    }),
  (id, marker) =>
    observation(id, snomed('27113001'), {
      valueQuantity: { value: 61, unit: 'kg' },
      note: [{ text: marker }],
    }),
  (id, marker) => about('Task', id, { status: 'requested', intent: 'order', description: marker }),
  (id, marker) => about('Communication', id, { status: 'in-progress', payload: [{ contentString: marker }] }),
  (id, marker) => about('CarePlan', id, { status: 'active', intent: 'plan', title: marker }),
  (id, marker) => about('RelatedPerson', id, { name: [{ text: marker }], relationship: [{ text: 'Son' }] }),
  (id, marker) =>
    about('Encounter', id, { status: 'finished', class: { code: 'EMER' }, type: [{ text: marker }] }),
];

const FIELDS = ['subject', 'patient', 'for'] as const;
const markerOf = (who: number) => `marker${'ABC'[who]}`;
const urnOf = (who: number) => `urn:uuid:00000000-0000-4000-8000-00000000000${who}`;

function patientOf({ who, id, base, hasNumber }: Person, isUrn: boolean): unknown {
  const resource = {
    resourceType: 'Patient',
    id,
    name: [{ family: NAMES[who], given: [markerOf(who)] }],
    birthDate: `193${who}-04-09`,
    ...(hasNumber && { identifier: [{ system: NHS, value: NUMBERS[who] }] }),
  };
  const fullUrl = isUrn ? urnOf(who) : base === null ? null : `${base}/Patient/${id}`;
  return fullUrl === null ? resource : { fullUrl, resource };
}

function subjectOf(person: Person, way: Way): Json | undefined {
  const { who, id, base } = person;
  switch (way) {
    case 'absolute':
      return { reference: `${base ?? BASES[0]}/Patient/${id}` };
    case 'urn':
      return { reference: urnOf(who) };
    case 'number':
      return { identifier: { system: NHS, value: NUMBERS[who] } };
    case 'conditional':
      return { reference: `Patient?identifier=${NHS}|${NUMBERS[who]}` };
    case 'contained':
      return { reference: '#owner' };
    case 'versioned':
      return { reference: `Patient/${id}/_history/2` };
    case 'relative':
      return { reference: `Patient/${id}` };
    case 'nobody':
      return undefined;
  }
}

function recordOf(person: Person, way: Way, kind: number, id: string, hasAddress: boolean): unknown {
  const made = KINDS[kind % KINDS.length] ?? KINDS[0];
  assert.ok(made);
  const raw = made(id, markerOf(person.who));
  const field = FIELDS.find((each) => each in raw) ?? 'subject';
  const owner = {
    resourceType: 'Patient',
    id: 'owner',
    identifier: [{ system: NHS, value: NUMBERS[person.who] }],
  };
  const resource = {
    ...raw,
    [field]: subjectOf(person, way),
    ...(way === 'contained' && { contained: [owner] }),
  };
  if (person.base === null || !hasAddress) return { resource };
  return { fullUrl: `${person.base}/${String(raw['resourceType'])}/${id}`, resource };
}

const person = (who: number) =>
  fc.record({
    who: fc.constant(who),
    id: fc.constantFrom('1', '2', '3'),
    base: fc.constantFrom(...BASES, null),
    hasNumber: fc.boolean(),
  });

const graph = fc
  .tuple(
    fc.tuple(person(0), person(1), person(2)),
    fc.array(
      fc.record({
        owner: fc.nat(2),
        way: fc.constantFrom(...WAYS),
        kind: fc.nat(KINDS.length - 1),
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        hasAddress: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
    fc.array(fc.nat(), { minLength: 15, maxLength: 15 }),
    fc.nat(2),
    fc.boolean(),
    fc.boolean(),
  )
  // Two people with the same id and address would be two versions of one person, so the test does not use them.
  .filter(([people]) => new Set(people.map(({ id, base }) => `${base}/${id}`)).size === people.length);

function viewIn([people, records, shuffle, asked, byAddress, isUrn]: typeof graph extends fc.Arbitrary<
  infer G
>
  ? G
  : never) {
  const all = [
    ...people.map((one) => patientOf(one, isUrn)),
    ...records.map(({ owner, way, kind, id, hasAddress }) =>
      recordOf(people[owner] ?? people[0], way, kind, id, hasAddress),
    ),
  ];
  const resources = all
    .map((resource, at) => ({ resource, rank: shuffle[at] ?? 0 }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ resource }) => resource);
  const own = people[asked] ?? people[0];
  const patient = byAddress && own.base !== null ? `${own.base}/Patient/${own.id}` : own.id;
  const { view } = buildView({
    resident: 'r',
    patient,
    resources,
    outcomes: {},
    now: NOW,
    sourceLabel: 'Record',
  });
  return { text: JSON.stringify(view), own, patient, resources };
}

test('in any graph of three people’s records, no view holds the marker of another person', () => {
  let shown = 0;
  fc.assert(
    fc.property(graph, (input) => {
      const { text, own } = viewIn(input);
      const found = [0, 1, 2].filter((who) => text.includes(markerOf(who)));
      assert.ok(found.length < 2, text);
      // Asked for by an id alone, the one person of that id without a distinct address may be shown,
      // and nobody else.
      if (found[0] !== own.who) assert.ok(found.length === 0 || input[0][found[0] ?? 0]?.id === own.id, text);
      if (found.length > 0) shown += 1;
    }),
    { numRuns: 400, seed: 8 },
  );
  // A reader that shows nobody would pass as well.
  assert.ok(shown > 100, `only ${shown} views showed anybody`);
});
