import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scoreNews2, type News2Input } from '../instruments/news2/news2.ts';
import { DANGER_SIGNS } from './danger-signs.ts';
import { SOFT_SIGNS } from '../instruments/soft-signs/soft-sign-list.ts';
import { advise, type Advice } from './advise.ts';
import { SAMPLE_LADDER } from './ladder.fixtures.ts';
import { RED_FLAGS, type DangerSign, type TickedSign } from './ladder.ts';
import type { AgreedNow, ObservationsNow, Situation } from './situation.ts';

const QUIET: Situation = {
  dangers: [],
  signs: [],
  flags: [],
  isWorried: false,
  isInfectionPossible: false,
  observations: null,
};

const NOTHING_AGREED: AgreedNow = {
  usual: 'not-set',
  cpr: { state: 'none-recorded' },
  lastDays: false,
  isPlanRead: true,
  planRow: null,
  variation: null,
};

const WELL: News2Input = {
  rr: 16,
  spo2: 97,
  scale: 1,
  oxygen: false,
  sbp: 128,
  pulse: 76,
  acvpu: 'A',
  temp: 36.8,
};

/** Observations as the instrument reads them. */
function observed(change: News2Input): ObservationsNow {
  const input = { ...WELL, ...change };
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  const { acvpu } = input;
  return {
    score: scoreNews2(input),
    rr: number(input.rr),
    sbp: number(input.sbp),
    pulse: number(input.pulse),
    spo2: number(input.spo2),
    spo2Scale: input.scale === 1 || input.scale === 2 ? input.scale : null,
    acvpu: acvpu === 'A' || acvpu === 'C' || acvpu === 'V' || acvpu === 'P' || acvpu === 'U' ? acvpu : null,
  };
}

function given(situation: Partial<Situation>, agreed: Partial<AgreedNow> = {}): Advice {
  return advise(SAMPLE_LADDER, { ...QUIET, ...situation }, { ...NOTHING_AGREED, ...agreed });
}

function rungOf(advice: Advice): string {
  return advice.kind === 'rung' ? advice.rung.id : advice.kind;
}

const FELL: TickedSign = { id: 'fall', usual: 'no' };

const TABLE: readonly (readonly [string, Partial<Situation>, string])[] = [
  ['nothing ticked', {}, 'nothing-yet'],
  ['a worry alone', { isWorried: true }, 'same-day'],
  ['a sign alone', { signs: [FELL] }, 'watch'],
  ['a sign that is usual', { signs: [{ id: 'sleepy', usual: 'yes' }] }, 'nothing-yet'],
  [
    'a sign of which nobody knows whether it is usual',
    { signs: [{ id: 'sleepy', usual: 'not-known' }] },
    'watch',
  ],
  ['a sign and NEWS2 0', { signs: [FELL], observations: observed({}) }, 'watch'],
  ['a worry and NEWS2 0', { isWorried: true, observations: observed({}) }, 'same-day'],
  ['NEWS2 3', { observations: observed({ rr: 22, temp: 38.5 }) }, 'same-day'],
  ['a 3 in one part', { observations: observed({ sbp: 90 }) }, 'same-day'],
  ['NEWS2 5', { observations: observed({ rr: 22, temp: 38.5, pulse: 112 }) }, 'within-hours'],
  [
    'NEWS2 at least 5, with parts missing',
    { observations: observed({ rr: 25, pulse: 112, temp: null }) },
    'within-hours',
  ],
  ['NEWS2 7', { observations: observed({ rr: 25, pulse: 112, temp: 39.5 }) }, 'emergency'],
  ['responds to pain alone', { observations: observed({ acvpu: 'P' }) }, 'emergency'],
  ['wakes to a voice', { observations: observed({ acvpu: 'V' }) }, 'same-day'],
  ['new confusion, infection excluded', { observations: observed({ acvpu: 'C' }) }, 'same-day'],
  [
    'new confusion, infection possible',
    { observations: observed({ acvpu: 'C' }), isInfectionPossible: true },
    'emergency',
  ],
  [
    'new confusion, nobody asked about infection',
    { observations: observed({ acvpu: 'C' }), isInfectionPossible: null },
    'emergency',
  ],
  [
    'saturation 90 on scale 1, infection possible',
    { observations: observed({ spo2: 90 }), isInfectionPossible: true },
    'emergency',
  ],
  [
    'saturation 90 on scale 2, infection possible',
    { observations: observed({ spo2: 90, scale: 2 }), isInfectionPossible: true },
    'nothing-yet',
  ],
  ['mottled skin, infection possible', { flags: ['mottled'], isInfectionPossible: true }, 'emergency'],
  ['chest pain', { dangers: ['chest-pain'] }, 'danger'],
  ['not breathing', { dangers: ['not-responding'] }, 'not-breathing'],
  ['mottled skin alone, infection excluded', { flags: ['mottled'], isInfectionPossible: false }, 'watch'],
  [
    'the sign "something is wrong", also where it is usual',
    { signs: [{ id: 'worry', usual: 'yes' }] },
    'same-day',
  ],
  [
    'NEWS2 5 on scale 2 and 7 on scale 1, which nobody settled',
    { observations: observed({ spo2: 90, scale: null, recordedScale: 2, pulse: 112, rr: 22 }) },
    'emergency',
  ],
];

for (const [title, situation, rung] of TABLE)
  test(`R1, R2: ${title}: ${rung}`, () => {
    assert.equal(rungOf(given(situation)), rung);
  });

const ORDER = ['nothing-yet', ...SAMPLE_LADDER.rungs.map(({ id }) => id), 'not-breathing', 'danger'];

const SITUATION: fc.Arbitrary<Situation> = fc.record({
  dangers: fc.subarray(DANGER_SIGNS.signs.map(({ id }): DangerSign => id)),
  signs: fc.subarray(SOFT_SIGNS.map(([id]): TickedSign => ({ id, usual: 'no' }))),
  flags: fc.subarray(RED_FLAGS.map(({ id }) => id)),
  isWorried: fc.boolean(),
  isInfectionPossible: fc.constantFrom(true, false, null),
  observations: fc.option(
    fc
      .record({
        rr: fc.constantFrom(null, 8, 16, 22, 26),
        spo2: fc.constantFrom(null, 90, 93, 97),
        sbp: fc.constantFrom(null, 88, 128),
        pulse: fc.constantFrom(null, 76, 112, 135),
        acvpu: fc.constantFrom(null, 'A' as const, 'C' as const, 'P' as const),
        temp: fc.constantFrom(null, 36.8, 39.5),
      })
      .map(observed),
  ),
});

test('R1: one more reason never lowers the advice', () => {
  const more: fc.Arbitrary<Partial<Situation>> = fc.constantFrom(
    { isWorried: true },
    { isInfectionPossible: true },
    { dangers: ['chest-pain'] },
    { flags: ['mottled', 'no-urine'] },
    { signs: [FELL] },
  );
  fc.assert(
    fc.property(
      SITUATION,
      more,
      fc.option(fc.nat(6), { nil: 'not-set' as const }),
      (situation, added, usual) => {
        const joined = {
          ...situation,
          ...added,
          dangers: [...situation.dangers, ...(added.dangers ?? [])],
          flags: [...new Set([...situation.flags, ...(added.flags ?? [])])],
          signs: [...situation.signs, ...(added.signs ?? [])],
        };
        const [before, after] = [given(situation, { usual }), given(joined, { usual })];
        assert.ok(
          ORDER.indexOf(rungOf(after)) >= ORDER.indexOf(rungOf(before)),
          `${rungOf(before)} → ${rungOf(after)}`,
        );
      },
    ),
    { numRuns: 2000 },
  );
});

test('R2: observations never lower what a worry or a sign has reached', () => {
  fc.assert(
    fc.property(SITUATION, (situation) => {
      const [without, taken] = [given({ ...situation, observations: null }), given(situation)];
      assert.ok(ORDER.indexOf(rungOf(taken)) >= ORDER.indexOf(rungOf(without)));
    }),
  );
});

test('R2: a usual score raises and never lowers, and no usual score is not 0', () => {
  const four = observed({ rr: 22, temp: 38.5, spo2: 95 });
  assert.equal(four.score.total, 4);
  for (const usual of ['not-set', 'not-known', 0, 4, 9] as const)
    assert.equal(rungOf(given({ observations: four }, { usual })), 'same-day');
  const one = observed({ spo2: 95 });
  assert.equal(rungOf(given({ observations: one }, { usual: 0 })), 'same-day');
  assert.equal(rungOf(given({ observations: one }, { usual: 'not-set' })), 'nothing-yet');
  assert.equal(rungOf(given({ observations: one }, { usual: 'not-known' })), 'nothing-yet');
});

test('R4: in the last days there is no score and no 999, whatever is seen', () => {
  fc.assert(
    fc.property(SITUATION, (situation) => {
      const advice = given(situation, { lastDays: true });
      const isTreated = situation.dangers.some((sign) => sign === 'choking' || sign === 'allergy');
      assert.equal(advice.kind, isTreated ? 'danger' : 'expected');
      if (advice.kind === 'danger') assert.equal(advice.isLastDays, true);
    }),
  );
});

test('R5: not breathing says what the CPR record says, and what it does not', () => {
  for (const cpr of [
    { state: 'do-not-attempt', originalAt: 'red folder, office' },
    { state: 'attempt' },
    { state: 'none-recorded' },
    { state: 'disagree' },
    { state: 'not-known' },
  ] as const)
    assert.deepEqual(given({ dangers: ['not-responding'] }, { cpr }), { kind: 'not-breathing', cpr });
});

test('R5, R6: choking is treated before anything that was agreed about CPR', () => {
  const cpr = { state: 'do-not-attempt', originalAt: null } as const;
  const advice = given({ dangers: ['not-responding', 'choking'] }, { cpr });
  assert.equal(advice.kind, 'danger');
});

test('R5, R6: beside another danger sign, not breathing still goes by the CPR record', () => {
  const cpr = { state: 'do-not-attempt', originalAt: null } as const;
  for (const other of ['choking', 'bleeding'] as const) {
    const advice = given({ dangers: ['not-responding', other] }, { cpr });
    assert.ok(advice.kind === 'danger', other);
    assert.deepEqual(advice.cpr, cpr);
    assert.deepEqual(advice.signs, ['not-responding', other]);
  }
  const alone = given({ dangers: ['bleeding'] }, { cpr });
  assert.ok(alone.kind === 'danger' && alone.cpr === null);
});

test('R4: in the last days only what is treated even then is answered', () => {
  const advice = given({ dangers: ['not-responding', 'chest-pain', 'choking'] }, { lastDays: true });
  assert.deepEqual(advice, { kind: 'danger', signs: ['choking'], cpr: null, isLastDays: true });
});

test('R4, R5: in the last days a record that says "For CPR" is in doubt, and who does not breathe is treated', () => {
  const cpr = { state: 'attempt' } as const;
  assert.deepEqual(given({ dangers: ['not-responding'] }, { lastDays: true, cpr }), {
    kind: 'not-breathing',
    cpr,
  });
  assert.deepEqual(given({ dangers: ['not-responding', 'bleeding'] }, { lastDays: true, cpr }), {
    kind: 'danger',
    signs: ['not-responding', 'bleeding'],
    cpr,
    isLastDays: false,
  });
  assert.deepEqual(given({ dangers: ['bleeding'] }, { lastDays: true, cpr }), { kind: 'expected' });
  for (const state of ['none-recorded', 'disagree', 'not-known'] as const)
    assert.deepEqual(given({ dangers: ['not-responding'] }, { lastDays: true, cpr: { state } }), {
      kind: 'expected',
    });
});

test('R6: a decision about CPR changes nothing else', () => {
  fc.assert(
    fc.property(SITUATION, (situation) => {
      const alive = { ...situation, dangers: situation.dangers.filter((sign) => sign !== 'not-responding') };
      const dnacpr = given(alive, { cpr: { state: 'do-not-attempt', originalAt: null } });
      assert.deepEqual(dnacpr, given(alive, { cpr: { state: 'attempt' } }));
    }),
  );
});

const ROW = {
  situation: 'Chest infection',
  words: 'Stay here. Antibiotics from the box.',
  ring: null,
  agreed: 'with her daughter, 02-Jun-2026',
};

test('R7: a row of the plan stands in place of a score’s 999, and the card says what the ladder said', () => {
  const advice = given({ observations: observed({ rr: 25, pulse: 112, temp: 39.5 }) }, { planRow: ROW });
  assert.ok(advice.kind === 'rung' && advice.instead?.kind === 'plan');
  assert.equal(advice.instead.ladderSaid.id, 'emergency');
  assert.equal(advice.instead.row, ROW);
});

test('R7: a row of the plan replaces no danger sign, and not the lowest rung', () => {
  assert.equal(given({ dangers: ['chest-pain'] }, { planRow: ROW }).kind, 'danger');
  assert.equal(given({ dangers: ['not-responding'] }, { planRow: ROW }).kind, 'not-breathing');
  const watch = given({ signs: [FELL] }, { planRow: ROW });
  assert.ok(watch.kind === 'rung' && watch.instead === null);
});

const VARIATION = {
  most: 'watch',
  words: 'Usually 5 with her lungs.',
  by: 'Dr Asha Rao',
  until: '2026-12-31',
};

test('R8: a variation lowers a score, and the card says so', () => {
  const advice = given(
    { signs: [FELL], observations: observed({ rr: 22, temp: 38.5, pulse: 112 }) },
    { variation: VARIATION },
  );
  assert.equal(rungOf(advice), 'watch');
  assert.ok(advice.kind === 'rung' && advice.instead?.kind === 'variation');
  assert.equal(advice.instead.ladderSaid.id, 'within-hours');
});

test('R8: a variation lowers no worry, and nothing that somebody saw', () => {
  fc.assert(
    fc.property(SITUATION, (situation) => {
      const unscored = given({ ...situation, isWorried: true, observations: null });
      const advice = given({ ...situation, isWorried: true }, { variation: VARIATION });
      assert.ok(ORDER.indexOf(rungOf(advice)) >= ORDER.indexOf(rungOf(unscored)));
    }),
  );
});

test('R8: a variation that names no rung of this ladder lowers nothing', () => {
  const observations = observed({ rr: 22, temp: 38.5, pulse: 112 });
  const advice = given({ observations }, { variation: { ...VARIATION, most: 'gone' } });
  assert.equal(rungOf(advice), 'within-hours');
});
