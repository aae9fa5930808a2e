import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormAction } from './action.ts';
import { OneSession } from './one-session.fixtures.ts';
import type { Opening } from './open.ts';
import {
  AROUND,
  CARER,
  NURSE,
  WORDS,
  draftWith,
  frozen,
  instant,
  stamps,
  words,
} from './session.fixtures.ts';
import { justSigned, notFinished, notKept } from './left-sessions.ts';
import { NO_SESSIONS } from './sessions.ts';
import { sessionsStep } from './sessions-step.ts';
import type { SessionEffect, SessionsAction } from './sessions.ts';
import { unfinishedOf } from './unfinished.ts';

const FIVE_MINUTES = 301;

/** One window, stepped by a test. */
class OneWindow {
  sessions = NO_SESSIONS;
  effects: readonly SessionEffect[] = [];
  readonly #stamp = stamps();

  do(action: SessionsAction, laterBy = 1): this {
    const stepped = sessionsStep()(frozen(this.sessions), frozen({ ...action, ...this.#stamp(laterBy) }));
    ({ session: this.sessions, effects: this.effects } = stepped);
    return this;
  }

  open(resident: string, opening: Partial<Opening> = {}): this {
    const whole = { resident, form: WORDS, port: 'port', around: AROUND, previous: null } as const;
    return this.do({
      kind: 'open',
      opening: { ...whole, from: 'kept', draft: null, focus: true, ...opening },
    });
  }

  at(session: string, action: FormAction): this {
    return this.do({ kind: 'at', session, action });
  }

  /** Opens a form of which nothing was kept. */
  opened(resident: string, opening: Partial<Opening> = {}): this {
    this.open(resident, opening);
    return this.at(this.front.id, { kind: 'loaded', asking: this.front.id, kept: null });
  }

  answer(value: string): this {
    return this.at(this.front.id, { kind: 'answer', key: 'a', values: words(value) });
  }

  settle(session: string, how: 'saved' | 'save-failed'): this {
    const asking = this.session(session).keep.saving?.asking ?? '';
    return how === 'saved'
      ? this.at(session, { kind: 'saved', asking, kept: { where: 'memory', revision: asking } })
      : this.at(session, { kind: 'save-failed', asking, error: new Error('lost') });
  }

  signs(): this {
    return this.at(this.front.id, { kind: 'finish', despiteFew: true });
  }

  enqueued(session: string, taken = true): this {
    const { phase, signing } = this.session(session);
    const asked = phase.state === 'withdrawing' || phase.state === 'finished' ? phase.asked : null;
    const intent = asked?.intent.id ?? signing?.intent.id ?? '';
    return taken
      ? this.at(session, { kind: 'enqueued', intent, receipt: { state: 'held-in-memory' } })
      : this.at(session, { kind: 'enqueue-failed', intent, error: new Error('lost') });
  }

  session(id: string) {
    const { front, left } = this.sessions;
    const one = [front, ...left].find((each) => each?.id === id);
    assert.ok(one, 'the session has gone');
    return one;
  }

  get front() {
    assert.ok(this.sessions.front);
    return this.sessions.front;
  }

  get said() {
    const answer = this.front.state?.draft.answers['a'];
    return answer?.state === 'given' ? answer.values[0]?.value : null;
  }

  get left() {
    return this.sessions.left.map(({ resident }) => resident);
  }
}

test('G1, G5: answers on their way arrive under their own resident, whoever is in front by then', () => {
  const one = new OneWindow().opened('r1').answer('r1:1').answer('r1:2');
  const { id } = one.front;
  one.opened('r2');
  assert.deepEqual([one.left, one.said], [['r1'], null]);
  one.settle(id, 'saved');
  const saved = one.effects.flatMap(({ effect }) => (effect.kind === 'save' ? [effect.draft.resident] : []));
  assert.deepEqual([saved, one.effects.every(({ session }) => session === id)], [['r1'], true]);
  one.settle(id, 'saved');
  assert.deepEqual(one.left, []);
});

test('S2: an action on a session that has gone changes nothing', () => {
  const one = new OneWindow().opened('r1');
  const { id } = one.front;
  one.do({ kind: 'leave' });
  const before = one.sessions;
  one.at(id, { kind: 'answer', key: 'a', values: words('r1:1') });
  assert.equal(one.sessions, before);
  assert.deepEqual(one.effects, []);
  one.do({ kind: 'leave' });
  assert.equal(one.sessions, before);
});

test('G6: what was not kept comes back as it left, and is tried again', () => {
  const one = new OneWindow().opened('r1').answer('r1:1');
  const { id } = one.front;
  one.settle(id, 'save-failed').opened('r2');
  assert.deepEqual(
    notKept(one.sessions).map((each) => each.id),
    [id],
  );
  one.open('r1', { draft: draftWith({ a: 'r1:older' }) });
  assert.deepEqual([one.front.id, one.said, one.left], [id, 'r1:1', []]);
  assert.equal(one.effects.filter(({ effect }) => effect.kind === 'save').length, 1);
  assert.deepEqual(notKept(one.sessions), []);
});

test('G6: another form, port, version or an empty form is another session, and nothing of the first goes', () => {
  const others: readonly Partial<Opening>[] = [
    { port: 'another' },
    { from: 'empty' },
    { form: { ...WORDS, id: 'other' } },
    { form: { ...WORDS, version: '2' } },
    { resident: 'r2' },
  ];
  for (const other of others) {
    const one = new OneWindow().opened('r1').answer('r1:1');
    const { id } = one.front;
    one.open('r1', other);
    assert.notEqual(one.front.id, id);
    assert.equal(one.said, null);
    assert.deepEqual(one.left, ['r1']);
  }
});

test('G5: a form that was left while it was being finished is finished once, and a failure is said', () => {
  const signed = () => new OneWindow().opened('r1').answer('r1:1');
  const one = signed();
  const { id } = one.front;
  one.settle(id, 'saved').signs().opened('r2');
  assert.deepEqual([one.left, notFinished(one.sessions)], [['r1'], []]);
  one.open('r1');
  assert.deepEqual([one.front.id, one.front.phase.state], [id, 'finishing']);
  one.opened('r2').enqueued(id, false);
  assert.deepEqual(
    notFinished(one.sessions).map((each) => each.id),
    [id],
  );
  one.open('r1');
  assert.deepEqual([one.front.phase.state, one.said], ['open', 'r1:1']);
  one.signs().opened('r2').enqueued(id);
  assert.equal(one.effects.filter(({ effect }) => effect.kind === 'tell-finished').length, 1);
  assert.deepEqual(one.do({ kind: 'leave' }, FIVE_MINUTES).left, []);
});

test('F5: for five minutes the form that was signed comes back as it was, whoever was in front meanwhile', () => {
  const one = new OneWindow().opened('r1').answer('r1:1');
  const { id } = one.front;
  one.settle(id, 'saved').signs().enqueued(id).opened('r2');
  const signedOf = (resident: string) => justSigned(one.sessions, resident, NURSE, instant(20)).length;
  assert.deepEqual([signedOf('r1'), signedOf('r2')], [1, 0]);
  assert.deepEqual(unfinishedOf(one.sessions, 'r1'), []);
  one.open('r1');
  assert.deepEqual([one.front.id, one.front.phase.state, one.left], [id, 'finished', []]);
  one.at(id, { kind: 'withdraw' }).enqueued(id);
  assert.deepEqual([one.front.phase.state, one.said], ['open', 'r1:1']);
});

test('F5: a colleague gets a form of their own, and is not offered to undo what another signed', () => {
  const one = new OneWindow().opened('r1').answer('r1:1');
  const { id } = one.front;
  one.settle(id, 'saved').signs().enqueued(id).opened('r2');
  assert.deepEqual(justSigned(one.sessions, 'r1', CARER, instant(20)), []);
  one.opened('r1', { around: { ...AROUND, author: CARER } });
  assert.notEqual(one.front.id, id);
  assert.deepEqual([one.front.phase.state, one.said], ['open', null]);
  one.open('r2').open('r1', { around: { ...AROUND, author: NURSE } });
  assert.deepEqual([one.front.id, one.front.phase.state], [id, 'finished']);
});

test('F5: what was seen, what is five minutes old and what a new form was begun from do not come back', () => {
  const signed = () => {
    const one = new OneWindow().opened('r1').answer('r1:1');
    const { id } = one.front;
    return { one: one.settle(id, 'saved').signs().enqueued(id), id };
  };
  const old = signed();
  assert.equal(old.one.do({ kind: 'leave' }).do({ kind: 'leave' }, FIVE_MINUTES).left.length, 0);
  const seen = signed();
  const { phase } = seen.one.front;
  const intent = phase.state === 'finished' ? phase.intent : '';
  seen.one.do({ kind: 'leave' });
  const receipt = { state: 'seen', at: instant(9), by: 'Dr P. Adeyemi' } as const;
  assert.deepEqual(seen.one.at(seen.id, { kind: 'receipt-changed', intent, receipt }).left, []);
  const next = signed();
  assert.deepEqual(next.one.do({ kind: 'start-from-finished' }).do({ kind: 'leave' }).left, []);
});

test('G5: a mark that is on its way, or failed, goes on beside a new form', () => {
  const one = new OneWindow().opened('r1').answer('r1:1');
  const { id } = one.front;
  one.settle(id, 'saved').signs().enqueued(id).at(id, { kind: 'enter-in-error', reason: 'r1:wrong' });
  one.do({ kind: 'start-from-finished' });
  assert.deepEqual(one.left, ['r1']);
  one.enqueued(id, false);
  assert.deepEqual(one.left, ['r1']);
  one.enqueued(id);
  assert.deepEqual(one.left, []);
});

test('K4: what was finished is not open once more because a page still gives it', () => {
  const draft = draftWith({ a: 'r1:1' });
  const one = new OneWindow().opened('r1', { draft });
  const { id } = one.front;
  one.signs().enqueued(id).do({ kind: 'leave' }, FIVE_MINUTES).opened('r1', { draft });
  assert.equal(one.said, null);
  one.at(one.front.id, { kind: 'draft-given', draft });
  assert.equal(one.said, null);
});

test('F5: what was taken back may be open once more, and a failure to do so stays until it is seen', () => {
  const draft = draftWith({ a: 'r1:1' });
  const one = new OneWindow().opened('r1', { draft });
  const { id } = one.front;
  one.signs().enqueued(id).at(id, { kind: 'withdraw' }).opened('r2');
  assert.deepEqual(one.left, ['r1']);
  one.enqueued(id, false).open('r1');
  assert.deepEqual([one.front.id, one.front.phase.state], [id, 'finished']);
  one.at(id, { kind: 'withdraw' }).enqueued(id).settle(id, 'saved').do({ kind: 'leave' });
  one.opened('r1', { draft });
  assert.equal(one.said, 'r1:1');
});

test('G5: the mark of an entry in error is followed until it was taken', () => {
  const one = new OneWindow().opened('r1').answer('r1:1');
  const { id } = one.front;
  one.settle(id, 'saved').signs().enqueued(id);
  one.at(id, { kind: 'enter-in-error', reason: 'r1:wrong' }).opened('r2');
  assert.deepEqual(one.left, ['r1']);
  one.enqueued(id);
  assert.deepEqual(one.left, []);
});

test('a new form starts from the one that was finished, and from no other', () => {
  const one = new OneWindow().opened('r1').answer('r1:1');
  const { id } = one.front;
  assert.equal(one.do({ kind: 'start-from-finished' }).front.id, id);
  one.settle(id, 'saved').signs().enqueued(id).do({ kind: 'start-from-finished' });
  assert.deepEqual([one.front.id === id, one.said, one.left], [false, null, []]);
  assert.equal(one.front.previous?.draft.resident, 'r1');
});

test('K3: a person’s press tries everything again that was not kept', () => {
  const one = new OneWindow().opened('r1').answer('r1:1');
  const first = one.front.id;
  one.settle(first, 'save-failed').opened('r2').answer('r2:1');
  one.settle(one.front.id, 'save-failed').do({ kind: 'save-all-again' });
  const saved = one.effects.flatMap(({ effect }) => (effect.kind === 'save' ? [effect.draft.resident] : []));
  assert.deepEqual(saved.toSorted(), ['r1', 'r2']);
  one.settle(first, 'saved');
  assert.deepEqual(one.left, []);
});

test('what is searched for stands until a form is chosen', () => {
  const one = new OneWindow().do({ kind: 'search', words: 'new' });
  assert.equal(one.sessions.search, 'new');
  one.do({ kind: 'choose-form', form: 'news2' });
  assert.deepEqual([one.sessions.chosen, one.sessions.search], ['news2', '']);
});

test('S4: whatever is asked of a port names the one that the form was begun with', () => {
  const one = new OneSession();
  const asked = [...one.effects];
  one.loads().answer('a', 'r1:1');
  asked.push(...one.effects);
  one.saves().answer('b', 'r1:2').saves().signs();
  asked.push(...one.effects);
  one.isEnqueued();
  asked.push(...one.effects, ...one.do({ kind: 'withdraw' }).effects);
  const ports = asked.flatMap((effect) => ('port' in effect ? [[effect.kind, effect.port]] : []));
  assert.deepEqual(
    ports,
    ['load', 'save', 'enqueue', 'watch-receipt', 'enqueue'].map((kind) => [kind, 'port']),
  );
});
