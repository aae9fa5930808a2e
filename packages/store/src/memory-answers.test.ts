import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemoryAnswers } from './memory-answers.ts';

const answer = (text: string) => ({ pages: [text], asOf: '2026-11-21T09:30:00Z', more: false });

test('an answer is read only for the resident it was put for', async () => {
  const store = openMemoryAnswers();
  await store.put('a', 'Condition', answer('{"a":1}'));
  await store.put('b', 'Condition', answer('{"b":1}'));
  assert.deepEqual((await store.read('a')).get('Condition')?.pages, ['{"a":1}']);
  assert.deepEqual((await store.read('b')).get('Condition')?.pages, ['{"b":1}']);
  assert.equal((await store.read('c')).size, 0);
});

test('kinds are kept side by side, and a new answer replaces only its own kind', async () => {
  const store = openMemoryAnswers();
  await store.put('a', 'Condition', answer('old'));
  await store.put('a', 'Flag', answer('flag'));
  await store.put('a', 'Condition', answer('new'));
  const held = [...(await store.read('a'))].map(([kind, { pages }]) => [kind, ...pages]);
  assert.deepEqual(held, [
    ['Condition', 'new'],
    ['Flag', 'flag'],
  ]);
});

test('the server’s text is kept unchanged, to the last digit', async () => {
  const store = openMemoryAnswers();
  await store.put('a', 'Observation', answer('{"value":7.10}'));
  assert.equal((await store.read('a')).get('Observation')?.pages[0], '{"value":7.10}');
});

test('a caller cannot change the store through the record that it read', async () => {
  const store = openMemoryAnswers();
  await store.put('a', 'Flag', answer('1'));
  ((await store.read('a')) as Map<string, unknown>).clear();
  assert.equal((await store.read('a')).size, 1);
});

test('nothing is erased by itself; forget erases one resident, or all', async () => {
  const store = openMemoryAnswers();
  for (let n = 0; n < 100; n++) await store.put(`r${n}`, 'Flag', answer(`${n}`));
  assert.equal((await store.read('r0')).size, 1);
  await store.forget('r0');
  assert.equal((await store.read('r0')).size, 0);
  assert.equal((await store.read('r1')).size, 1);
  await store.forgetAll();
  assert.equal((await store.read('r1')).size, 0);
});
