import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { FhirResource } from '../resource.ts';
import { issueOf, linkOf, matches, openServer, patient, weight } from '../asking.fixtures.ts';

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const condition = (id: string, of: string, onset: string): FhirResource => ({
  resourceType: 'Condition',
  id,
  subject: { reference: `Patient/${of}` },
  onsetDateTime: onset,
  clinicalStatus: { coding: [{ system: CLINICAL, code: 'active' }] },
});

const { server, ask } = await openServer({
  clock: () => 1_800_000_000_000,
  resources: [
    {
      ...patient('a', 'Prys-Jones'),
      identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' }],
    },
    { ...patient('b', 'Hughes'), birthDate: '1938' },
    weight('w1', 'a', 54.2, '2026-11-01'),
    weight('w2', 'a', 55.1, '2026-10-01T10:15:00+01:00'),
    weight('w3', 'b', 71, '2026-09'),
    { ...weight('w4', 'a', 1, '2026-08-01'), code: { coding: [{ system: 'urn:other', code: '27113001' }] } },
    condition('c1', 'a', '2021'),
    { resourceType: 'Task', id: 't1', status: 'requested', intent: 'plan', for: { reference: 'Patient/a' } },
    {
      resourceType: 'Encounter',
      id: 'e1',
      subject: { reference: 'Patient/a' },
      period: { start: '2026-11-10' },
      location: [{ location: { reference: 'Location/room' } }],
    },
    { resourceType: 'Location', id: 'room', name: 'Room 1', partOf: { reference: 'Location/home' } },
    { resourceType: 'Location', id: 'home', name: 'Home' },
    {
      resourceType: 'Group',
      id: 'roster',
      type: 'person',
      actual: true,
      member: [{ entity: { reference: 'Patient/a' } }],
    },
  ],
});
after(() => server.close());

const found = async (path: string): Promise<string[]> => matches(await ask(path)).toSorted();

test('patient takes a bare id, a reference, the full address, and a list of any', async () => {
  const all = ['w1', 'w2', 'w4'];
  for (const value of ['a', 'Patient/a', `${server.url}/Patient/a`]) {
    assert.deepEqual(await found(`/Observation?patient=${value}`), all, value);
  }
  assert.deepEqual(await found('/Observation?patient=a,b'), ['w1', 'w2', 'w3', 'w4']);
  assert.deepEqual(await found('/Task?patient=a'), ['t1']);
});

test('a code is found by system and code, by code alone, by system alone, and in a list', async () => {
  const sct = 'http://snomed.info/sct';
  assert.deepEqual(await found(`/Observation?patient=a&code=${sct}|27113001`), ['w1', 'w2']);
  assert.deepEqual(await found('/Observation?patient=a&code=27113001'), ['w1', 'w2', 'w4']);
  assert.deepEqual(await found('/Observation?patient=a&code=urn:other|'), ['w4']);
  assert.deepEqual(await found(`/Observation?patient=a&code=${sct}|1,http://loinc.org|29463-7`), [
    'w1',
    'w2',
  ]);
});

test(':not, :missing and category narrow', async () => {
  assert.deepEqual(await found('/Observation?patient=a&code:not=urn:other|27113001'), ['w1', 'w2']);
  assert.deepEqual(await found('/Patient?identifier:missing=true'), ['b']);
  assert.deepEqual(await found('/Observation?patient=b&category=vital-signs'), ['w3']);
});

test('dates keep the precision with which they were written', async () => {
  assert.deepEqual(await found('/Observation?patient=a&date=ge2026-10-01'), ['w1', 'w2']);
  assert.deepEqual(await found('/Observation?patient=a&date=2026-10-01T09:15:00Z'), ['w2']);
  assert.deepEqual(await found('/Observation?patient=a&date=2026-10-01'), ['w2']);
  assert.deepEqual(await found('/Observation?patient=b&date=2026-09-15'), []);
  assert.deepEqual(await found('/Observation?patient=b&date=2026'), ['w3']);
  assert.deepEqual(await found('/Observation?patient=a&date=gt2026-09&date=lt2026-11'), ['w2']);
  assert.deepEqual(
    await found('/Encounter?patient=a&date=ge2027'),
    ['e1'],
    'an encounter without an end goes on',
  );
  assert.deepEqual(await found('/Patient?birthdate=1938'), ['b']);
});

test('names are found by their beginning in any case, and by :exact and :contains', async () => {
  assert.deepEqual(await found('/Patient?family=prys'), ['a']);
  assert.deepEqual(await found('/Patient?family:contains=JONES'), ['a']);
  assert.deepEqual(await found('/Patient?family:exact=hughes'), []);
});

test('an identifier and a quantity are found', async () => {
  assert.deepEqual(await found('/Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9990000018'), ['a']);
  assert.deepEqual(await found('/Observation?value-quantity=gt54.5'), ['w2', 'w3']);
  assert.deepEqual(await found('/Observation?value-quantity=54.2|http://unitsofmeasure.org|kg'), ['w1']);
});

test('_id takes a list, and a roster is found by its own', async () => {
  assert.deepEqual(await found('/Patient?_id=a,b,c'), ['a', 'b']);
  assert.deepEqual(await found('/Group?_id=roster'), ['roster']);
  assert.deepEqual(await found('/Group?member=Patient/a'), ['roster']);
});

test('_sort sorts by any parameter, both ways', async () => {
  assert.deepEqual(matches(await ask('/Observation?patient=a&_sort=date')), ['w4', 'w2', 'w1']);
  assert.deepEqual(matches(await ask('/Observation?patient=a&_sort=-date')), ['w1', 'w2', 'w4']);
});

test('_lastUpdated finds every later change, ties included', async () => {
  const stamp = (await ask('/Patient/a')).body.meta?.lastUpdated ?? '';
  assert.deepEqual(await found(`/Patient?_lastUpdated=ge${stamp}`), ['a', 'b']);
  assert.deepEqual(await found(`/Patient?_lastUpdated=gt${stamp}`), []);
});

test('_include and _revinclude add referenced and referring resources once, and not as matches', async () => {
  const answer = await ask('/Observation?patient=a&_include=Observation:subject');
  const modes = (answer.body.entry ?? []).map(
    ({ resource, search }) => `${resource?.resourceType} ${search?.mode}`,
  );
  assert.equal(modes.filter((mode) => mode === 'Patient include').length, 1);
  const back = await ask('/Patient?_id=b&_revinclude=Observation:patient');
  assert.deepEqual(
    back.body.entry?.map(({ resource }) => resource?.id),
    ['b', 'w3'],
  );
});

test(':iterate also follows the included resources', async () => {
  const one = await ask('/Encounter?patient=a&_include=Encounter:location');
  assert.equal(one.body.entry?.length, 2);
  const all = await ask('/Encounter?patient=a&_include=Encounter:location&_include:iterate=Location:partof');
  assert.deepEqual(
    all.body.entry?.map(({ resource }) => resource?.id),
    ['e1', 'room', 'home'],
  );
});

test('_summary=count gives only the total, and _elements gives a subset marked as one', async () => {
  const count = await ask('/Observation?patient=a&_summary=count');
  assert.equal(count.body['total'], 3);
  assert.equal(count.body.entry, undefined);
  const [entry] = (await ask('/Observation?_id=w1&_elements=status')).body.entry ?? [];
  assert.deepEqual(Object.keys(entry?.resource ?? {}).toSorted(), ['id', 'meta', 'resourceType', 'status']);
  assert.match(JSON.stringify(entry?.resource?.meta), /SUBSETTED/);
});

test('POST _search finds the same as GET, from the form and the address together', async () => {
  const answer = await ask('/Observation/_search?patient=a', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'date=ge2026-11',
  });
  assert.deepEqual(matches(answer), ['w1']);
});

test('an unknown parameter is reported in an outcome entry and left out of the self link', async () => {
  const answer = await ask('/Observation?patient=a&shoe-size=44');
  const outcome = answer.body.entry?.find((entry) => entry.search?.mode === 'outcome')?.resource;
  assert.equal(outcome?.resourceType, 'OperationOutcome');
  assert.match(JSON.stringify(outcome), /shoe-size/);
  assert.doesNotMatch(linkOf(answer, 'self') ?? '', /shoe/);
});

test('an unknown parameter under Prefer: handling=strict is 400', async () => {
  const headers = { Prefer: 'handling=strict' };
  for (const query of [
    'shoe-size=44',
    '_summary=text',
    '_sort=shoe',
    '_include=Observation:shoe',
    'subject.name=x',
  ]) {
    const answer = await ask(`/Observation?patient=a&${query}`, { headers });
    assert.equal(answer.status, 400, query);
    assert.equal(issueOf(answer), 'error not-supported');
  }
});

test('an impossible value and an unsupported modifier are 400, and the value is not repeated', async () => {
  for (const query of [
    'date=14-Jul-1941',
    'code:below=1',
    '_count=many',
    'value-quantity=heavy',
    'code:missing=perhaps',
  ]) {
    const answer = await ask(`/Observation?${query}`);
    assert.equal(answer.status, 400, query);
    assert.doesNotMatch(JSON.stringify(answer.body), /14-Jul|heavy|many|perhaps/);
  }
});
