import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sampleHome } from '../packages/dev-server/src/index.ts';
import { structureFaults } from './emitted/r4-structure.ts';
import type { Json } from './emitted/operation-bundle.ts';
import { profileFaults } from './uk-core/check.ts';
import { readDefinitions, type Definitions } from './uk-core/definitions.ts';

const resources = sampleHome().resources as readonly unknown[] as readonly Json[];
const claims = resources.flatMap((resource) => {
  const { profile = [] } = (resource['meta'] ?? {}) as { readonly profile?: readonly string[] };
  return profile.map((address) => ({ resource, address }));
});
const folder = join(import.meta.dirname, '../../shared/data/ukcore-definitions');
const skip = existsSync(folder) ? false : '../shared/data/ukcore-definitions is not beside this checkout';
let read: Definitions | null = null;
const definitions = (): Definitions => (read ??= readDefinitions(folder));

/** Each fault once, with the number of resources that have it. */
function counted(faults: readonly string[]): readonly string[] {
  return [...Map.groupBy(faults, (fault) => fault)].map(([fault, { length }]) => `${length} × ${fault}`);
}

test('every resource of the sample home is FHIR R4', () => {
  const faults = resources.flatMap((resource) =>
    structureFaults(resource).map((fault) => `${String(resource['resourceType'])}: ${fault}`),
  );
  assert.deepEqual(counted(faults), []);
});

test(
  'every resource of the sample home keeps the rules of the UK Core profiles that it claims',
  { skip },
  () => {
    const faults = claims.flatMap(({ resource, address }) =>
      profileFaults(resource, address, definitions()).map(
        (fault) => `${address.split('/').at(-1)}: ${fault}`,
      ),
    );
    assert.deepEqual(counted(faults), []);
    assert.ok(claims.length > 2_500, `${claims.length}`);
  },
);

const ukCore = (name: string) => `https://fhir.hl7.org.uk/StructureDefinition/UKCore-${name}`;
/** A resource of the home with one fault, and the element that the check has to name. */
const FAULTS: readonly (readonly [profile: string, element: RegExp, fault: (text: string) => string])[] = [
  [
    ukCore('Observation-VitalSigns-HeartRate'),
    /value\[x\]\.unit/,
    (text) => text.replace('per minute', 'bpm'),
  ],
  [
    ukCore('Observation-VitalSigns-HeartRate'),
    /value\[x\]\.code/,
    (text) => text.replace('"code":"/min"', '"code":"min"'),
  ],
  [
    ukCore('Observation-ACVPU'),
    /status/,
    (text) => text.replace('"status":"final"', '"status":"preliminary"'),
  ],
  [ukCore('Observation-ACVPU'), /subject/, (text) => text.replace('"subject"', '"about"')],
  [
    ukCore('Patient'),
    /identifier:nhsNumber/,
    (text) => text.replace(/("system":"https:\/\/fhir.nhs.uk\/Id\/nhs-number","value":)/, '$&"1"},{$1'),
  ],
  [
    ukCore('Patient'),
    /no such code/,
    (text) => text.replace(/(NHSNumberVerificationStatusEngland","code":")\w+/, '$1nil'),
  ],
  [
    ukCore('Patient'),
    /Extension\.value\[x\] is of another type/,
    (text) => text.replace('EthnicCategory","valueCodeableConcept":', 'EthnicCategory","valueReference":'),
  ],
  [
    ukCore('Patient'),
    /Extension\.value\[x\] has a code that is not in its value set/,
    (text) => text.replace(/(UKCore-EthnicCategoryEngland","code":")\w/, '$1Q'),
  ],
  [ukCore('MedicationRequest'), /substitution/, (text) => text.replace('"substitution"', '"exchange"')],
  [ukCore('Task'), /is not defined/, (text) => text],
];

for (const [address, element, fault] of FAULTS)
  test(`a fault is found: ${address.split('-').slice(1).join('-')}, ${element.source}`, { skip }, () => {
    const claimed = claims.filter((claim) => claim.address === address);
    const found = claimed.flatMap(({ resource }) => {
      const at = element.source === 'is not defined' ? `${address}-of-nobody` : address;
      const broken = JSON.parse(fault(JSON.stringify(resource))) as Json;
      return profileFaults(broken, at, definitions());
    });
    assert.ok(
      found.some((words) => element.test(words)),
      `${claimed.length} resources: ${counted(found).join()}`,
    );
  });
