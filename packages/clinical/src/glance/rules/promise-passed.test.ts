import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordedAs } from '../../form/suggest/view.fixtures.ts';
import { matter, wordsOf } from '../glance.fixtures.ts';

const promised = (promisedBy: string | null) => ({
  open: recordedAs([
    matter('2026-11-20', {
      progress: { state: 'answered', by: 'Dr P. Adeyemi', at: '2026-11-20T09:00:00Z', promisedBy },
    }),
  ]),
});

test('a matter waits again once its promised time has passed, and not before', () => {
  assert.deepEqual(wordsOf('promise-passed', promised('2026-11-21T14:00:00Z')), [
    'Promise has passed: Dr P. Adeyemi said by 21-Nov-2026 14:00 | 2026-11-21T14:00:00Z',
  ]);
  assert.deepEqual(wordsOf('promise-passed', promised('2026-11-21T15:00:00Z')), []);
  assert.deepEqual(wordsOf('promise-passed', promised(null)), []);
});

test('a passed promise is not told a second time as overdue', () => {
  assert.deepEqual(wordsOf('overdue', promised('2026-11-18T14:00:00Z')), []);
});
