import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsSay } from '../readers/r4/map/none-said.ts';
import { NONE_WORDS } from './none-words.ts';

test('every wording in the tables is read as its heading says', () => {
  for (const section of ['allergies', 'medicines', 'problems'] as const)
    for (const [reach, wordings] of Object.entries(NONE_WORDS[section]))
      for (const wording of wordings) {
        const said = wordsSay(section, wording.toUpperCase());
        assert.deepEqual(said, reach === 'unknown' ? 'unknown' : [reach], `${section}: ${wording}`);
      }
});
