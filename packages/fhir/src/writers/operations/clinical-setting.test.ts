import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent, ClinicalSetting } from '@ehch/clinical';
import { build, NOW, observation, snomed, value, type Json } from '../../record.fixtures.ts';
import { writeIntent } from './write-intent.ts';

const ID = '6b1e0c52-7a0e-4d0f-9d57-1f0a6c1d2e03';
const author = { sub: 'gp', display: 'Dr Asha Rao', reference: null, role: 'GP' };
const by = { name: 'Dr Asha Rao', role: 'GP' };
const PARTS = { rr: 1, spo2: 1, oxygen: 0, sbp: 0, pulse: 1, acvpu: 0, temp: 0 };

const intent = (set: ClinicalSetting, change: Partial<CareIntent> = {}): CareIntent => ({
  id: ID,
  resident: 'p1',
  pressedAt: '2026-11-21T09:00:00Z',
  what: { kind: 'clinical-setting', set, by },
  ...change,
});

/** The resources as a server would have them. */
function written(set: ClinicalSetting): readonly Json[] {
  const { parts } = writeIntent(intent(set), { author, clockOffsetMs: 0 });
  return parts.flatMap((part) => (part.op === 'create' ? [JSON.parse(part.body) as Json] : []));
}

const usual: ClinicalSetting = { kind: 'usual-news2', parts: PARTS, scale: 1, words: 'Stable COPD.' };
const scale2: ClinicalSetting = {
  kind: 'spo2-target',
  low: 88,
  high: 92,
  words: 'Hypercapnia confirmed on blood gases, June 2026.',
};

test('a usual NEWS2 with its parts is read back whole: the total, each part, the words, who and when', () => {
  const story = value('news2', written(usual));
  assert.deepEqual(
    [story.usual?.total, story.usual?.on, story.usual?.by?.name, story.usual?.cautions],
    [3, '2026-11-21T09:00:00Z', 'Dr Asha Rao, GP', []],
  );
  const said = JSON.stringify(story.usual);
  for (const part of [
    'breaths per minute: 1',
    'oxygen saturation: 1',
    'pulse: 1',
    'temperature: 0',
    'Stable COPD.',
  ])
    assert.match(said.toLowerCase(), new RegExp(part.toLowerCase()), part);
  assert.deepEqual(story.scores, [], 'it is no measured score');
});

test('a target of 88–92 % is read back as scale 2, and one of 94–98 % takes it back', () => {
  const first = value('news2', written(scale2)).target;
  assert.deepEqual([first?.low, first?.high, first?.scale, first?.cautions], [88, 92, 2, []]);
  assert.match(JSON.stringify(first), /Hypercapnia confirmed/);
  const earlier = written(scale2).map((one) => ({
    ...one,
    id: `old-${String(one['id'])}`,
    effectiveDateTime: '2026-10-01T09:00:00Z',
  }));
  const both = [...earlier, ...written({ kind: 'spo2-target', low: 94, high: 98, words: '' })];
  assert.deepEqual([value('news2', both).target?.scale, value('news2', both).target?.low], [1, 94]);
});

test('after a target of 88–92 %, a set of observations is not scored on scale 1 by assumption', () => {
  const raw = (id: string, code: string, amount: number, unit: string): Json =>
    observation(id, snomed(code), {
      effectiveDateTime: '2026-11-21T09:10:00Z',
      valueQuantity: { value: amount, unit, code: unit },
    });
  const set = [
    raw('rr', '86290005', 18, '/min'),
    raw('spo2', '103228002', 90, '%'),
    raw('pulse', '364075005', 80, '/min'),
    raw('temp', '276885007', 37, 'Cel'),
  ];
  const story = value('news2', [...written(scale2), ...set]);
  assert.ok(story.scores[0]?.score.flags.includes('spo2-needs-scale'));
  assert.equal(
    value('news2', set).scores[0]?.score.items['spo2']?.score,
    3,
    'without the target it is scale 1',
  );
});

test('every element that was written is read', () => {
  for (const set of [usual, scale2]) {
    const { view, ledger } = build(written(set));
    assert.equal(view.sections.news2.state, 'known');
    const own = ledger.filter(({ type }) => type === 'Observation').map(({ outcome }) => outcome.state);
    assert.deepEqual(own, ['shown'], JSON.stringify(ledger));
  }
});

test('nothing half is written: a part without points, no role, scale 2 without a basis, nobody', () => {
  const refused = (set: ClinicalSetting, who = by, change: Partial<CareIntent> = {}) =>
    assert.throws(
      () =>
        writeIntent(
          { ...intent(set, change), what: { kind: 'clinical-setting', set, by: who } },
          { author, clockOffsetMs: 0 },
        ),
      { code: 'bad-argument' },
    );
  refused({ ...usual, parts: { ...PARTS, acvpu: 1 } });
  refused({ ...usual, parts: { ...PARTS, rr: Number.NaN } });
  refused(usual, { name: 'Sam', role: '' });
  refused({ ...scale2, words: ' ' });
  refused({ ...scale2, low: 80 });
  refused(usual, by, { resident: null });
});

test('the same press writes the same, byte for byte', () => {
  const one = () => writeIntent(intent(usual), { author, clockOffsetMs: 0 });
  assert.deepEqual(one(), one());
  assert.ok(NOW > one().pressedAt);
});
