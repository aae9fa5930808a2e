import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decider } from '../../place/place.ts';
import type { CareIntent, PlanLineIntent } from '../../ports/care-actions.ts';
import { takeIntent } from './take-intent.ts';

const GP: Decider = { kind: 'role', who: 'GP', until: '2026-11-21' };
const CPR = { decision: 'attempt', signedBy: 'Dr Obi', signedOn: '2026-11-20' };
const UNWELL = { situation: 'A fall', place: 'stay', agreedWith: 'herself', agreedOn: '2026-11-20' };

/** What a port that knows of nothing makes of one press on the plan. */
function taken(what: Partial<PlanLineIntent>, pressedAt = '2026-11-21T14:20:00Z') {
  const by = { name: 'Dr Obi', role: 'GP' };
  const rest = { line: 'Flag/1', before: CPR, after: CPR, reason: 'Withdrawn' };
  const intent: CareIntent = {
    id: 'press',
    resident: 'edith',
    pressedAt,
    what: { kind: 'plan-line', act: 'replace', of: 'cpr', by, ...rest, ...what },
  };
  return takeIntent(intent, { intents: [], kept: null });
}

const REFUSED = 'Only somebody whom the place names decides this. Propose it.';

test('L5: a port takes no decision, new, replaced or ended, from somebody whom no line of the place names', () => {
  for (const act of ['add', 'replace', 'end'] as const)
    for (const [of, after] of [
      ['cpr', CPR],
      ['unwell', UNWELL],
    ] as const) {
      const what = { act, of, after: act === 'end' ? null : after };
      assert.deepEqual(taken(what), { state: 'refused', why: REFUSED });
      assert.equal(taken({ ...what, decider: GP }).state, 'taken');
    }
});

test('L5: the line of the place has to fit whoever presses, on the day of the press', () => {
  const carer = { name: 'Amy Lowe', role: 'carer' };
  assert.equal(taken({ decider: GP, by: carer }).state, 'refused');
  assert.equal(taken({ decider: GP, by: { name: 'GP', role: null } }).state, 'refused');
  assert.equal(taken({ decider: GP }, '2026-11-22T00:10:00Z').state, 'refused');
  assert.equal(taken({ decider: { kind: 'person', who: 'dr obi', until: null } }).state, 'taken');
});

test('L5: everybody proposes, and words are changed by anybody', () => {
  assert.equal(taken({ act: 'propose' }).state, 'taken');
  const comfort = { about: 'calms', text: 'The window', saidBy: 'herself' };
  assert.equal(
    taken({ act: 'change', of: 'comfort', before: comfort, after: { ...comfort, text: 'The wireless' } })
      .state,
    'taken',
  );
});

test('L5, L6: a line of a kind that there is not is refused, whoever presses', () => {
  for (const kind of ['constructor', 'toString', '__proto__', 'cprs', ''])
    for (const act of ['add', 'propose', 'change', 'replace', 'end'] as const)
      assert.equal(taken({ act, of: kind as 'cpr', decider: GP }).state, 'refused', `${act} ${kind}`);
});
