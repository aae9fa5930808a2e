import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_FOUND, type Findings } from './findings.ts';
import { profileWords } from './profile-words.ts';
import { profileOf } from './server-profile.ts';

/** A server that does all that the specification asks for. */
const COMPLETE: Findings = {
  clientIds: true,
  creates: true,
  refusesStaleIfMatch: true,
  refusesIfNoneMatch: true,
  refusesIfNoneMatchInTransaction: true,
  transactions: true,
  refusesStaleIfMatchInTransaction: true,
  findsIfNoneExist: true,
  findsIfNoneExistInTransaction: true,
  deletes: true,
  answersGone: true,
  instanceHistory: true,
  typeHistory: true,
  postSearch: true,
  searchesAtOnce: true,
  software: null,
  fhirVersion: '4.0.1',
};

const ignoresNoneMatch = { refusesIfNoneMatch: false, refusesIfNoneMatchInTransaction: false };
for (const [server, found, level, create] of [
  ['Azure-like', {}, 'A', 'put'],
  ['HAPI-like: ignores If-None-Match', ignoresNoneMatch, 'A', 'post'],
  [
    'Medplum-like: gives ids itself, shows no type history',
    { clientIds: false, typeHistory: false },
    'B',
    'post',
  ],
  [
    'HealthLake-like: no transactions',
    { transactions: false, refusesStaleIfMatchInTransaction: null },
    'A-',
    'put',
  ],
  ['a transaction that is none', { refusesStaleIfMatchInTransaction: false }, 'A-', 'put'],
  [
    'ignores If-None-Match, finds no condition',
    { ...ignoresNoneMatch, findsIfNoneExistInTransaction: false },
    'A',
    'put',
  ],
  [
    'gives ids, finds no condition',
    { clientIds: false, findsIfNoneExist: false, findsIfNoneExistInTransaction: false },
    'read-only',
    'post',
  ],
] as const) {
  test(`(34) the probe chooses how to write: ${server} → ${level}, ${create}`, () => {
    const profile = profileOf({ ...COMPLETE, ...found });
    assert.deepEqual([profile.level, profile.create], [level, create]);
  });
}

test('P13: a server that ignores If-Match gets no updates, and one that did not answer counts as one', () => {
  assert.equal(profileOf({ ...COMPLETE, refusesStaleIfMatch: false }).ignoresIfMatch, true);
  assert.equal(profileOf({ ...COMPLETE, refusesStaleIfMatch: null }).ignoresIfMatch, true);
  assert.equal(profileOf(COMPLETE).ignoresIfMatch, false);
});

test('of a server of which nothing is known, nothing is believed', () => {
  const { findings: _findings, ...profile } = profileOf(NOTHING_FOUND);
  assert.deepEqual(profile, {
    level: 'read-only',
    create: 'post',
    transactions: false,
    hasHistory: false,
    ignoresIfMatch: true,
    ignoresIfNoneMatch: false,
    hasTypeHistory: false,
    indexesLate: false,
  });
});

test('an administrator reads what a profile means, and what risk is left', () => {
  const words = (found: Partial<Findings>): string =>
    profileWords(profileOf({ ...COMPLETE, ...found })).join(' ');
  assert.match(words({}), /^Level A\./);
  assert.doesNotMatch(words({}), /ignores|overwrite/);
  assert.match(words({ refusesStaleIfMatch: false }), /Existing records are not changed/);
  assert.match(
    words({ ...ignoresNoneMatch, findsIfNoneExistInTransaction: false }),
    /could overwrite a later change/,
  );
  assert.match(words({ clientIds: false }), /130 seconds.*may be seen twice/);
  assert.match(words({ transactions: false, instanceHistory: false }), /no history/);
});

test('a server that states another FHIR version gets nothing written, and its administrator hears why', () => {
  for (const fhirVersion of ['5.0.0', '3.0.2']) {
    const profile = profileOf({ ...COMPLETE, fhirVersion });
    assert.equal(profile.level, 'read-only');
    assert.match(profileWords(profile).join(' '), new RegExp(`states FHIR ${fhirVersion}`));
  }
  for (const fhirVersion of ['4.0.1', '4.3.0', null])
    assert.equal(profileOf({ ...COMPLETE, fhirVersion }).level, 'A', `${fhirVersion}`);
});
