import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextOnBase } from './on-base.ts';

const base = 'https://record.example/area/fhir';
const asked = `${base}/Flag?patient=7&_count=200`;

test('a next page below the base is asked for there', () => {
  assert.equal(nextOnBase(base, asked, `${base}?_getpages=a`), `${base}?_getpages=a`);
});

for (const [how, link, expected] of [
  ['the same path', 'http://inside:8080/area/fhir?_getpages=a&_x=1', `${base}?_getpages=a&_x=1`],
  [
    'the same question',
    'http://inside:8080/area/fhir/Flag?patient=7&_page=2',
    `${base}/Flag?patient=7&_page=2`,
  ],
  [
    'the same type by another way',
    'http://inside/hapi/Flag?patient=7&_page=2',
    `${base}/Flag?patient=7&_page=2`,
  ],
] as const) {
  test(`a server that names itself by another address is asked at the configured one: ${how}`, () => {
    assert.equal(nextOnBase(base, asked, link)?.replace('/?', '?'), expected);
  });
}

for (const link of [
  'https://elsewhere.example/other?_getpages=a',
  'https://elsewhere.example/area/fhir/Flag?patient=8&_page=2',
  'https://elsewhere.example/area/fhir/Consent?patient=7',
  'https://user:pass@elsewhere.example/area/fhir/Flag?patient=7',
  'javascript:alert(1)',
  'ftp://inside/area/fhir/Flag?patient=7',
]) {
  test(`if the path or the resident does not agree, the page is not asked for: ${link}`, () => {
    assert.equal(nextOnBase(base, asked, link), null);
  });
}
