/** Proves that the list of excused elements stays true: each is there, each named test is there, and each decides something. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { buildView } from '../../packages/fhir/src/index.ts';
import { elementPaths } from './definitions.ts';
import { EXCUSES, type Probe } from './decided-by.ts';
import { NOW, PATIENT, PLAIN, type Json } from './plain-resources.ts';
import { wordsOf } from './words-of.ts';

const TESTS = new Set(
  globSync('packages/fhir/src/**/*.test.ts', { cwd: new URL('../..', import.meta.url).pathname }).map(
    (path) => basename(path),
  ),
);
const ELEMENTS = Object.keys(PLAIN).flatMap((type) =>
  elementPaths(type).map((element) => ({ type, element })),
);

function said({ type, plain = '' }: Probe, fields: Json): string {
  const found =
    PLAIN[type]?.find(({ name }) => name === plain) ?? assert.fail(`${type} ${plain} is no plain resource`);
  const resource = JSON.parse(JSON.stringify({ ...found.resource, ...fields })) as Json;
  const others = type === 'Patient' ? (found.beside ?? []) : [PATIENT, ...(found.beside ?? [])];
  const { view } = buildView({
    resident: 'r',
    patient: 'p',
    resources: [...others, resource],
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  });
  return wordsOf(view, NOW);
}

/** Excuses for elements that only repeat what another element says. No more may come without a judgement here. */
const REPEATS = 13;

for (const { place, covers, reason, probe } of EXCUSES) {
  test(`the excuse of ${place} covers an element of R4, and names tests that exist`, () => {
    assert.ok(
      ELEMENTS.some(({ type, element }) => covers(type, element)),
      'no element',
    );
    assert.match(reason, /^[A-Z].{10,}\.$/);
    for (const [, file = ''] of reason.matchAll(/`([\w-]+\.test\.ts)`/g)) assert.ok(TESTS.has(file), file);
  });
  if (probe !== null)
    test(`the excused element ${place} decides something`, () =>
      assert.notEqual(said(probe, probe.one), said(probe, probe.other)));
}

test('few excuses go without a probe', () => {
  assert.equal(EXCUSES.filter(({ probe }) => probe === null).length, REPEATS);
});
