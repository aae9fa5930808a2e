import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value, type Json } from '../../../record.fixtures.ts';

const message = (fields: Json) =>
  value('events', [
    about('Communication', 'm', {
      status: 'completed',
      sent: '2026-11-20T10:00:00Z',
      payload: [{ contentString: 'Seen by the GP' }],
      ...fields,
    }),
  ])[0];

test('a message that stands for itself is told as it is, with no doubt about it', () => {
  const found = message({});
  assert.deepEqual(
    [found?.kind, found?.text, found?.cautions, found?.notDone],
    ['message', 'Seen by the GP', [], null],
  );
});

test('a message that did not arrive says so, and why', () => {
  for (const status of ['not-done', 'stopped'])
    assert.deepEqual(message({ status, statusReason: { text: 'Number not in use' } })?.notDone, {
      why: 'Number not in use',
    });
});
