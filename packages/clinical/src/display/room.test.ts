import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareRoom } from './room.ts';

test('a room that is called so in the record is named once, and any other name is left whole', () => {
  const said = ['Room 28', 'room 4a', '12', 'The Garden Room', 'Roomy wing 2', 'Room', 'Room '].map(bareRoom);
  assert.deepEqual(said, ['28', '4a', '12', 'The Garden Room', 'Roomy wing 2', 'Room', 'Room ']);
});
