import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Resource } from '@medplum/fhirtypes';
import { UK_CORE } from './codes.ts';
import { sampleHome } from './sample-home.ts';
import { UK_CORE_RULES, type ProfileRules } from './uk-core.fixtures.ts';

const { resources } = sampleHome();

const claimed = new Map<string, Resource[]>();
for (const resource of resources) {
  for (const profile of resource.meta?.profile ?? []) {
    assert.ok(profile.startsWith(UK_CORE), profile);
    const name = profile.slice(UK_CORE.length);
    claimed.set(name, [...(claimed.get(name) ?? []), resource]);
  }
}

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
      value,
    );
}

/** The rules of a profile that a resource breaks. It names elements, never their values. */
function faults(resource: unknown, { required = [], fixed = {}, never = [], codes = [] }: ProfileRules) {
  const codings = at(resource, 'code.coding');
  const held = (Array.isArray(codings) ? codings : []).map(
    (coding: unknown) => `${String(at(coding, 'system'))}|${String(at(coding, 'code'))}`,
  );
  return [
    ...required.filter((path) => at(resource, path) === undefined).map((path) => `${path} is missing`),
    ...Object.entries(fixed)
      .filter(([path, value]) => at(resource, path) !== value)
      .map(([path, value]) => `${path} is not "${value}"`),
    ...never.filter((path) => at(resource, path) !== undefined).map((path) => `${path} is there`),
    ...codes.filter((code) => !held.includes(code)).map((code) => `${code} is missing`),
  ];
}

test('every claimed profile has its rules here, and every rule has a resource', () => {
  assert.deepEqual([...claimed.keys()].toSorted(), Object.keys(UK_CORE_RULES).toSorted());
});

for (const [name, rules] of Object.entries(UK_CORE_RULES))
  test(`every resource that claims ${name} keeps its rules`, () => {
    const found = new Set((claimed.get(name) ?? []).flatMap((resource) => faults(resource, rules)));
    assert.deepEqual([...found], []);
  });

test('every language has a BCP 47 tag beside its words', () => {
  const languages = resources.flatMap((one) =>
    one.resourceType === 'Patient' ? (one.communication ?? []).map(({ language }) => language) : [],
  );
  assert.ok(languages.length >= 10);
  for (const { coding, text } of languages) {
    assert.equal(coding?.[0]?.system, 'urn:ietf:bcp:47');
    assert.match(coding?.[0]?.code ?? '', /^[a-z]{2,3}$/);
    assert.ok(text);
  }
});

test('a resource that breaks a rule is found', () => {
  const rules = UK_CORE_RULES['UKCore-Observation-VitalSigns-HeartRate'] ?? {};
  const [sound] = claimed.get('UKCore-Observation-VitalSigns-HeartRate') ?? [];
  assert.ok(sound);
  assert.deepEqual(faults(sound, rules), []);
  const broken = { ...sound, valueQuantity: { value: 70, unit: 'beats/minute', code: '/min' } };
  assert.deepEqual(faults(broken, rules), [
    'valueQuantity.unit is not "per minute"',
    'valueQuantity.system is not "http://unitsofmeasure.org"',
  ]);
});
