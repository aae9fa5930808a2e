import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Receipt } from '../../ports/care-actions.ts';
import { canEnterInError, canWithdraw } from './undo-signing.ts';
import { OneSession } from './one-session.fixtures.ts';
import { AROUND, CARER, NURSE, instant, viewOf } from './session.fixtures.ts';
import { NO_SESSIONS } from './sessions.ts';
import { sessionsStep } from './sessions-step.ts';
import { stopsOf } from './stops.ts';

const signed = () =>
  new OneSession().loads().answer('a', 'r1:1').saves().answer('b', 'r1:2').saves().signs().isEnqueued();
const receiptOf = ({ session: { phase } }: OneSession) => ('receipt' in phase ? phase.receipt : null);
const intentOf = ({ session: { phase } }: OneSession) => ('intent' in phase ? phase.intent : '');
const hears = (one: OneSession, receipt: Receipt) =>
  one.do({ kind: 'receipt-changed', intent: intentOf(one), receipt });
const seen: Receipt = { state: 'seen', at: instant(9), by: 'Dr P. Adeyemi' };
const sent: Receipt = { state: 'sent', at: instant(8) };

test('F5: what was seen while it was being taken back stands as seen when that fails', () => {
  const one = hears(signed().do({ kind: 'withdraw' }), seen).enqueueFails();
  assert.deepEqual(receiptOf(one), seen);
  assert.equal(canWithdraw(one.session, instant(20)), false);
});

test('F5: what somebody saw is not unseen by news that comes late', () => {
  const one = hears(hears(signed(), seen), sent);
  assert.deepEqual([receiptOf(one), canWithdraw(one.session, instant(20))], [seen, false]);
  const answered: Receipt = { state: 'answered', at: instant(10), by: 'Dr P. Adeyemi', promisedBy: null };
  assert.deepEqual(receiptOf(hears(hears(one, answered), seen)), answered);
  const refused: Receipt = { state: 'refused', at: instant(11), why: 'Another person' };
  assert.deepEqual(receiptOf(hears(one, refused)), refused);
});

test('F5: only who signed takes it back; another marks it, and by their name', () => {
  const one = signed().do({ kind: 'surroundings', around: { ...AROUND, author: CARER } });
  assert.deepEqual([canWithdraw(one.session, instant(20)), canEnterInError(one.session)], [false, true]);
  assert.deepEqual(one.do({ kind: 'withdraw' }).enqueued, []);
  one.do({ kind: 'enter-in-error', reason: ' Another resident ' });
  const { phase } = one.session;
  assert.deepEqual('inError' in phase && [phase.inError?.by, phase.inError?.reason], [
    CARER,
    'Another resident',
  ]);
  assert.partialDeepStrictEqual(one.enqueued[0]?.what, { reason: 'Another resident', by: CARER });
});

test('F5: where the page names nobody, the mark is by whom says so now, not by the signer', () => {
  const one = new OneSession({ around: { ...AROUND, author: null } }).loads();
  one.do({ kind: 'name-author', author: CARER }).answer('a', 'r1:1').saves().signs().isEnqueued();
  assert.deepEqual(one.do({ kind: 'enter-in-error', reason: 'Another resident' }).enqueued, []);
  one.do({ kind: 'type-marked-by', name: ' Ben Ode ' });
  one.do({ kind: 'enter-in-error', reason: 'Another resident' });
  assert.partialDeepStrictEqual(one.enqueued[0]?.what, { by: { name: 'Ben Ode', role: null } });
});

test('F5: nobody marks anything without a name and a reason', () => {
  const nameless = signed().do({ kind: 'surroundings', around: { ...AROUND, author: null } });
  assert.deepEqual(nameless.do({ kind: 'enter-in-error', reason: 'Another resident' }).enqueued, []);
  assert.deepEqual(signed().do({ kind: 'enter-in-error', reason: '  ' }).enqueued, []);
});

test('F5: nothing is taken back that could not be signed once more', () => {
  const died = signed().do({ kind: 'surroundings', around: { ...AROUND, view: viewOf('r1', 'died') } });
  assert.deepEqual(died.do({ kind: 'withdraw' }).enqueued, []);
  assert.equal(canEnterInError(died.session), true);
  const shown = signed().do({ kind: 'surroundings', around: { ...AROUND, readOnly: true } });
  assert.deepEqual(shown.do({ kind: 'withdraw' }).enqueued, []);
  assert.deepEqual(shown.do({ kind: 'enter-in-error', reason: 'Another resident' }).enqueued, []);
});

test('F5: a clock that was set back gives nobody more than five minutes', () => {
  assert.equal(canWithdraw(signed().session, instant(-86_400)), false);
  assert.equal(canWithdraw(signed().session, instant(-60)), true);
});

test('F5: what the port takes back after all is signed no more', () => {
  const one = signed().do({ kind: 'withdraw' });
  const { id } = one.intent;
  one.enqueueFails().do({ kind: 'enqueued', intent: id, receipt: { state: 'held-in-memory' } });
  assert.equal(one.session.phase.state, 'open');
});

test('E3: nobody goes on from what was entered in error', () => {
  const one = signed().do({ kind: 'enter-in-error', reason: 'Another resident' }).isEnqueued();
  const { session } = sessionsStep()(
    { ...NO_SESSIONS, front: one.session },
    { kind: 'start-from-finished', ...one.stamp() },
  );
  assert.deepEqual([session.front?.phase.state, session.front?.previous], ['open', null]);
});

test('F4: text to copy by hand goes once it says something untrue of the signature', () => {
  const copied = { kind: 'copied', text: 'Signed by Grace Mensah', how: 'by-hand' } as const;
  const taken = signed().do(copied).do({ kind: 'withdraw' }).isEnqueued();
  assert.equal(taken.session.screen.copied, null);
  const marked = signed().do(copied).do({ kind: 'enter-in-error', reason: 'Another resident' });
  assert.equal(marked.session.screen.copied, null);
  assert.notEqual(hears(signed().do(copied), seen).session.screen.copied, null);
});

test('A2: what was typed is of who typed it, whoever sits down next', () => {
  const field = { part: 'text', n: 0 } as const;
  const typed = () => new OneSession().loads().do({ kind: 'type', key: 'a', field, text: 'r1:mine' });
  const one = typed().do({ kind: 'surroundings', around: { ...AROUND, author: CARER } });
  assert.deepEqual(one.session.state?.draft.answers['a']?.by, NURSE);
  const locked = typed().do({ kind: 'surroundings', around: { ...AROUND, readOnly: true } });
  assert.equal(locked.says('a'), 'r1:mine');
  const nameless = new OneSession({ around: { ...AROUND, author: null } }).loads();
  nameless.do({ kind: 'name-author', author: NURSE }).do({ kind: 'type', key: 'a', field, text: 'r1:mine' });
  nameless.do({ kind: 'name-author', author: CARER });
  assert.deepEqual(nameless.session.state?.draft.answers['a']?.by, NURSE);
});

// The form is open again at once and says NOT SIGNED, while the signature may stand on the server for long.
test('F5: what becomes of a signature that was taken back is watched, as the signature itself is', () => {
  const one = hears(signed(), sent).do({ kind: 'withdraw' });
  const [withdrawal] = one.enqueued;
  one.isEnqueued({ state: 'held-in-memory' });
  const watched = one.effects.flatMap((effect) => (effect.kind === 'watch-receipt' ? [effect.intent] : []));
  assert.deepEqual(watched, [withdrawal?.id]);
});

const takenBack = () =>
  hears(signed(), sent).do({ kind: 'withdraw' }).isEnqueued({ state: 'held-in-memory' });
const saysOfUndo = (one: OneSession, receipt: Receipt) => {
  const intent = one.session.takenBack?.intent ?? '';
  return one.do({ kind: 'receipt-changed', intent, receipt });
};
const stops = ({ session }: OneSession) => stopsOf(session).map(({ kind }) => kind);

test('F5: nobody signs a second time while the server refuses to take the first signature back', () => {
  const one = saysOfUndo(takenBack(), { state: 'refused', at: instant(30), why: 'Changed meanwhile.' });
  assert.deepEqual(stops(one), ['still-signed']);
  assert.deepEqual(one.saves().signs().enqueued, []);
  const settled = saysOfUndo(one, { state: 'sent', at: instant(40) });
  assert.deepEqual([stops(settled), settled.session.takenBack], [[], null]);
  assert.equal(settled.signs().enqueued.length, 1);
});

// A reload ends the session that had taken the signature back. The draft is all that the next one gets.
test('F5: after a reload the port says that undoing was refused, and nobody signs a second time', () => {
  const { draft } = signed().session.state ?? assert.fail('no draft');
  const refused: Receipt = { state: 'refused', at: instant(30), why: 'Changed meanwhile.' };
  const reloaded = (receipt: Receipt) =>
    new OneSession().loads({ draft, revision: 'r', takenBack: { intent: 'undo', receipt } });
  const one = reloaded(refused);
  assert.ok(one.effects.some((each) => each.kind === 'watch-receipt' && each.intent === 'undo'));
  assert.deepEqual(stops(one), ['still-signed']);
  assert.deepEqual(one.signs().enqueued, []);
  const settled = saysOfUndo(one, { state: 'sent', at: instant(40) });
  assert.deepEqual([stops(settled), settled.session.takenBack], [[], null]);
  const queued = reloaded({ state: 'saved-on-device', at: instant(30) });
  assert.deepEqual([stops(queued), stops(saysOfUndo(queued, refused))], [[], ['still-signed']]);
});

test('F5: where a person gave the undoing up, the signature stands, and nobody signs a second one', () => {
  const one = saysOfUndo(takenBack(), { state: 'given-up', at: instant(30), by: 'Sam', why: 'It was right' });
  assert.deepEqual(stops(one), ['still-signed']);
  assert.deepEqual(one.saves().signs().enqueued, []);
});

test('F5: what a port says of a taking back in a form that nobody agreed on is not believed', () => {
  const { draft } = signed().session.state ?? assert.fail('no draft');
  // @ts-expect-error A port in JavaScript has no types.
  const one = new OneSession().loads({ draft, takenBack: { intent: 7, receipt: {} } });
  assert.deepEqual([stops(one), one.session.takenBack], [[], null]);
});

test('F5: what becomes of a mark is watched as well', () => {
  const one = signed().do({ kind: 'enter-in-error', reason: 'Another resident' });
  const [mark] = one.enqueued;
  one.isEnqueued({ state: 'held-in-memory' });
  assert.partialDeepStrictEqual(one.effects, [{ kind: 'watch-receipt', intent: mark?.id }]);
  const refused: Receipt = { state: 'refused', at: instant(30), why: 'Changed meanwhile.' };
  one.do({ kind: 'receipt-changed', intent: mark?.id ?? '', receipt: refused });
  const { phase } = one.session;
  assert.deepEqual('asked' in phase && phase.asked?.receipt, refused);
});
