import { expect } from '@open-wc/testing';
import { engineDevice } from './engine-device.ts';

const NOW = '2026-11-21T09:30:00Z';

function deviceWith(waiting: readonly { intent: string; resident: string | null }[]) {
  const audited: unknown[] = [];
  const engine = {
    waiting: async () => waiting,
    audit: async (argument: unknown) => void audited.push(argument),
  };
  const link = { isClosed: false, listen: () => () => {}, engine: async () => engine as never };
  return { device: engineDevice(link, () => NOW), audited };
}

it('notes the copy of an intent in the audit of its own resident', async () => {
  const { device, audited } = deviceWith([
    { intent: 'a', resident: 'one' },
    { intent: 'b', resident: 'two' },
    { intent: 'c', resident: null },
  ]);
  await device.noteCopy?.('b');
  await device.noteCopy?.('c');
  expect(audited).to.deep.equal([
    { action: 'copy', resident: 'two', reason: null, now: NOW },
    {
      action: 'copy',
      resident: null,
      of: 'Somebody on no list',
      reason: null,
      now: NOW,
    },
  ]);
});

it('notes a print of a record, and the report of an incident, which is about no record', async () => {
  const { device, audited } = deviceWith([]);
  await device.notePrint?.('one');
  await device.noteIncidentCopy?.();
  expect(audited).to.deep.equal([
    { action: 'print', resident: 'one', reason: null, now: NOW },
    {
      action: 'copy',
      resident: null,
      of: 'Report of an incident',
      reason: null,
      now: NOW,
    },
  ]);
});

it('rejects the copy of what it does not know, so that nothing is copied without an audit', async () => {
  const { device, audited } = deviceWith([]);
  const error: unknown = await device.noteCopy?.('a').catch((caught: unknown) => caught);
  expect(error).to.have.property('code', 'not-found');
  expect(audited).to.deep.equal([]);
});
