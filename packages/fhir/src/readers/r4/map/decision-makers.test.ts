import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLAN_ORIGINAL } from '../../../care-plan/plan-codes.ts';
import { about, content, snomed, value, type Json } from '../../../record.fixtures.ts';

const person = (relationship: Json): Json =>
  about('RelatedPerson', 'r', { name: [{ family: 'Reed', given: ['Jo'] }], relationship: [relationship] });

for (const text of [
  'Not power of attorney',
  'Power of attorney (revoked)',
  'Power of attorney application pending',
  'Lasting power of attorney, not registered',
  'Enduring power of attorney',
  'Daughter, not attorney',
  'Son (has no power of attorney)',
]) {
  test(`"${text}" gives nobody authority over treatment, and is shown with the people`, () => {
    assert.equal(content('limits', [person({ text })]).kind, 'not-recorded');
    assert.deepEqual(value('people', [person({ text })]).contacts[0]?.roles, [text]);
  });
}

for (const text of [
  'Considering LPA health and welfare',
  'Attorney for health and welfare, disclaimed 2025',
  'Attorney (deceased)',
  'LPA being set up',
  'Resident holds power of attorney for Jo',
  "Attorney for the resident's husband",
  'Wishes to be attorney',
  'Attorney for health (resigned)',
])
  test(`"${text}" names nobody who may decide today`, () => {
    assert.equal(content('limits', [person({ text })]).kind, 'not-recorded');
    assert.deepEqual(value('people', [person({ text })]).contacts[0]?.roles, [text]);
  });

test('a relation beside an authority takes nothing from it', () => {
  for (const text of [
    'Attorney for health and welfare, husband',
    'LPA, wants to be told at night',
    'LPA (daughter)',
    'Deputy for her welfare',
    "Attorney (patient's daughter)",
    "LPA health and welfare: the resident's husband",
  ])
    assert.equal(value('limits', [person({ text })]).decisionMakers[0]?.authority, text);
});

test('an attorney whose own name says that he or she died decides nothing', () => {
  const died = { ...person({ text: 'Attorney' }), name: [{ text: 'Jo Reed (died 2025)' }] };
  assert.equal(content('limits', [died]).kind, 'not-recorded');
  assert.equal(value('people', [died]).contacts[0]?.name, 'Jo Reed (died 2025)');
});

test('a coded attorney is none if the words beside the code deny it, and other words are shown', () => {
  const coded = (text: string) => person({ ...snomed('365567004'), text });
  assert.equal(content('limits', [coded('No lasting power of attorney')]).kind, 'not-recorded');
  const authority = (text: string) => value('limits', [coded(text)]).decisionMakers[0]?.authority;
  assert.equal(authority('Daughter'), 'Lasting power of attorney, health and welfare');
  assert.equal(
    authority('Attorney for property'),
    'Lasting power of attorney, health and welfare, in words “Attorney for property”',
  );
});

test('LPA is the power of attorney in its usual short form', () => {
  const authorities = (text: string) => {
    const found = content('limits', [person({ text })]);
    return found.kind === 'recorded' ? found.value.decisionMakers.map(({ authority }) => authority) : [];
  };
  for (const text of ['LPA health and welfare', 'LPA (health)', 'LPA'])
    assert.deepEqual(authorities(text), [text]);
  for (const text of ['LPA property and finance', 'Daughter (no LPA)', 'LPA not registered', 'LPA pending'])
    assert.deepEqual(authorities(text), [], text);
});

test('an authority says whether it was registered, who saw it and when, and how it acts', () => {
  const original = (parts: Readonly<Record<string, string>>): Json => ({
    ...person({ text: 'Attorney' }),
    extension: [
      {
        url: PLAN_ORIGINAL,
        extension: Object.entries(parts).map(([url, valueString]) => ({ url, valueString })),
      },
    ],
  });
  const standing = (parts: Readonly<Record<string, string>>) =>
    value('limits', [original(parts)]).decisionMakers[0]?.standing;
  const seen = { seenBy: 'A. Reed', seenOn: '2026-11-01' };
  for (const authority of ['lpa', 'deputy', 'imca'])
    assert.deepEqual(standing({ authority, registered: 'yes', acts: 'jointly', ...seen }), {
      authority,
      registered: 'yes',
      acts: 'jointly',
      ...seen,
    });
  assert.deepEqual(standing({ authority: 'lpa', registered: 'perhaps', acts: 'somehow' }), {
    authority: 'lpa',
    registered: null,
    seenBy: null,
    seenOn: null,
    acts: null,
  });
});
