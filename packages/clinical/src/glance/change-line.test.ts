import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listed } from '../display/listed.ts';
import { changeLine, counted } from './change-line.ts';

const change = (fact: string, on: string, certain = true) => ({ kind: 'event', fact, on, certain }) as const;
const words = { urgency: 'changed', lead: '2 falls', rest: ': by the bed' } as const;

test('names are listed as they are read: one, two with "and", three, and beyond them how many more', () => {
  assert.equal(listed([]), '');
  assert.equal(listed(['senna']), 'senna');
  assert.equal(listed(['senna', 'codeine']), 'senna and codeine');
  assert.equal(listed(['senna', 'codeine', 'warfarin']), 'senna, codeine and warfarin');
  assert.equal(
    listed(['senna', 'codeine', 'warfarin', 'digoxin', 'lithium']),
    'senna, codeine, warfarin and 2 more',
  );
  assert.equal(listed(['a', 'b', 'c', 'd'], 4), 'a, b, c and d');
  assert.equal(listed(['a', 'b', 'c', 'd'], 2), 'a, b and 2 more');
  assert.equal(listed(['senna', 'senna', 'codeine']), 'senna and codeine', 'each is named once');
});

test('what is counted has its number, and more than one has its plural', () => {
  assert.deepEqual(
    [counted(0, 'fall'), counted(1, 'fall'), counted(2, 'fall'), counted(1, 'entry'), counted(2, 'entry')],
    ['0 falls', '1 fall', '2 falls', '1 entry', '2 entries'],
  );
});

test('a line has the day of its newest change, and is news that can be put away', () => {
  const [line, ...others] = changeLine(
    'falls',
    'events',
    [change('a', '2026-11-14'), change('b', '2026-11-18')],
    words,
  );
  assert.deepEqual(others, []);
  assert.deepEqual(line, {
    key: 'falls:event/a@2026-11-14+event/b@2026-11-18',
    rule: 'falls',
    section: 'events',
    urgency: 'changed',
    shape: 'changed',
    lead: '2 falls',
    rest: ': by the bed',
    quote: null,
    on: '2026-11-18',
    canHide: true,
  });
  assert.deepEqual(changeLine('falls', 'events', [], words), []);
  const [up] = changeLine('falls', 'events', [change('a', '2026-11-14')], { ...words, shape: 'up' });
  assert.equal(up?.shape, 'up');
});

test('a change that may lie before the last look says so, be it one among several', () => {
  const changes = [change('a', '2026-11-14'), change('b', '2026-11', false)];
  assert.equal(changeLine('falls', 'events', changes, words)[0]?.rest, ': by the bed, perhaps before');
});
