import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftKept, Receipt } from '../../ports/care-actions.ts';
import { OneSession } from './one-session.fixtures.ts';

const answered = () => new OneSession().loads().answer('a', 'r1:1').saves().answer('b', 'r1:2').saves();
const NOTHING: readonly unknown[] = [undefined, null, {}, 'ok', { where: 'overtaken' }, { where: 'device' }];

test('K3: a port that does not say that it kept a draft has not kept it, and a person can try again', () => {
  for (const answer of NOTHING) {
    const one = new OneSession().loads().answer('a', 'r1:1');
    one.do({ kind: 'saved', asking: one.saving, kept: answer as DraftKept });
    assert.equal(one.session.keep.keeping.state, 'failed', JSON.stringify(answer));
    assert.notEqual(one.session.keep.unkept, null);
    assert.equal(one.do({ kind: 'save-again' }).saved.length, 1);
  }
});

test('F4: a port that gives no receipt has taken nothing over, and the same signing can go again', () => {
  for (const answer of NOTHING) {
    const one = answered().signs();
    const { id } = one.intent;
    one.do({ kind: 'enqueued', intent: id, receipt: answer as Receipt });
    assert.equal(one.session.phase.state, 'open', JSON.stringify(answer));
    assert.equal(one.did('tell-finished'), 0);
    assert.deepEqual(
      one.signs().enqueued.map((intent) => intent.id),
      [id],
    );
  }
});

test('F4: without a port the page alone has it', () => {
  const one = new OneSession({ port: null }).answer('a', 'r1:1').answer('b', 'r1:2').signs();
  assert.equal(one.isEnqueued(null).session.phase.state, 'finished');
});
