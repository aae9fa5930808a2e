import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evalFhirPathTyped } from '@medplum/core';
import { fhirPathOf, searchParametersOf } from '../definitions/search-parameters.ts';
import type { FhirResource } from '../resource.ts';
import { sampleHome } from '../sample-home/sample-home.ts';
import { valuesOf } from './values.ts';

test('every search parameter has the values that FHIRPath gives, in every resource of the sample home', () => {
  const seen = new Map<string, number>();
  let compared = 0;
  for (const resource of sampleHome().resources as readonly FhirResource[]) {
    const count = (seen.get(resource.resourceType) ?? 0) + 1;
    seen.set(resource.resourceType, count);
    // Twenty of a type hold its awkward cases, and more take minutes.
    if (count > 20) continue;
    for (const rule of searchParametersOf(resource.resourceType).values()) {
      const typed = { type: resource.resourceType, value: resource };
      const expected = evalFhirPathTyped(fhirPathOf(rule), [typed]).map(({ value }) => value as unknown);
      assert.deepEqual(valuesOf(resource, rule), expected, `${resource.resourceType}.${rule.code}`);
      compared += 1;
    }
  }
  assert.ok(compared > 1000, `${compared} compared`);
});
