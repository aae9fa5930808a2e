import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLostWithPage } from './lost-with-page.ts';
import { OneSession } from './one-session.fixtures.ts';
import { instant } from './session.fixtures.ts';

const opened = () => new OneSession().loads();
const onDevice = (one: OneSession) =>
  one.do({ kind: 'saved', asking: one.saving, kept: { where: 'device', at: instant(1), revision: 'next' } });

test('an answer that is kept in memory, on its way, or not kept is lost with the page', () => {
  const one = opened().answer('a', 'r1:1');
  assert.equal(isLostWithPage(one.session), true);
  assert.equal(isLostWithPage(one.saves().session), true);
  assert.equal(isLostWithPage(one.answer('b', 'r1:2').savingFails().session), true);
});

test('an answer that is kept on the device is not, unless text stands in a field that no draft has', () => {
  const one = onDevice(opened().answer('a', 'r1:1'));
  assert.equal(isLostWithPage(one.session), false);
});

test('before anything was answered it is not known here what becomes of a draft', () => {
  assert.equal(isLostWithPage(new OneSession().session), null);
  assert.equal(isLostWithPage(opened().session), null);
});

test('a signature is lost with the page while it is on its way, or held in memory alone', () => {
  const one = opened().answer('a', 'r1:1').saves().signs().do({ kind: 'finish', despiteFew: true });
  assert.equal(isLostWithPage(one.session), true);
  assert.equal(isLostWithPage(one.isEnqueued().session), true);
  const sent = opened()
    .answer('a', 'r1:1')
    .saves()
    .signs()
    .isEnqueued({ state: 'sent', at: instant(9) });
  assert.equal(isLostWithPage(sent.session), false);
});

// The server did not answer, or said no. Nothing has put the signature on the device by that.
test('a signature that was held in memory is still lost with the page when nobody knows whether it arrived', () => {
  const one = opened().answer('a', 'r1:1').saves().signs().isEnqueued();
  const intent = one.intent.id;
  one.do({ kind: 'receipt-changed', intent, receipt: { state: 'unknown', since: instant(9) } });
  assert.equal(isLostWithPage(one.session), true);
  one.do({
    kind: 'receipt-changed',
    intent,
    receipt: { state: 'refused', at: instant(9), why: 'No such code.' },
  });
  assert.equal(isLostWithPage(one.session), true);
  one.do({ kind: 'receipt-changed', intent, receipt: { state: 'saved-on-device', at: instant(9) } });
  one.do({ kind: 'receipt-changed', intent, receipt: { state: 'unknown', since: instant(10) } });
  assert.equal(isLostWithPage(one.session), false);
});

test('a mark and a taking back that are held in memory are lost with the page', () => {
  const signed = () =>
    opened()
      .answer('a', 'r1:1')
      .saves()
      .signs()
      .isEnqueued({ state: 'sent', at: instant(9) });
  const marked = signed().do({ kind: 'enter-in-error', reason: 'Another resident' }).isEnqueued();
  assert.equal(isLostWithPage(marked.session), true);
  const back = onDevice(signed().do({ kind: 'withdraw' }).isEnqueued());
  assert.equal(isLostWithPage(back.session), true);
});
