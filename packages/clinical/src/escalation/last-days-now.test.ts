import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caution } from '../recorded.ts';
import type { AgreedLimits } from '../resident/limits.ts';
import { NO_LIMITS } from '../resident/limits.fixtures.ts';
import type { Content, Gap, Section } from '../section.ts';
import { lastDaysNow } from './last-days-now.ts';

const FACT = { id: '1', on: '2026-11-18', source: { label: 'GP record' }, by: null } as const;

function limits(cautions: readonly Caution[] | null): AgreedLimits {
  const lastDays = cautions === null ? null : { ...FACT, cautions, text: 'Comfort comes first.' };
  return { ...NO_LIMITS, lastDays };
}

function known(content: Content<AgreedLimits>, gaps: readonly Gap[] = []): Section<AgreedLimits> {
  const asOf = '2026-11-20T09:00:00Z';
  return { state: 'known', content, asOf, freshness: 'current', refresh: { state: 'idle' }, gaps };
}

const recorded = (cautions: readonly Caution[] | null) =>
  known({ kind: 'recorded', value: limits(cautions) });

test('R4: only an undisputed plan in force silences the ladder', () => {
  assert.equal(lastDaysNow(recorded([])), 'in-force');
  assert.equal(lastDaysNow(recorded(['code-only'])), 'in-force');
  for (const caution of [
    'past-its-date',
    'contradicted',
    'unconfirmed',
    'future-dated',
    'test-data',
    'not-sent',
    'arrival-not-known',
  ] as const)
    assert.equal(lastDaysNow(recorded([caution])), 'in-doubt', caution);
});

test('R4: records that disagree, or that were read in part, silence nothing', () => {
  const sides = [limits([]), limits(null)].map((value) => ({ ...FACT, cautions: [], value }));
  assert.equal(lastDaysNow(known({ kind: 'disagree', sides, common: null })), 'in-doubt');
  // As the readers tell records that disagree about CPR: the plan for the last days is what they do not dispute.
  const cpr = [limits(null), limits(null)].map((value) => ({ ...FACT, cautions: [], value }));
  assert.equal(lastDaysNow(known({ kind: 'disagree', sides: cpr, common: limits([]) })), 'in-doubt');
  assert.equal(lastDaysNow(known({ kind: 'disagree', sides: cpr, common: limits(null) })), 'none');
  const gap: Gap = { what: 'care plans', why: 'failed' };
  assert.equal(lastDaysNow(known({ kind: 'disagree', sides: cpr, common: null }, [gap])), 'not-known');
  assert.equal(lastDaysNow(known({ kind: 'recorded', value: limits([]) }, [gap])), 'in-doubt');
  assert.equal(lastDaysNow(known({ kind: 'not-recorded' }, [gap])), 'not-known');
});

test('R4: what was not read is not "none"', () => {
  assert.equal(lastDaysNow({ state: 'loading' }), 'not-known');
  assert.equal(lastDaysNow(known({ kind: 'not-recorded' })), 'none');
  assert.equal(lastDaysNow(recorded(null)), 'none');
});
