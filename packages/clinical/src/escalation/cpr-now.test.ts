import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caution } from '../recorded.ts';
import type { AgreedLimits, CprDecision } from '../resident/limits.ts';
import { NO_LIMITS } from '../resident/limits.fixtures.ts';
import type { Content, Gap, Section } from '../section.ts';
import { cprNow } from './cpr-now.ts';

function decided(decision: CprDecision['decision'], cautions: readonly Caution[] = []): CprDecision {
  return {
    id: decision,
    on: '2026-06-02',
    source: { label: 'GP record' },
    by: null,
    cautions,
    decision,
    reviewBy: null,
    originalAt: 'red folder, office',
  };
}

function known(content: Content<AgreedLimits>, gaps: readonly Gap[] = []): Section<AgreedLimits> {
  const asOf = '2026-11-20T09:00:00Z';
  return { state: 'known', content, asOf, freshness: 'current', refresh: { state: 'idle' }, gaps };
}

const limits = (...cpr: readonly CprDecision[]) => known({ kind: 'recorded', value: { ...NO_LIMITS, cpr } });

test('R5: one undisputed decision in force is one, with the place of the original', () => {
  assert.deepEqual(cprNow(limits(decided('do-not-attempt'))), {
    state: 'do-not-attempt',
    originalAt: 'red folder, office',
  });
  assert.deepEqual(cprNow(limits(decided('attempt'))), { state: 'attempt' });
});

test('R5: where no decision says where the signed form is, a form in force does, and one that was replaced does not', () => {
  const form = (status: 'current' | 'superseded' | 'unknown', title = 'ReSPECT form') =>
    ({ ...decided('do-not-attempt'), title, status, originalAt: `${status}, safe` }) as const;
  const cpr = [{ ...decided('do-not-attempt'), originalAt: null }];
  const formAt = (...documents: AgreedLimits['documents']) =>
    cprNow(known({ kind: 'recorded', value: { ...NO_LIMITS, cpr, documents } }));
  const at = (originalAt: string | null) => ({ state: 'do-not-attempt', originalAt });
  assert.deepEqual(formAt(form('superseded'), form('current')), at('current, safe (ReSPECT form)'));
  const refusal = form('unknown', 'Advance decision');
  assert.deepEqual(formAt(refusal), at('unknown, safe (Advance decision)'));
  assert.deepEqual(
    formAt(refusal, form('current')),
    at('current, safe (ReSPECT form)'),
    'in force comes first',
  );
  assert.deepEqual(formAt(form('superseded')), at(null));
  assert.deepEqual(formAt(), at(null));
});

test('R5: records that disagree decide nothing', () => {
  assert.deepEqual(cprNow(limits(decided('attempt'), decided('do-not-attempt'))), { state: 'disagree' });
  assert.deepEqual(cprNow(known({ kind: 'disagree', sides: [], common: null })), { state: 'disagree' });
});

test('R5: what was not read, or not wholly, is not known. It is not "none"', () => {
  const gap: Gap = { why: 'failed', what: 'consents' };
  for (const section of [
    { state: 'loading' },
    { state: 'withheld', why: 'role' },
    { state: 'failed', error: { code: 'timeout' }, at: '2026-11-20T09:00:00Z' },
    known({ kind: 'not-recorded' }, [gap]),
    known({ kind: 'recorded', value: { ...NO_LIMITS, cpr: [decided('do-not-attempt')] } }, [gap]),
  ] as const)
    assert.deepEqual(cprNow(section), { state: 'not-known' });
  assert.deepEqual(cprNow(known({ kind: 'not-recorded' })), { state: 'none-recorded' });
  assert.deepEqual(cprNow(limits()), { state: 'none-recorded' });
});

test('R5: a decision in doubt is none at the bedside', () => {
  for (const caution of ['unconfirmed', 'past-its-date', 'future-dated', 'contradicted'] as const)
    assert.deepEqual(cprNow(limits(decided('do-not-attempt', [caution]))), { state: 'not-known' }, caution);
  assert.equal(cprNow(limits(decided('do-not-attempt', ['code-only']))).state, 'do-not-attempt');
});

test('R5: a decision that the server does not have is none yet, and one beside it that says otherwise is a disagreement', () => {
  for (const caution of ['not-sent', 'arrival-not-known'] as const) {
    assert.deepEqual(cprNow(limits(decided('do-not-attempt', [caution]))), { state: 'not-known' });
    assert.deepEqual(cprNow(limits(decided('attempt'), decided('do-not-attempt', [caution]))), {
      state: 'disagree',
    });
  }
});
