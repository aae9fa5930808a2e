import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SOFT_SIGNS } from '../instruments/soft-signs/soft-sign-list.ts';
import type { ScoreResult } from '../score.ts';
import { factsOfScore, factWords } from './score-facts.ts';

const result = (part: object): ScoreResult => ({
  instrument: 'x',
  version: '1',
  status: 'complete',
  total: 1,
  range: null,
  direction: 'higher-worse',
  band: null,
  items: {},
  missing: [],
  flags: [],
  ...part,
});
/** What is read beside a score, in its order. */
const wordsOf = (part: object) => factsOfScore(result(part)).flatMap((fact) => factWords(fact) ?? []);
const item = (score: number | null, value: unknown = null) => ({ value, score });

test('an index says how many deficits there are, of how many that are known, and how many its list has', () => {
  const from = { considered: 4, of: 48 };
  const items = { a: item(1), b: item(0.5), c: item(0), d: item(0.25), e: item(null) };
  assert.deepEqual(wordsOf({ from, items }), ['1.75 of 4 deficits', '48 on the list']);
  const counted = { present: item(null, 12.5), considered: item(null, 40) };
  assert.deepEqual(wordsOf({ from: { considered: 40, of: 60 }, items: counted }), [
    '12.5 of 40 deficits',
    '60 on the list',
  ]);
  const thirds = { a: item(1 / 3), b: item(1 / 3) };
  assert.deepEqual(wordsOf({ from, items: thirds })[0], '0.67 of 4 deficits');
});

test('an eFI has 36 deficits, and one entered as a score alone says none', () => {
  assert.deepEqual(wordsOf({ instrument: 'efi', deficits: 13 }), ['13 of 36 deficits']);
  assert.deepEqual(wordsOf({ instrument: 'efi', deficits: null }), []);
});

test('a number of deficits is never made up of half of what is needed for it', () => {
  for (const from of [
    null,
    4,
    {},
    { considered: 4 },
    { of: 48 },
    { considered: '4', of: 48 },
    { considered: 4, of: '48' },
  ])
    assert.deepEqual(wordsOf({ from, items: { a: item(1) } }), [], JSON.stringify(from));
});

test('by which tool, from when, over how long and by whose band a score was reached stands beside it, in this order', () => {
  assert.deepEqual(
    wordsOf({
      cut: 10,
      bandSource: 'the ward',
      rulingSource: 'the dietitian',
      days: 153,
      baselineOn: '2026-05-01',
      counted: 'regular ones',
      tool: 'German ACB list',
      dbpDrop: 12,
      placeCut: { above: 2.5, over: true, source: 'the trust' },
    }),
    [
      'by German ACB list',
      'counted: regular ones',
      'as on 01-May-2026',
      'over 153 days',
      'band by the ward',
      'exactly 5 % as ruled by the dietitian',
      'positive from 10',
      'above the cut of 2.5 by the trust',
      'lower pressure fell by 12 mmHg',
    ],
  );
  assert.deepEqual(wordsOf({ tool: null, days: Number.NaN, cut: undefined, dbpDrop: true }), []);
});

test('on which side of the place’s cut it is, is said by a whole cut alone', () => {
  const placeCut = { above: 2.5, over: false, source: 'the trust' };
  assert.deepEqual(wordsOf({ placeCut }), ['not above the cut of 2.5 by the trust']);
  const { above: _above, ...half } = placeCut;
  const { source: _source, ...unsourced } = placeCut;
  const { over: _over, ...sideless } = placeCut;
  for (const part of [null, 3, half, unsourced, sideless]) assert.deepEqual(wordsOf({ placeCut: part }), []);
});

test('why pressures on standing are positive is said in words', () => {
  assert.deepEqual(
    wordsOf({
      reasons: [
        'sbp-drop-20',
        'standing-sbp-under-90',
        'dbp-drop-10-with-symptoms',
        'dbp-drop-10-no-symptoms',
      ],
    }),
    [
      'the upper pressure fell by 20 or more, the upper pressure fell to below 90, ' +
        'the lower pressure fell by 10 or more, with symptoms, the lower pressure fell by 10 or more, without symptoms',
    ],
  );
  assert.deepEqual(wordsOf({ reasons: ['another', 7] }), ['another']);
  for (const none of [[], null, 'sbp-drop-20']) assert.deepEqual(wordsOf({ reasons: none }), []);
});

test('signs are named, what is usual for them is said, and that none was seen is said too', () => {
  const [[first, text]] = SOFT_SIGNS;
  const sign = (id: string, usualForResident: string) => ({ id, usualForResident });
  assert.deepEqual(wordsOf({ signs: [sign(first, 'no'), sign(first, 'yes'), sign('other', 'unknown')] }), [
    `${text}; ${text} (usual for them); other`,
  ]);
  assert.deepEqual(wordsOf({ signs: [] }), ['none of the signs seen']);
  assert.deepEqual(
    wordsOf({ signs: [], status: 'incomplete' }),
    [],
    'half a list says nothing of the other half',
  );
});
