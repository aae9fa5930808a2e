import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FhirResource } from '../resource.ts';
import { scene } from '../server/scene.fixtures.ts';

const numbered = (value: string, id?: string): FhirResource => ({
  resourceType: 'Patient',
  ...(id === undefined ? {} : { id }),
  identifier: [{ system: 'urn:x', value }],
});
const url = (value: string): string => `Patient?identifier=urn:x|${value}`;

test('a conditional delete deletes the only match, and refuses several', () => {
  const { remove, get } = scene({ resources: [numbered('1', 'a'), numbered('2', 'b'), numbered('2', 'c')] });
  assert.equal(remove(url('1')).status, 204);
  assert.equal(get('Patient/a').status, 410);
  assert.equal(remove(url('1')).status, 204);
  assert.equal(remove(url('2')).status, 412);
  assert.equal(get('Patient/b').status, 200);
});

test('a condition without a parameter, or with one that is not understood, matches nothing', () => {
  const { remove, get } = scene({ resources: [numbered('1', 'a')] });
  for (const path of ['Patient', 'Patient?shoe-size=44']) assert.equal(remove(path).status, 400);
  assert.equal(get('Patient/a').status, 200);
});
