import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormQuestion } from './definition.ts';
import { doubtsAbout } from './doubt.ts';

const AT = '2026-11-21T14:20:00Z';
const asks = (part: Partial<FormQuestion>): FormQuestion => ({ id: 'x', text: 'X', type: 'date', ...part });
const kindsOf = (part: Partial<FormQuestion>, value: string, at?: string) =>
  doubtsAbout(asks(part), { type: 'date', value }, at).map((doubt) =>
    'day' in doubt ? `${doubt.kind} ${doubt.day}` : doubt.kind,
  );

test('of a last day of the form and today the earlier one holds', () => {
  const until = (latest: string, value: string) => kindsOf({ past: true, latest }, value, AT);
  assert.deepEqual(until('2026-06-30', '2026-07-01'), ['too-late 2026-06-30']);
  assert.deepEqual(until('2026-06-30', '2026-06-30'), []);
  assert.deepEqual(until('2026-12-31', '2026-11-22'), ['too-late 2026-11-21']);
  assert.deepEqual(until('2026-12-31', '2026-11-21'), []);
  assert.deepEqual(until('2026-11-21', '2026-11-21'), []);
});

test('a day that is to come is refused only where a thing must have happened, and somebody says what today is', () => {
  assert.deepEqual(kindsOf({ past: true }, '2026-11-22', AT), ['too-late 2026-11-21']);
  for (const [part, at] of [
    [{}, AT],
    [{ past: false }, AT],
    [{ past: true }, undefined],
    [{ past: true }, 'some day'],
  ] as const)
    assert.deepEqual(kindsOf(part, '2026-11-22', at), []);
});

test('of a first day of the form and today the later one holds', () => {
  const from = (earliest: string, value: string) => kindsOf({ future: true, earliest }, value, AT);
  assert.deepEqual(from('2026-12-01', '2026-11-30'), ['too-early 2026-12-01']);
  assert.deepEqual(from('2026-12-01', '2026-12-01'), []);
  assert.deepEqual(from('2026-01-01', '2026-11-20'), ['too-early 2026-11-21']);
  assert.deepEqual(from('2026-01-01', '2026-11-21'), []);
});

test('a day that has passed is refused only where a thing is still to come, and somebody says what today is', () => {
  assert.deepEqual(kindsOf({ future: true }, '2026-11-20', AT), ['too-early 2026-11-21']);
  for (const [part, value, at] of [
    [{}, '2026-11-20', AT],
    [{ future: false }, '2026-11-20', AT],
    [{ future: true }, '2026-11-20', undefined],
    [{ future: true }, '2026-11-21', AT],
    [{ future: true }, '2026-11', AT],
    [{ future: true }, '2027', AT],
  ] as const)
    assert.deepEqual(kindsOf(part, value, at), [], value);
});

test('a date known in part is refused only where all of it is outside', () => {
  const between = { earliest: '2026-03-10', latest: '2026-06-20' };
  for (const inside of ['2026', '2026-03', '2026-06', '2026-03-10', '2026-06-20'])
    assert.deepEqual(kindsOf(between, inside), [], inside);
  for (const early of ['2025', '2026-02', '2026-03-09'])
    assert.deepEqual(kindsOf(between, early), ['too-early 2026-03-10'], early);
  for (const late of ['2027', '2026-07', '2026-06-21'])
    assert.deepEqual(kindsOf(between, late), ['too-late 2026-06-20'], late);
});
