import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { derivedId } from './derived-id.ts';

const INTENT = '3f2b9c1e-7a64-4d0b-9c55-0a1b2c3d4e5f';
const intents = fc.uuid({ version: 4 });
const places = fc.integer({ min: 1, max: 4095 });

test('P1: an intent gives the same ids at every retry', () => {
  assert.equal(derivedId(INTENT, 1), '3f2b9c1e-7a64-8001-9c55-0a1b2c3d4e5f');
  assert.equal(derivedId(INTENT, 300), '3f2b9c1e-7a64-812c-9c55-0a1b2c3d4e5f');
});

test('P1: no two places of one intent share an id, and no resource has the id of a marker', () => {
  fc.assert(
    fc.property(intents, places, places, (intent, one, other) => {
      assert.equal(derivedId(intent, one) === derivedId(intent, other), one === other);
      assert.notEqual(derivedId(intent, one), intent);
      // FHIR R4 `id`.
      assert.match(derivedId(intent, one), /^[A-Za-z0-9\-.]{1,64}$/);
    }),
  );
});

test('P1: intents that follow each other give different ids', () => {
  const ids = ['1', '2', '3'].flatMap((last) =>
    [1, 2, 3].map((place) => derivedId(`00000000-0000-4000-8000-00000000000${last}`, place)),
  );
  assert.equal(new Set(ids).size, 9);
});

test('an id that is no UUID, or a place out of range, is refused', () => {
  for (const intent of ['i1', INTENT.toUpperCase(), `${INTENT}0`, derivedId(INTENT, 1)])
    assert.throws(() => derivedId(intent, 1), { code: 'bad-argument' });
  for (const place of [0, -1, 1.5, 4096, Number.NaN])
    assert.throws(() => derivedId(INTENT, place), { code: 'bad-argument' });
});
