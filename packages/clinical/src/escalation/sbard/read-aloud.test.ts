import assert from 'node:assert/strict';
import { test } from 'node:test';
import { medicine } from '../../form/suggest/view.fixtures.ts';
import type { AgreedLimits } from '../../resident/limits.ts';
import { NO_LIMITS } from '../../resident/limits.fixtures.ts';
import type { Medicine } from '../../resident/medicine.ts';
import { AGREED, FACT, IDENTITY, SEEN, known, recorded, said, view } from './sbard.fixtures.ts';

const NOTHING = known<never>({ kind: 'not-recorded' });
const DNACPR = { ...FACT, decision: 'do-not-attempt', reviewBy: null, originalAt: null } as const;

/** What is said with these limits, and nothing else in the record. */
const ofLimits = (value: Partial<AgreedLimits>) =>
  said({ about: view(NOTHING, { limits: recorded({ ...NO_LIMITS, ...value }) }) });

test('S1: a room is called a room once, however the record writes it', () => {
  const stay = (room: string) => ({
    home: 'Rowan Court',
    room,
    since: null,
    kind: 'permanent' as const,
    away: null,
    returned: null,
    ended: null,
  });
  for (const [room, words] of [
    ['Room 28', 'Room 28.'],
    ['28', 'Room 28.'],
    ['room 3', 'Room 3.'],
  ] as const)
    assert.ok(
      said({ about: view(NOTHING, { identity: recorded({ ...IDENTITY, stay: stay(room) }) }) }).includes(
        words,
      ),
    );
  assert.ok(said({ about: { name: 'Joan Bell', born: null, room: 'Room 7' } }).includes('Room 7.'));
});

test('S1: “other” medicines are said only beside medicines that were named', () => {
  const of = (...medicines: readonly Medicine[]) =>
    said({ about: view(NOTHING, { medicines: recorded({ medicines, reviewed: null }) }) });
  const plain = medicine('regular');
  const risky: Medicine = { ...plain, highRisk: ['anticoagulant'] };
  assert.ok(of(plain, plain).includes('2 medicines on the list.'));
  assert.ok(of(plain).includes('1 medicine on the list.'));
  assert.ok(of(risky, plain).includes('And 1 other medicine on the list.'));
});

test('S1: a side of records that disagree begins with words, also where its source has no name', () => {
  const side = { ...FACT, source: { label: '' }, value: { ...NO_LIMITS, cpr: [DNACPR] } };
  const limits = known<AgreedLimits>({ kind: 'disagree', sides: [side], common: null });
  const lines = said({ about: view(NOTHING, { limits }) });
  assert.ok(
    lines.some((line) => line.startsWith('One record, 02-Jun-2026: Not for CPR.')),
    lines.join('\n'),
  );
});

test('S1: a form that was replaced is not read out as if it were in force, nor one of which that is not known', () => {
  const form = (status: 'current' | 'superseded' | 'unknown') =>
    ofLimits({
      documents: [{ ...FACT, title: 'ReSPECT form', status, originalAt: 'red folder', reviewBy: null }],
    });
  assert.ok(form('current').includes('ReSPECT form, 02-Jun-2026, original: red folder.'));
  assert.ok(form('superseded').includes('ReSPECT form, 02-Jun-2026, replaced since, original: red folder.'));
  assert.ok(
    form('unknown').includes(
      'ReSPECT form, 02-Jun-2026, not known whether it is current, original: red folder.',
    ),
  );
});

test('S1: where the original is not recorded is a sentence, and the usual score says of what', () => {
  assert.ok(
    ofLimits({ cpr: [DNACPR] }).includes(
      'Not for CPR. This is about CPR only, decided 02-Jun-2026. The record does not say where the original is.',
    ),
  );
  assert.ok(
    said({ agreed: { ...AGREED, usual: 0 }, situation: SEEN }).includes('The usual NEWS2 score is 0.'),
  );
});

test('S1: beside the plan it is said what would be asked without it, in words of no list of ours', () => {
  const planRow = {
    situation: 'Chest infection',
    words: 'Antibiotics here',
    ring: null,
    agreed: 'Agreed by Dr Asha Rao on 02-Jun-2026',
  };
  const lines = said({ agreed: { ...AGREED, planRow } });
  assert.ok(
    lines.some((line) => line.startsWith('Without the plan we would ask for this: ')),
    lines.join('\n'),
  );
  assert.ok(!lines.some((line) => /ladder/.test(line)));
});
