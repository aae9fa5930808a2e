import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FhirResource } from '../resource.ts';
import { scene, type Scene, type Told } from '../server/scene.fixtures.ts';

const numbered = (value: string, id?: string): FhirResource => ({
  resourceType: 'Patient',
  ...(id === undefined ? {} : { id }),
  identifier: [{ system: 'urn:x', value }],
});
const url = (value: string): string => `Patient?identifier=urn:x|${value}`;
const conditionally = (
  { fhir }: Scene,
  resource: FhirResource,
  value: string,
  headers: Record<string, string> = {},
): Told => {
  const { text, ...answer } = fhir.request({
    method: 'PUT',
    url: url(value),
    headers: { 'content-type': 'application/fhir+json', ...headers },
    body: JSON.stringify(resource),
  });
  return { ...answer, body: JSON.parse(text) as Told['body'] };
};
const first = { 'If-Match': 'W/"1"' };

test('a conditional update updates the only match, creates where there is none, and never guesses', () => {
  const one = scene({ resources: [numbered('1', 'a'), numbered('2', 'b'), numbered('2', 'c')] });
  const updated = conditionally(one, { ...numbered('1'), gender: 'female' }, '1', first);
  assert.deepEqual([updated.status, updated.body.id, updated.headers['etag']], [200, 'a', 'W/"2"']);
  assert.equal(conditionally(one, numbered('2'), '2').status, 412);
  assert.equal(conditionally(one, numbered('1', 'other'), '1').status, 400);
  assert.equal(conditionally(one, numbered('9'), '9').status, 201);
});

test('If-Match guards a conditional update too: a stale one and one without a match are 412', () => {
  const one = scene({ resources: [numbered('1', 'a')] });
  conditionally(one, { ...numbered('1'), gender: 'female' }, '1', first);
  assert.equal(conditionally(one, { ...numbered('1'), gender: 'male' }, '1', first).status, 412);
  assert.equal(conditionally(one, numbered('9'), '9', first).status, 412);
});
