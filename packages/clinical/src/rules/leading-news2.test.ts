import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fact, news2Entry } from '../form/suggest/view.fixtures.ts';
import { laterNews2Words, leadingNews2, whyNotLeading } from './leading-news2.ts';

const TODAY = '2026-11-21';
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
const ONE_PULSE = { ...WELL, rr: null, spo2: null, oxygen: null, sbp: null, acvpu: null, temp: null };
const entry = (id: string, on: string, values: Parameters<typeof news2Entry>[0]) =>
  news2Entry(values, { ...fact(on), id });
const later = entry('pulse', '2026-11-21T09:00:00Z', ONE_PULSE);

test('a single later reading does not hide a whole score, unless it scores as much', () => {
  const ill = entry('ill', '2026-11-21T06:00:00Z', { ...WELL, rr: 25 });
  assert.equal(leadingNews2([later, ill], TODAY)?.id, 'ill');
  assert.equal(leadingNews2([ill, later], TODAY)?.id, 'ill');
  assert.equal(leadingNews2([later, entry('well', '2026-11-21T06:00:00Z', WELL)], TODAY)?.id, 'pulse');
});

test('a whole score older than 31 days no longer leads, and a later reading then leads alone', () => {
  assert.equal(leadingNews2([later, entry('old', '2026-10-20', { ...WELL, rr: 25 })], TODAY)?.id, 'pulse');
  const next = entry('next', '2026-11-21T10:00:00Z', WELL);
  assert.equal(leadingNews2([next, entry('ill', '2026-11-20', { ...WELL, rr: 25 })], TODAY)?.id, 'next');
  assert.equal(leadingNews2([], TODAY), undefined);
});

test('a later score in doubt hides no higher one, and counts where it is the highest', () => {
  const ill = { ...WELL, rr: 25 };
  const doubted = (values: Parameters<typeof news2Entry>[0]) => ({
    ...entry('doubted', '2026-11-21T09:00:00Z', values),
    cautions: ['mistaken-in-words'] as const,
  });
  const lead = (values: Parameters<typeof news2Entry>[0], ...others: Parameters<typeof leadingNews2>[0]) =>
    leadingNews2([doubted(values), ...others], TODAY)?.id;
  assert.equal(lead(WELL, entry('ill', '2026-11-21T06:00:00Z', ill)), 'ill');
  assert.equal(lead(ill, entry('well', '2026-11-21T06:00:00Z', WELL)), 'doubted');
  assert.equal(lead(WELL, entry('old', '2026-10-01', ill)), 'doubted');
  assert.equal(lead(WELL), 'doubted');
  assert.deepEqual(
    [whyNotLeading(doubted(WELL)), laterNews2Words(doubted(WELL))],
    ['in doubt', 'a later one is in doubt'],
  );
  assert.equal(laterNews2Words(later), 'a later one has no total');
});
