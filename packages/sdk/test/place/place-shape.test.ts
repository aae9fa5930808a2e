import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlaceConfiguration } from '@ehch/clinical';
import type * as z from 'zod/mini';
import { placeShape } from '../../src/place.ts';

/** What is in a file, and nothing that is said of it at run time. */
type PlaceFile = Omit<PlaceConfiguration, 'refusedNewer'>;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;

test('the shape of the file and the type of the program are the same, in both directions', () => {
  // The compiler answers: a field that only one of them has is an error on this line.
  const isSame: Same<Plain<z.infer<typeof placeShape>>, Plain<PlaceFile>> = true;
  assert.equal(isSame, true);
  const keys = Object.keys(placeShape.shape);
  assert.ok(keys.includes('withdrawn') && !keys.includes('refusedNewer'));
});
