import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemoryStore, SERVER_SOURCE } from '@ehch/store';
import { namesFor } from './names-for.ts';

const BASE = 'https://record.example/fhir';
const ELSEWHERE = 'https://other.example/fhir/Practitioner/9';

test('one person by a short and by a full address is one person, and one of another server is somebody else', async () => {
  for (const base of [BASE, `${BASE}/`]) {
    const names = await namesFor(openMemoryStore(), SERVER_SOURCE, base, []);
    const nameOf = names();
    for (const reference of ['Practitioner/9', `${BASE}/Practitioner/9`, `${BASE}/Practitioner/9/_history/2`])
      assert.equal(nameOf(reference), 'somebody not named here', reference);
    assert.equal(nameOf(ELSEWHERE), 'somebody else, not named here');
    assert.equal(names()(ELSEWHERE), 'somebody not named here', 'each matter has a naming of its own');
  }
});
