import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ThreadUrgency } from '../thread/entry.ts';
import { advise, type Advice } from './advise.ts';
import { higherOf, notLess, urgencyOf } from './asked-urgency.ts';
import type { Ladder, Rung } from './ladder.ts';
import { SAMPLE_LADDER } from './ladder.fixtures.ts';
import type { AgreedNow, Situation } from './situation.ts';

const NOTHING: Situation = {
  dangers: [],
  signs: [],
  flags: [],
  isWorried: false,
  isInfectionPossible: null,
  observations: null,
};
const AGREED: AgreedNow = {
  usual: 'not-set',
  cpr: { state: 'none-recorded' },
  lastDays: false,
  isPlanRead: true,
  planRow: null,
  variation: null,
};
const worried = { ...NOTHING, isWorried: true };
const ROW = { id: 'r', situation: 'Fall', words: 'Stay.', ring: null, agreed: 'Agreed' };
const why = '“Worse” was pressed';

function asked(
  urgency: ThreadUrgency,
  situation = worried,
  ladder: Ladder = SAMPLE_LADDER,
  agreed = AGREED,
): Advice {
  return notLess(advise(ladder, situation, agreed), ladder, { urgency, why });
}

const rungIn = (advice: Advice) =>
  advice.kind === 'rung' ? [advice.rung.id, advice.rung.words] : [advice.kind];

test('R10: the card is for no later than the thread asks, with the reason, and nothing is asked for less', () => {
  assert.equal(rungIn(asked('same-day'))[0], 'same-day');
  assert.equal(rungIn(asked('routine'))[0], 'same-day');
  const worse = asked('within-hours');
  assert.equal(rungIn(worse)[0], 'within-hours');
  assert.deepEqual(worse.kind === 'rung' && worse.reasons, [why, 'Somebody is worried']);
  assert.equal(rungIn(asked('now'))[0], 'emergency');
  assert.equal(rungIn(asked('same-day', NOTHING))[0], 'same-day', 'a word alone was sent');
  assert.equal(rungIn(asked('routine', { ...NOTHING, dangers: ['choking'] }))[0], 'danger');
});

test('R10: a place without such a rung says how soon, and rings whom it rang; “now” is 999 with any ladder', () => {
  const two: Ladder = { ...SAMPLE_LADDER, rungs: SAMPLE_LADDER.rungs.filter(({ id }) => id === 'same-day') };
  const worse = asked('within-hours', worried, two);
  assert.deepEqual(rungIn(worse), ['same-day', 'Somebody has to look within hours.']);
  assert.deepEqual(worse.kind === 'rung' && worse.rung.ring, two.rungs[0]?.ring);
  for (const ladder of [two, { ...two, rungs: [] }]) {
    const now = asked('now', worried, ladder);
    assert.deepEqual(now.kind === 'rung' && now.rung.ring, [{ kind: '999' }]);
    assert.equal(urgencyOf(now), 'now');
  }
});

test('R10: a rung of 999 is for now without saying so, and one that says nothing is for the same day', () => {
  const silent: Ladder = {
    ...SAMPLE_LADDER,
    rungs: SAMPLE_LADDER.rungs.map(({ urgency: _urgency, ...rung }) => rung),
  };
  assert.equal(rungIn(asked('same-day', worried, silent))[0], 'same-day');
  assert.equal(rungIn(asked('now', worried, silent))[0], 'emergency');
  assert.deepEqual(
    [higherOf('same-day', null), higherOf('same-day', 'now'), higherOf('now', 'routine')],
    ['same-day', 'now', 'now'],
  );
});

test('R10: a rung that does not say how soon is never lowered to one that does, and rings whom it rings', () => {
  const early = { ...SAMPLE_LADDER.rungs[2], id: 'early', when: [] } as Rung;
  const { urgency: _urgency, ...silent } = { ...SAMPLE_LADDER.rungs[1], id: 'silent' } as Rung;
  const emergency = SAMPLE_LADDER.rungs[3] as Rung;
  const ladder: Ladder = { ...SAMPLE_LADDER, rungs: [early, silent, emergency] };
  const worse = asked('within-hours', worried, ladder);
  assert.deepEqual(rungIn(worse), ['silent', 'Somebody has to look within hours.']);
  assert.deepEqual(worse.kind === 'rung' && worse.rung.ring, silent.ring);
  assert.equal(rungIn(asked('now', worried, ladder))[0], 'emergency');
});

test('R10: a variation speaks of the score alone, so “worse” rises above it, and the card still names it', () => {
  const scored = { kind: 'rung', reasons: ['NEWS2 5'] } as const;
  const [, low, high] = SAMPLE_LADDER.rungs as readonly [Rung, Rung, Rung];
  const variation = { by: 'Dr A', until: '2026-12-01', words: 'Usual for her.', most: low.id };
  const instead = { kind: 'variation', variation, ladderSaid: high } as const;
  const worse = notLess({ ...scored, rung: low, instead }, SAMPLE_LADDER, { urgency: 'within-hours', why });
  assert.equal(rungIn(worse)[0], 'within-hours');
  assert.deepEqual(worse.kind === 'rung' && worse.instead, instead);
});

test('R10: the last days and a row of the plan that a person chose stand', () => {
  assert.equal(asked('now', worried, SAMPLE_LADDER, { ...AGREED, lastDays: true }).kind, 'expected');
  const chosen = asked('within-hours', worried, SAMPLE_LADDER, { ...AGREED, planRow: ROW });
  assert.equal(chosen.kind === 'rung' && chosen.instead?.kind, 'plan');
});
