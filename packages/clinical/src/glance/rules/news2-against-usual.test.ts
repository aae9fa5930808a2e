import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { News2Entry } from '../../resident/measurements.ts';
import { fact, news2Entry, recordedAs } from '../../form/suggest/view.fixtures.ts';
import { linesOf, limitsOf, wordsOf } from '../glance.fixtures.ts';

const WELL = {
  rr: 16,
  spo2: 96,
  scale: 1,
  oxygen: false,
  sbp: 124,
  pulse: 78,
  acvpu: 'A',
  temp: 36.6,
} as const;
type Parts = Parameters<typeof news2Entry>[0];

const story = (usual: number | null, ...entries: readonly (readonly [string | null, Parts])[]) => ({
  news2: recordedAs({
    scores: entries.map(([on, parts]) => news2Entry({ ...WELL, ...parts }, fact(on))),
    usual: usual === null ? null : { ...fact('2026-06-02'), total: usual },
    observations: [],
  }),
});
const words = (...args: Parameters<typeof story>) => wordsOf('news2-against-usual', story(...args));
const lineOf = (...args: Parameters<typeof story>) =>
  linesOf(story(...args)).find(({ rule }) => rule === 'news2-against-usual');

const NOW_ILL = '2026-11-21T08:05:00Z';

test('the latest total stands beside the usual one, and a rise of two or more comes first', () => {
  const line = lineOf(0, [NOW_ILL, { rr: 22, temp: 38.6, pulse: 95, spo2: 95 }], ['2026-11-14', {}]);
  assert.equal(`${line?.lead}${line?.rest}`, 'NEWS2 5, usual 0');
  assert.equal(line?.urgency, 'unwell');
  assert.equal(line?.shape, 'up');
});

test('a higher score of the month alone may be the present condition, and one of the year alone is too vague', () => {
  const ill = { rr: 25, temp: 39.2, pulse: 112, spo2: 92 };
  const line = lineOf(0, [NOW_ILL, {}], ['2026-11', ill]);
  assert.match(line?.rest ?? '', /^, usual 0, another of Nov-2026, perhaps later, \d+$/);
  assert.equal(line?.urgency, 'unwell');
  const { temp: _missing, ...parts } = WELL;
  const half = linesOf({
    news2: recordedAs({
      scores: [
        news2Entry(WELL, fact(NOW_ILL)),
        news2Entry({ ...parts, rr: 25, pulse: 112, spo2: 92 }, fact('2026-11')),
      ],
      usual: null,
      observations: [],
    }),
  }).find(({ rule }) => rule === 'news2-against-usual');
  assert.match(half?.rest ?? '', /another of Nov-2026, perhaps later, at least \d+$/, 'no total');
  for (const vague of ['2026', '2026-10'])
    assert.equal(lineOf(0, [NOW_ILL, {}], [vague, ill])?.rest, ', usual 0', vague);
});

test('a usual score in words is quoted, and nothing is compared with it', () => {
  const scores = [news2Entry({ ...WELL, rr: 21 }, fact(NOW_ILL))];
  const said = wordsOf('news2-against-usual', {
    news2: recordedAs({ scores, usual: null, usualInWords: ['4-5', '2'], observations: [] }),
  });
  assert.deepEqual(said, [`NEWS2 2, usual recorded as “4-5” and as “2” | ${NOW_ILL}`]);
});

test('a higher total of the same day without a time is told and decides the urgency', () => {
  const ill = { rr: 25, spo2: 91, pulse: 112 };
  const line = lineOf(0, [NOW_ILL, {}], [NOW_ILL.slice(0, 10), ill]);
  assert.deepEqual(
    [`${line?.lead}${line?.rest}`, line?.urgency],
    ['NEWS2 0, usual 0, another of that day 8', 'unwell'],
  );
  assert.equal(lineOf(0, [NOW_ILL, {}], ['2026-11-20', ill])?.rest, ', usual 0');
});

test('two points above the usual are worse, and three are urgent', () => {
  assert.equal(lineOf(0, [NOW_ILL, { rr: 21 }])?.urgency, 'important');
  assert.equal(lineOf(0, [NOW_ILL, { rr: 21, spo2: 95 }])?.urgency, 'unwell');
  assert.equal(lineOf(1, [NOW_ILL, { rr: 21 }])?.urgency, 'quiet');
});

test('a usual total is quiet, and a missing usual score is not a usual score of zero', () => {
  const same = lineOf(2, [NOW_ILL, { rr: 21 }]);
  assert.deepEqual([same?.urgency, same?.shape], ['quiet', 'same']);
  assert.deepEqual(words(null, [NOW_ILL, {}]), [`NEWS2 0, usual not set | ${NOW_ILL}`]);
});

test('a high total or three in one part is never quiet, even if it is usual', () => {
  assert.equal(lineOf(6, [NOW_ILL, { rr: 22, temp: 38.6, pulse: 95, spo2: 95 }])?.urgency, 'unwell');
  const three = lineOf(3, [NOW_ILL, { acvpu: 'C' }]);
  assert.equal(three?.urgency, 'unwell');
  assert.match(three?.rest ?? '', /3 in one part/);
});

test('a total on scale 2 says so beside the number', () => {
  const second = { ...news2Entry({ ...WELL, scale: 2, spo2: 90 }, fact(NOW_ILL)), scale: 2 as const };
  const news2 = recordedAs({ scores: [second], usual: null, observations: [] });
  assert.equal(linesOf({ news2 })[0]?.lead, 'NEWS2 0 on scale 2');
});

test('a high total that is usual has not risen, and a total without a usual one is not said to have risen', () => {
  const ill = { rr: 22, temp: 38.6, pulse: 95, spo2: 95 } as const;
  assert.equal(lineOf(5, [NOW_ILL, ill])?.shape, 'same');
  assert.equal(lineOf(null, [NOW_ILL, ill])?.shape, 'late');
});

test('missing parts leave a lower limit, never a total', () => {
  assert.deepEqual(words(null, [NOW_ILL, { rr: 25, oxygen: null, temp: null }]), [
    `NEWS2 at least 3, usual not set, 3 in one part; 2 of 7 parts missing | ${NOW_ILL}`,
  ]);
});

test('a score dated in the future does not lead, and an old one says how old it is', () => {
  assert.deepEqual(words(0, ['2027-02-01', { rr: 25 }], ['2026-11-10', {}]), [
    'NEWS2 0, usual 0, 11 days old | 2026-11-10',
  ]);
  assert.equal(lineOf(0, ['2026-11-10', { rr: 25 }])?.urgency, 'important');
  assert.deepEqual(words(0, ['2026-08-01', { rr: 25 }]), []);
  assert.deepEqual(words(0, [null, { rr: 25 }]), []);
});

test('if the scale is not settled, both totals are shown and the higher decides the urgency', () => {
  const open = { ...news2Entry(WELL, fact(NOW_ILL)), onScale: { 1: 8, 2: 5 } };
  const news2 = recordedAs({ scores: [open], usual: null, observations: [] });
  const [line] = linesOf({ news2 });
  assert.equal(line?.lead, 'NEWS2 8 on scale 1, 5 on scale 2');
  assert.equal(line.urgency, 'unwell');
});

test('in the last days of life no score is told', () => {
  const limits = recordedAs(limitsOf({ lastDays: { ...fact('2026-11-19'), text: 'Comfort.' } }));
  assert.deepEqual(wordsOf('news2-against-usual', { ...story(0, [NOW_ILL, { rr: 25 }]), limits }), []);
});

test('a total that differs from its parts never stands alone, and the higher one decides the urgency', () => {
  const entry = news2Entry(WELL, fact(NOW_ILL));
  const [line] = linesOf({
    news2: recordedAs({
      scores: [{ ...entry, importedTotal: 6, disagrees: true }],
      usual: { ...fact('2026-06-02'), total: 0 },
      observations: [],
    }),
  }).filter(({ rule }) => rule === 'news2-against-usual');
  assert.equal(`${line?.lead}${line?.rest}`, 'NEWS2 0, usual 0, the sender recorded 6');
  assert.deepEqual([line?.urgency, line?.shape], ['unwell', 'up']);
});

test('of two scores on one day the higher is told, in any order', () => {
  const ill = ['2026-11-21', { rr: 25 }] as const;
  const well = ['2026-11-21', {}] as const;
  assert.equal(lineOf(0, ill, well)?.lead, 'NEWS2 3');
  assert.equal(lineOf(0, well, ill)?.lead, 'NEWS2 3');
});

test('a later entry without a total hides no score, and is mentioned', () => {
  const withTotal = news2Entry({ ...WELL, rr: 25 }, { ...fact('2026-11-20'), id: 'scored' });
  const without: News2Entry = {
    ...withTotal,
    ...fact(NOW_ILL),
    score: { ...withTotal.score, status: 'invalid', total: null },
  };
  const news2 = recordedAs({ scores: [without, withTotal], usual: null, observations: [] });
  assert.deepEqual(wordsOf('news2-against-usual', { news2 }), [
    'NEWS2 3, usual not set, 3 in one part; a later one has no total | 2026-11-20',
  ]);
});

test('one impossible value does not silence the parts that can be read', () => {
  const line = lineOf(0, [NOW_ILL, { rr: 26, spo2: 0.97 }], ['2026-11-20', {}]);
  assert.equal(
    `${line?.lead}${line?.rest}`,
    'NEWS2 at least 3, usual 0, 3 in one part; 1 of 7 parts missing',
  );
  assert.equal(line?.urgency, 'unwell');
});

test('a recorded total outside NEWS2’s range is not a total', () => {
  const entry = news2Entry({}, fact(NOW_ILL));
  const told = (importedTotal: number) =>
    wordsOf('news2-against-usual', {
      news2: recordedAs({ scores: [{ ...entry, importedTotal }], usual: null, observations: [] }),
    });
  assert.deepEqual(told(25), []);
  assert.deepEqual(told(6), [`NEWS2 6 as recorded, without its parts, usual not set | ${NOW_ILL}`]);
});

test('a few later parts do not hide a whole set that was higher', () => {
  const few = { oxygen: null, temp: null, sbp: null, acvpu: null, rr: null, spo2: null } as const;
  const ill = { rr: 25, temp: 38.6, pulse: 95, spo2: 93 } as const;
  assert.deepEqual(words(0, [NOW_ILL, few], ['2026-11-21T06:00:00Z', ill]), [
    'NEWS2 7, usual 0, 3 in one part; a later one has no total | 2026-11-21T06:00:00Z',
  ]);
  // The later parts lead if they score more, if a later whole set is lower, and if the whole set is too old.
  assert.match(
    words(0, [NOW_ILL, { ...ill, oxygen: null }], ['2026-11-21T06:00:00Z', {}])[0] ?? '',
    /at least 7/,
  );
  assert.match(words(0, [NOW_ILL, few], ['2026-11-20', {}], ['2026-11-18', ill])[0] ?? '', /at least 0/);
  assert.match(words(0, [NOW_ILL, few], ['2026-10-01', ill])[0] ?? '', /at least 0/);
});
