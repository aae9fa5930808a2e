import assert from 'node:assert/strict';
import { test } from 'node:test';
import { observationsFrom } from '../../escalation/observations-from.ts';
import { scoreNews2 } from '../../instruments/news2/news2.ts';
import type { About, Actor, ThreadEntry } from '../../thread/entry.ts';
import { DANGER_SIGNS } from '../../escalation/danger-signs.ts';
import type { EscalationAction } from './action.ts';
import { isUnacknowledged } from './raise.ts';
import { openEscalation, type EscalationSession } from './session.ts';
import { isHeardSince, notedSince } from './beside-the-words.ts';
import { carriedIn, isBegun, isUntold, observedSince, seenSince } from './seen-since.ts';
import { escalationStep } from './step.ts';

const MARY: About = { kind: 'resident', resident: 'mary' };
const BY: Actor = { name: 'Sam Okafor', role: 'carer', side: 'home' };
const AT = '2026-11-20T02:00:00.000Z';
const SENT = { state: 'sent', at: AT } as const;

/** A session after these actions, all at one moment, with what it asked to be handed over. */
function after(...actions: readonly EscalationAction[]) {
  let session: EscalationSession = openEscalation(MARY);
  const handed: ThreadEntry[] = [];
  for (const [place, action] of actions.entries()) {
    const next = escalationStep()(session, { ...action, at: AT, id: `press-${place}` });
    session = next.session;
    for (const effect of next.effects) if (effect.kind === 'enqueue') handed.push(effect.entry);
  }
  return { session, handed };
}

const WORRIED: EscalationAction = { kind: 'tick-worry', isTicked: true };
const RAISE: EscalationAction = { kind: 'raise', by: BY, clockOffsetMs: null };
const CHEST: EscalationAction = { kind: 'tick-danger', sign: 'chest-pain', isTicked: true };
const enqueued = (entry: string): EscalationAction => ({ kind: 'enqueued', entry, receipt: SENT });
const act = (kind: 'worse' | 'better', words = ''): EscalationAction => ({
  kind: 'act',
  by: BY,
  clockOffsetMs: null,
  act: { kind, words },
});

test('X7, X11: a danger sign that comes later is taken on screen, and changes nothing that was sent', () => {
  const { session, handed } = after(WORRIED, RAISE, CHEST);
  assert.deepEqual(session.seen.dangers, ['chest-pain']);
  assert.deepEqual(handed[0]?.act.kind === 'raise' && handed[0].act.signs, ['worry']);
  assert.deepEqual(seenSince(session), ['chest-pain']);
  assert.deepEqual(after(WORRIED, CHEST, RAISE).session.seen.dangers, ['chest-pain']);
  assert.deepEqual(seenSince(after(WORRIED, CHEST, RAISE).session), []);
  assert.deepEqual(seenSince(after(CHEST).session), [], 'nothing is sent yet');
});

test('X11: “worse” carries what was seen since, and then it is told', () => {
  const { session, handed } = after(WORRIED, RAISE, enqueued('press-1'), CHEST, act('worse', 'Grey.'));
  const last = handed.at(-1)?.act;
  assert.deepEqual(last, { kind: 'worse', words: 'Chest pain. Grey.' });
  assert.deepEqual(seenSince(session), []);
});

test('X11: a danger sign that somebody only wrote about is pressed by nobody, so a press of it is not sent yet', () => {
  const choking: EscalationAction = { kind: 'tick-danger', sign: 'choking', isTicked: true };
  for (const words of ['No longer Choking.', 'Choking stopped.', 'Choking, but pale.', 'Grey. Choking.']) {
    const { session, handed } = after(
      WORRIED,
      RAISE,
      enqueued('press-1'),
      act('worse', words),
      choking,
      act('worse', ''),
    );
    assert.deepEqual(handed.at(-1)?.act, { kind: 'worse', words: 'Choking' }, words);
    assert.deepEqual(seenSince(session), []);
  }
});

test('X11: every danger sign is found again in the “worse” that carries it, alone and with others', () => {
  const ids = DANGER_SIGNS.signs.map(({ id }) => id);
  for (const some of [...ids.map((id) => [id]), ids, ids.toReversed()])
    for (const words of ['', 'Grey.', '. Grey', 'Choking']) {
      const pressed = some.map((sign): EscalationAction => ({ kind: 'tick-danger', sign, isTicked: true }));
      const { handed } = after(WORRIED, RAISE, enqueued('press-1'), ...pressed, act('worse', words));
      const last = handed.at(-1)?.act;
      assert.deepEqual(last?.kind === 'worse' && carriedIn(last.words).toSorted(), some.toSorted(), words);
    }
});

const refused = (entry: string): EscalationAction => ({
  kind: 'receipt-changed',
  entry,
  receipt: { state: 'refused', at: AT, why: 'Closed.' },
});

test('X11: a danger sign in a “worse” that was refused is not sent, and the next “worse” carries it', () => {
  const told = [WORRIED, RAISE, enqueued('press-1'), CHEST, act('worse'), refused('press-4')] as const;
  assert.deepEqual(seenSince(after(...told).session), ['chest-pain']);
  const { handed } = after(...told, act('worse', 'Grey.'));
  assert.deepEqual(handed.at(-1)?.act, { kind: 'worse', words: 'Chest pain. Grey.' });
});

test('X7: what was typed for a press leaves its field, also where the press says more', () => {
  const more: EscalationAction = { kind: 'write', field: 'more', text: 'Grey.' };
  const { session } = after(WORRIED, RAISE, enqueued('press-1'), CHEST, more, act('worse', 'Grey.'));
  assert.equal(session.more, '');
});

test('X11: with a danger sign, or where the ladder says 999, it is asked for now', () => {
  const urgencyOf = (...actions: EscalationAction[]) => {
    const entry = after(...actions).handed[0]?.act;
    return entry?.kind === 'raise' ? entry.urgency : null;
  };
  assert.equal(urgencyOf(WORRIED, RAISE), 'same-day');
  assert.equal(urgencyOf(CHEST, RAISE), 'now');
  assert.equal(urgencyOf(WORRIED, { ...RAISE, advised: 'now' }), 'now');
  assert.equal(urgencyOf(WORRIED, { ...RAISE, advised: 'within-hours' }), 'within-hours', 'as the card says');
  assert.equal(
    urgencyOf(WORRIED, { ...RAISE, advised: 'routine' }),
    'same-day',
    'and never less than a worry',
  );
});

test('X6: what is pressed beside it in the same moment does not count as what waits', () => {
  const { session } = after(
    WORRIED,
    RAISE,
    enqueued('press-1'),
    act('worse'),
    enqueued('press-3'),
    act('better'),
  );
  assert.equal(isUnacknowledged(session, '2026-11-20T02:05:00.000Z'), false);
});

test('X6: a clock that was set back leaves nobody waiting unsaid', () => {
  const { session } = after(WORRIED, RAISE);
  assert.equal(isUnacknowledged(session, '2026-11-20T01:50:00.000Z'), true);
});

const now = observationsFrom(scoreNews2({ rr: 25, pulse: 112 }));
assert.ok(now);
const OBSERVE: EscalationAction = { kind: 'observe', assessment: 'signed-1', now };

test('X7: observations that come later stand on screen, and are not sent until a press takes them', () => {
  const later = after(WORRIED, RAISE, enqueued('press-1'), OBSERVE);
  assert.equal(observedSince(later.session), 'signed-1');
  assert.equal(later.handed.length, 1);
  const add: EscalationAction = {
    kind: 'act',
    by: BY,
    clockOffsetMs: null,
    act: { kind: 'add', words: '', observations: 'signed-1' },
  };
  const added = after(WORRIED, RAISE, enqueued('press-1'), OBSERVE, add);
  assert.equal(observedSince(added.session), null);
  const lost = after(WORRIED, RAISE, enqueued('press-1'), OBSERVE, add, refused('press-4'));
  assert.equal(observedSince(lost.session), 'signed-1', 'what was refused nobody else has');
  assert.equal(observedSince(after(WORRIED, OBSERVE, RAISE).session), null, 'they went with the raising');
  assert.equal(observedSince(after(WORRIED, OBSERVE).session), null, 'nothing is raised yet');
});

test('X7: what was typed or ticked beyond the worry is worth keeping', () => {
  assert.equal(isBegun(after(WORRIED).session), false);
  for (const action of [CHEST, OBSERVE, { kind: 'write', field: 'think', text: 'Chest?' }] as const)
    assert.equal(isBegun(after(action).session), true, action.kind);
});

const THINK: EscalationAction = { kind: 'write', field: 'think', text: 'Her chest again' };
const DONE: EscalationAction = { kind: 'write', field: 'done', text: 'Sat her up. ' };
const called = (words: string): EscalationAction => ({
  kind: 'act',
  by: BY,
  clockOffsetMs: null,
  act: { kind: 'call', to: 'NHS 111', isAnswered: true, words },
});

test('X7: what the home thinks and has done goes out with the raising, behind its words', () => {
  const words: EscalationAction = { kind: 'write', field: 'words', text: 'Breathing faster' };
  const { session, handed } = after(words, THINK, DONE, RAISE);
  const raised = handed[0]?.act;
  const said = 'Breathing faster. We think: Her chest again. Done already: Sat her up.';
  assert.equal(raised?.kind === 'raise' && raised.words, said);
  assert.deepEqual(notedSince(session), []);
  assert.equal(isUntold(session), false);
});

test('X7: what the home thinks later is not sent until a press carries it, once', () => {
  const later = [WORRIED, RAISE, enqueued('press-1'), THINK] as const;
  assert.deepEqual(notedSince(after(...later).session), ['We think: Her chest again.']);
  assert.equal(isUntold(after(...later).session), true);
  const { session, handed } = after(...later, called('Visit by five'), act('better', 'Pink again.'));
  const words = handed.map((entry) => ('words' in entry.act ? entry.act.words : null));
  assert.deepEqual(words, ['', 'Visit by five. We think: Her chest again.', 'Pink again.']);
  assert.deepEqual(notedSince(session), []);
  const lost = after(...later, act('worse'), refused('press-4'));
  assert.deepEqual(notedSince(lost.session), ['We think: Her chest again.'], 'what was refused nobody has');
});

test('X7: other words than those that were sent are not sent', () => {
  const think = (text: string): EscalationAction => ({ kind: 'write', field: 'think', text });
  const { session } = after(WORRIED, think('Norovirus'), RAISE, enqueued('press-2'), think('No'));
  assert.deepEqual(notedSince(session), ['We think: No.']);
});

test('X8: a withdrawal carries nothing of the resident, and asks for no further press', () => {
  const withdraw: EscalationAction = {
    kind: 'act',
    by: BY,
    clockOffsetMs: null,
    act: { kind: 'withdraw', why: 'wrong-resident', words: '' },
  };
  const { session, handed } = after(WORRIED, RAISE, enqueued('press-1'), THINK, withdraw);
  assert.deepEqual(handed.at(-1)?.act, { kind: 'withdraw', why: 'wrong-resident', words: '' });
  assert.equal(isUntold(session), false);
});

test('X7: what was decided on the telephone is not sent until a call carries it', () => {
  const decided = (text: string): EscalationAction => ({ kind: 'write', field: 'decision', text });
  const by: EscalationAction = { kind: 'write', field: 'decided-by', text: 'Ana' };
  const begun = [WORRIED, RAISE, enqueued('press-1'), decided('Visit by five'), by] as const;
  assert.equal(isHeardSince(after(WORRIED, decided('Visit')).session), false, 'nothing is raised yet');
  assert.equal(isHeardSince(after(...begun).session), true);
  const said = 'Visit by five. Said by: Ana';
  assert.equal(isHeardSince(after(...begun, called(said)).session), false);
  assert.equal(isHeardSince(after(...begun, THINK, called(said)).session), false, 'with more behind it');
  assert.equal(isHeardSince(after(...begun, called(said), decided('Visit')).session), true, 'other words');
});
