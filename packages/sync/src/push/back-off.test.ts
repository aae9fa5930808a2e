import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  backOff,
  clamped,
  LONGEST_BACK_OFF_MS,
  LONGEST_ESCALATION_BACK_OFF_MS,
  retryAfterMs,
} from './back-off.ts';

const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('P12 (7): ten clients that failed together do not come back together', () => {
  for (const attempts of [3, 6, 9]) {
    let seed = 7;
    const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const bound = Math.min(LONGEST_BACK_OFF_MS, 1000 * 2 ** attempts);
    const slots = new Set(
      Array.from({ length: 10 }, () =>
        Math.floor(
          (10 * backOff({ attempts, longestMs: LONGEST_BACK_OFF_MS, retryAfterMs: null }, random)) / bound,
        ),
      ),
    );
    assert.ok(slots.size >= 6, `${slots.size} of 10 slots`);
  }
});

test('P12: no wait is longer than five minutes, nor fifteen seconds for an escalation', () => {
  fc.assert(
    fc.property(fc.nat(1000), dice, (attempts, chance) => {
      for (const longestMs of [LONGEST_BACK_OFF_MS, LONGEST_ESCALATION_BACK_OFF_MS])
        assert.ok(backOff({ attempts, longestMs, retryAfterMs: null }, () => chance) <= longestMs);
    }),
  );
});

test('P12 (8): a retry never comes before the time that the server named', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(3_600_000), dice, (attempts, asked, chance) => {
      const wait = backOff(
        { attempts, longestMs: LONGEST_ESCALATION_BACK_OFF_MS, retryAfterMs: asked },
        () => chance,
      );
      assert.ok(wait >= asked);
    }),
  );
});

const NOW = Date.parse('2026-11-21T14:00:00Z');
for (const [what, headers, expected] of [
  ['seconds', { 'retry-after': '120' }, 120_000],
  [
    'a date, against the server’s own clock',
    { 'retry-after': 'Sat, 21 Nov 2026 12:01:00 GMT', date: 'Sat, 21 Nov 2026 12:00:00 GMT' },
    60_000,
  ],
  ['a date without the server’s clock', { 'retry-after': 'Sat, 21 Nov 2026 14:00:30 GMT' }, 30_000],
  ['a date that has passed', { 'retry-after': 'Sat, 21 Nov 2020 14:00:30 GMT' }, 0],
  ['hidden by CORS', {}, null],
  ['words', { 'retry-after': 'soon' }, null],
  ['a year', { 'retry-after': '31536000' }, 3_600_000],
] as const) {
  test(`P12 (8): Retry-After: ${what}`, () => {
    assert.equal(retryAfterMs(headers, NOW), expected);
  });
}

test('(20) a clock that was set back a year freezes nothing', () => {
  const year = 365 * 86_400_000;
  assert.equal(clamped(NOW, NOW - year, LONGEST_BACK_OFF_MS), NOW - year + LONGEST_BACK_OFF_MS);
  assert.equal(clamped(NOW, NOW, LONGEST_BACK_OFF_MS), NOW);
});
