import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { withinBase } from './within-base.ts';

const base = 'https://record.example/area/fhir';

test('addresses below the base are resolved against it', () => {
  assert.equal(withinBase(base, 'Patient/1'), 'https://record.example/area/fhir/Patient/1');
  assert.equal(
    withinBase(base, 'https://record.example/area/fhir/Patient?_page=2'),
    'https://record.example/area/fhir/Patient?_page=2',
  );
  assert.equal(
    withinBase(base, 'https://record.example/area/fhir?_getpages=abc'),
    'https://record.example/area/fhir?_getpages=abc',
  );
  assert.equal(withinBase(base, '?_getpages=abc'), 'https://record.example/area/fhir/?_getpages=abc');
});

for (const elsewhere of [
  'https://elsewhere.example/area/fhir/Patient',
  'http://record.example/area/fhir/Patient',
  'https://record.example:8443/area/fhir/Patient',
  'https://record.example/area/fhirevil/Patient',
  'https://record.example/area/fhir/../../admin',
  '//elsewhere.example/area/fhir/',
  'https://user:pass@record.example/area/fhir/Patient',
  'javascript:alert(1)',
  'data:text/plain,x',
]) {
  test(`an address outside the base is refused: ${elsewhere}`, () => {
    assert.throws(
      () => withinBase(base, elsewhere),
      (error) => error instanceof EhchError && error.code === 'malformed',
    );
  });
}
