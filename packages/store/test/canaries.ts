import type { Draft } from '@ehch/clinical/form';
import type { RecordStore, Store } from '@ehch/store';
import { change, checkpoint, countingCards, draft, loaded, operation } from './samples.ts';

/** Words that stand in everything which is stored, and may be readable nowhere. */
export const CANARIES = [
  'CANARYNAME',
  'resident-CANARYID',
  'home-CANARYHOME',
  'CANARYANSWER',
  'CANARYNOTE',
  'sub-CANARYPERSON',
  'CANARYREASON',
  '9990001234',
] as const;

const RESIDENT = 'resident-CANARYID';
const HOME = 'home-CANARYHOME';
const AT = '2026-11-21T10:00:00Z';

export const draftWithCanary = (): Draft => ({
  ...draft('draft-1', RESIDENT, 'form-CANARYNOTE'),
  answers: { CANARYANSWER: { kind: 'text', text: 'CANARYANSWER' } } as unknown as Draft['answers'],
});

const body = (id: string) =>
  `{"resourceType":"Patient","id":"${id}","name":[{"family":"CANARYNAME"}],"identifier":[{"value":"9990001234"}]}`;

const rowOf = (type: string, id: string) => ({ type, id, version: '1', updated: AT, text: body(id) });

/** Fills every part of a store. */
export async function fillWithCanaries(store: Store): Promise<void> {
  await fillRecords(store.records({ id: 'server', keep: 'yes' }), await store.leadership.begin());
  await fillOutbox(store);
  await store.drafts.save(draftWithCanary(), null, AT);
  await store.looks.set('sub-CANARYPERSON', RESIDENT, AT);
}

export async function fillRecords(records: RecordStore, epoch: number): Promise<void> {
  const put = Array.from({ length: 150 }, (_, i) => rowOf('Observation', `CANARYNAME${i}`));
  const kinds = { Observation: loaded(AT) };
  const checkpoints = [checkpoint({ home: HOME, members: [RESIDENT], type: 'CANARYNOTE' })];
  await records.apply({ epoch, changes: [change(RESIDENT, { put, kinds })], checkpoints });
  const patient = rowOf('Patient', 'CANARYNAME');
  await records.apply({ epoch, changes: [change(RESIDENT, { put: [patient] })], checkpoints: [] });
  const headline = { resident: RESIDENT, facts: { name: 'CANARYNAME' } };
  await records.putMembers(epoch, { home: HOME, asOf: AT, incomplete: false, members: [headline] });
  await records.buildCards(HOME, [RESIDENT], { ...countingCards(1), factsOf: () => headline.facts });
}

async function fillOutbox({ outbox }: Store): Promise<void> {
  const author = { sub: 'sub-CANARYPERSON', display: 'CANARYNAME', reference: null, role: null };
  const about = { words: 'CANARYNOTE', nhs: '9990001234' };
  const more = { resident: RESIDENT, author, about };
  for (const intent of ['waits', 'accepted', 'given-up', 'joined-1', 'joined-2']) {
    await outbox.enqueue(operation(intent, more));
  }
  await outbox.enqueue(operation('worry', { ...more, class: 'escalation' }));
  const [, accepted, givenUp, ...joined] = (await outbox.entries()).map(({ n }) => n);
  const bodies = [rowOf('Observation', 'CANARYNAME-accepted')];
  await outbox.change(accepted ?? 0, ['queued'], null, {
    kind: 'accept',
    at: AT,
    bodies,
    merged: 'CANARYNOTE',
  });
  const discard = { kind: 'discard', at: AT, by: 'sub-CANARYPERSON', why: 'CANARYREASON' } as const;
  await outbox.change(givenUp ?? 0, ['queued'], null, discard);
  await outbox.squash(joined.slice(0, 2), operation('joined-2', more));
}
