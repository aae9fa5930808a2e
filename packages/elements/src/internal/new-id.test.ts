import { expect } from '@open-wc/testing';
import { newId } from './new-id.ts';

describe('the id of an intent', () => {
  it('is a UUID of version 4 in small letters, from which the ids of what it writes are made', () => {
    const ids = Array.from({ length: 500 }, newId);
    for (const id of ids)
      expect(id).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});
