import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roomName, roomWords } from './room.ts';

test('a room is a room once, whether or not its name says so', () => {
  assert.equal(roomWords('7'), 'room 7');
  assert.equal(roomWords('Room 27'), 'Room 27');
  assert.equal(roomWords('Roomy corner'), 'room Roomy corner');
  assert.deepEqual(['Room 27', '27', 'Room'].map(roomName), ['27', '27', 'Room']);
});
