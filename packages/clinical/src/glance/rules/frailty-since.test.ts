import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fact, recordedAs } from '../../form/suggest/view.fixtures.ts';
import type { CfsEntry } from '../../resident/frailty.ts';
import type { PartialDate } from '../../time/types.ts';
import { limitsOf, linesOf, wordsOf } from '../glance.fixtures.ts';

const cfs = (level: number, on: PartialDate | null, part: Partial<CfsEntry> = {}): CfsEntry => ({
  ...fact(on),
  id: `c${on}`,
  level,
  group: 'levels-7-and-8',
  version: '2.0',
  warnings: [],
  ...part,
});
const story = (...levels: CfsEntry[]) => ({
  frailty: recordedAs({ cfs: levels, indices: [], statements: [] }),
});

test('a higher frailty level is told with the former one, and not counted as an assessment', () => {
  const frailer = story(cfs(7, '2026-11-18'), cfs(6, '2026-08-01'));
  assert.deepEqual(wordsOf('frailty-since', frailer), ['Clinical Frailty Scale 7, was 6 | 2026-11-18']);
  assert.deepEqual(wordsOf('elsewhere-since', frailer), []);
  const [line] = linesOf(frailer).filter(({ rule }) => rule === 'frailty-since');
  assert.deepEqual([line?.shape, line?.urgency, line?.section], ['up', 'important', 'frailty']);
});

test('a lower level is a change, but not for the worse', () => {
  const [line] = linesOf(story(cfs(5, '2026-11-18'), cfs(6, '2026-08-01'))).filter(
    ({ rule }) => rule === 'frailty-since',
  );
  assert.deepEqual([line?.shape, line?.urgency], ['down', 'changed']);
});

test('two levels on one day, or on a day within the other’s month, make no change: nobody knows which came first', () => {
  for (const levels of [
    [cfs(7, '2026-11-18', { id: 'a' }), cfs(6, '2026-11-18', { id: 'b' })],
    [cfs(7, '2026-11-18'), cfs(6, '2026-11')],
    [cfs(7, '2026-11-18', { id: 'a' }), cfs(5, '2026-11-18', { id: 'b' }), cfs(6, '2026-08-01')],
  ]) {
    assert.deepEqual(wordsOf('frailty-since', story(...levels)), [], JSON.stringify(levels));
    assert.notDeepEqual(
      wordsOf('elsewhere-since', story(...levels)),
      [],
      'it is counted as new all the same',
    );
  }
  assert.deepEqual(
    wordsOf('frailty-since', story(cfs(7, '2026-11-18T10:00:00Z'), cfs(6, '2026-11-18T08:00:00Z'))),
    ['Clinical Frailty Scale 7, was 6 | 2026-11-18T10:00:00Z'],
  );
});

test('level nine is of another kind: it matters, and is neither above nor below the others', () => {
  const [line] = linesOf(story(cfs(9, '2026-11-18'), cfs(6, '2026-08-01'))).filter(
    ({ rule }) => rule === 'frailty-since',
  );
  assert.deepEqual([line?.shape, line?.urgency], ['changed', 'important']);
});

test('a doubtful level says so, and a level of another version or without news makes no change', () => {
  assert.deepEqual(
    wordsOf(
      'frailty-since',
      story(cfs(8, '2026-11-18', { cautions: ['unconfirmed'] }), cfs(6, '2026-08-01')),
    ),
    ['Clinical Frailty Scale 8, was 6 (unconfirmed) | 2026-11-18'],
  );
  for (const levels of [
    [cfs(7, '2026-11-18', { version: '1.2' }), cfs(6, '2026-08-01')],
    [cfs(6, '2026-11-18'), cfs(6, '2026-08-01')],
    [cfs(7, '2026-11-01'), cfs(6, '2026-08-01')],
    [cfs(7, null), cfs(6, '2026-08-01')],
    [cfs(7, '2026-11-18')],
  ])
    assert.deepEqual(wordsOf('frailty-since', story(...levels)), [], JSON.stringify(levels));
});

test('in the last days of life no level is told', () => {
  const limits = recordedAs(limitsOf({ lastDays: { ...fact('2026-11-16'), text: 'Comfort.' } }));
  assert.deepEqual(
    wordsOf('frailty-since', { ...story(cfs(8, '2026-11-18'), cfs(6, '2026-08-01')), limits }),
    [],
  );
});
