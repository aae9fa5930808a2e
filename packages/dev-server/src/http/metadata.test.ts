import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openServer } from '../asking.fixtures.ts';

const { server, ask } = await openServer();
after(() => server.close());

interface Statement {
  readonly type: string;
  readonly searchParam: readonly { readonly name: string; readonly type: string }[];
  readonly searchInclude: readonly string[];
  readonly searchRevInclude: readonly string[];
}

const { body } = await ask('/metadata');
const [rest] = body['rest'] as [{ resource: readonly Statement[] }];

const VALUES: Readonly<Record<string, string>> = { date: '2026-11-21', number: '1', quantity: '1' };

test('the CapabilityStatement is R4 and names this address', () => {
  assert.equal(body.resourceType, 'CapabilityStatement');
  assert.equal(body['fhirVersion'], '4.0.1');
  assert.match(JSON.stringify(body['implementation']), new RegExp(server.url));
});

test('every search parameter that it names is supported under strict handling', async () => {
  for (const type of [
    'Patient',
    'Observation',
    'Task',
    'Encounter',
    'QuestionnaireResponse',
    'Group',
    'Location',
  ]) {
    const statement = rest.resource.find((one) => one.type === type);
    for (const parameter of statement?.searchParam ?? []) {
      const path = `/${type}?${parameter.name}=${VALUES[parameter.type] ?? 'x'}`;
      assert.equal((await ask(path, { headers: { Prefer: 'handling=strict' } })).status, 200, path);
    }
  }
});

test('every include that it names is supported under strict handling', async () => {
  const statement = rest.resource.find((one) => one.type === 'Patient');
  const headers = { Prefer: 'handling=strict' };
  for (const include of statement?.searchInclude ?? []) {
    assert.equal((await ask(`/Patient?_include=${include}`, { headers })).status, 200, include);
  }
  for (const include of (statement?.searchRevInclude ?? []).slice(0, 40)) {
    assert.equal((await ask(`/Patient?_revinclude=${include}`, { headers })).status, 200, include);
  }
});

test('every type in a resident’s view can be searched by patient', () => {
  const types = [
    'RelatedPerson',
    'Condition',
    'AllergyIntolerance',
    'MedicationStatement',
    'MedicationRequest',
    'Observation',
    'Flag',
    'Consent',
    'CarePlan',
    'Goal',
    'CareTeam',
    'Encounter',
    'EpisodeOfCare',
    'Immunization',
    'DocumentReference',
    'Task',
    'Communication',
    'QuestionnaireResponse',
  ];
  for (const type of types) {
    const statement = rest.resource.find((one) => one.type === type);
    assert.ok(
      statement?.searchParam.some((parameter) => parameter.name === 'patient'),
      type,
    );
  }
});
