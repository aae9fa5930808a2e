import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent, News2Story, ResidentView } from '@ehch/clinical';
import { finishForm } from '@ehch/clinical/assessment';
import { answerItem, formOfInstrument, openForm, startDraft, type AnswerValue } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import { writeIntent } from '@ehch/fhir/writers';
import { openMemoryStore, SERVER_SOURCE, type KindState, type OutboxState } from '@ehch/store';
import { AT, LATER, NURSE, PRESS } from '../actions/actions.fixtures.ts';
import { configuration } from '../../test/connected-engine.ts';
import { newRecord } from '../record.ts';
import { queries } from './queries.ts';
import { viewOf } from './view-of.ts';

const NOW = '2026-11-20T10:00:00Z';
const ANSWERS: Readonly<Record<string, AnswerValue>> = {
  rr: { type: 'number', value: 28 },
  spo2: { type: 'number', value: 90 },
  scale: { type: 'option', value: '1' },
  oxygen: { type: 'boolean', value: false },
  sbp: { type: 'number', value: 88 },
  pulse: { type: 'number', value: 135 },
  acvpu: { type: 'option', value: 'A' },
  temp: { type: 'number', value: 39.2, unit: 'Cel' },
};

/** A NEWS2 of somebody who is very ill. */
function news2(): CareIntent {
  const instrument = instruments.find(({ id }) => id === 'news2');
  assert(instrument);
  const form = formOfInstrument(instrument);
  let state = openForm(form, startDraft({ id: 'd1', resident: 'agnes', form, at: AT }), { instruments });
  for (const [item, value] of Object.entries(ANSWERS)) {
    const answer = { state: 'given', values: [value], at: AT, by: null, from: { kind: 'entered' } } as const;
    ({ state } = answerItem(state, `news2/${item}`, answer));
  }
  const signed = finishForm(state, { at: AT, by: { name: 'Sam Okafor', role: 'nurse' } });
  const assessment = { ...signed, scores: [...state.scores.values()] };
  const what = { kind: 'finish-assessment', assessment, form } as const;
  return { id: PRESS, resident: 'agnes', pressedAt: AT, what };
}

const author = { sub: NURSE.sub, display: NURSE.display, reference: NURSE.reference, role: NURSE.role };
const signed = () => writeIntent(news2(), { author, clockOffsetMs: null, device: 'Test 1' });

/** Agnes, of whom the server has nothing but her name, and what waits about her in the outbox. */
async function agnes() {
  const store = openMemoryStore();
  const copies = store.records(SERVER_SOURCE);
  const epoch = await store.leadership.begin();
  const kinds: Record<string, KindState> = {};
  for (const { kind } of queries('agnes'))
    kinds[kind] = { asOf: NOW, more: false, missing: [], last: { state: 'loaded' } };
  const name = [{ family: 'Ashdown', given: ['Agnes'] }];
  const patient = { resourceType: 'Patient', id: 'agnes', name, birthDate: '1938-04-02' };
  const text = JSON.stringify(patient);
  const put = [{ type: 'Patient', id: 'agnes', version: null, updated: null, text }];
  await copies.apply({ epoch, changes: [{ resident: 'agnes', put, deleted: [], kinds }], checkpoints: [] });
  const move = async (to: OutboxState) => {
    const [entry] = await store.outbox.entries();
    assert(entry);
    await store.outbox.change(entry.n, [entry.state], epoch, { kind: 'move', to, notBefore: 0 });
  };
  const given = configuration('https://record.test/fhir');
  const roster = { state: 'unread' } as const;
  const view = () => viewOf({ copies, record: newRecord('agnes'), configuration: given, roster, now: NOW });
  return { store, move, view };
}

function storyOf({ sections: { news2: section } }: ResidentView): News2Story | null {
  return section.state === 'known' && section.content.kind === 'recorded' ? section.content.value : null;
}

test('R5: what was signed here and not sent is the last score, and says that it was not sent (store SPEC R5)', async () => {
  const { store, view } = await agnes();
  assert.equal(storyOf(await view()), null);
  await store.outbox.enqueue(signed());
  const [last] = storyOf(await view())?.scores ?? [];
  assert.deepEqual([last?.score.total, last?.cautions], [14, ['not-sent']]);
});

test('of what may have arrived, nobody is told that it was not sent', async () => {
  const { store, move, view } = await agnes();
  await store.outbox.enqueue(signed());
  for (const state of ['sending', 'unknown'] as const) {
    await move(state);
    assert.deepEqual(storyOf(await view())?.scores[0]?.cautions, ['arrival-not-known'], state);
  }
  for (const state of ['conflict', 'rejected', 'held', 'wait-auth'] as const) {
    await move(state);
    assert.deepEqual(storyOf(await view())?.scores[0]?.cautions, ['not-sent'], state);
  }
});

test('what was taken back before it was sent is nothing to go on from', async () => {
  const { store, view } = await agnes();
  await store.outbox.enqueue(signed());
  const written = signed().parts.flatMap((part) => (part.op === 'create' ? [JSON.parse(part.body)] : []));
  const { what } = news2();
  assert(what.kind === 'finish-assessment');
  const { draft, by } = what.assessment;
  assert(by);
  const back: CareIntent = {
    id: LATER,
    resident: 'agnes',
    pressedAt: AT,
    what: { kind: 'withdraw-assessment', finished: PRESS, draft, by },
  };
  await store.outbox.enqueue(writeIntent(back, { author, clockOffsetMs: null, device: 'Test 1', written }));
  assert.equal(storyOf(await view()), null);
});

test('what the server has by now is told from there, once', async () => {
  const { store, view } = await agnes();
  await store.outbox.enqueue(signed());
  const put = signed().parts.flatMap((part) =>
    part.op === 'create'
      ? [{ type: part.type, id: part.id, version: '1', updated: null, text: part.body }]
      : [],
  );
  const epoch = await store.leadership.begin();
  const change = { resident: 'agnes', put, deleted: [], kinds: {} };
  await store.records(SERVER_SOURCE).apply({ epoch, changes: [change], checkpoints: [] });
  const scores = storyOf(await view())?.scores ?? [];
  assert.deepEqual(
    scores.map(({ cautions }) => cautions),
    [[]],
  );
});

const WORRY: CareIntent = {
  id: PRESS,
  resident: 'agnes',
  pressedAt: AT,
  what: {
    kind: 'thread-entry',
    matter: 'worry',
    entry: {
      id: PRESS,
      thread: PRESS,
      about: { kind: 'resident', resident: 'agnes' },
      by: { name: 'Sam Okafor', role: 'carer', side: 'home' },
      pressedAt: AT,
      clockOffsetMs: null,
      receivedAt: null,
      after: null,
      act: {
        kind: 'raise',
        matter: 'worry',
        urgency: 'now',
        words: 'Will not wake.',
        signs: ['not-responding'],
        since: '',
        observations: null,
        askedBy: { kind: 'presser' },
      },
    },
  },
};

const openIn = ({ sections: { open } }: ResidentView) =>
  open.state === 'known' && open.content.kind === 'recorded' ? open.content.value : [];

test('E9: a worry that was not sent is open beside its resident, whoever looks next, and says so', async () => {
  const { store, move, view } = await agnes();
  await store.outbox.enqueue(writeIntent(WORRY, { author, clockOffsetMs: null, device: 'Test 1' }));
  const [matter, ...others] = openIn(await view());
  assert.deepEqual([matter?.text.slice(0, 14), matter?.urgency, others], ['Will not wake.', 'stat', []]);
  assert.deepEqual([matter?.progress, matter?.cautions], [{ state: 'not-sent' }, ['not-sent']]);
  assert.deepEqual(
    matter?.thread?.unsent?.map(({ id, unsent }) => [id, unsent]),
    [[PRESS, 'not-sent']],
  );
  await move('unknown');
  const [asked] = openIn(await view());
  assert.deepEqual([asked?.progress, asked?.cautions], [{ state: 'unknown' }, ['arrival-not-known']]);
});

test('E9: what waits on a thread that the server has is told with it, and is none of its answers', async () => {
  const { store, view } = await agnes();
  const write = (intent: CareIntent) =>
    writeIntent(intent, { author, clockOffsetMs: null, device: 'Test 1' });
  const put = write(WORRY).parts.flatMap((part) =>
    part.op === 'create'
      ? [{ type: part.type, id: part.id, version: '1', updated: null, text: part.body }]
      : [],
  );
  const epoch = await store.leadership.begin();
  const change = { resident: 'agnes', put, deleted: [], kinds: {} };
  await store.records(SERVER_SOURCE).apply({ epoch, changes: [change], checkpoints: [] });
  assert(WORRY.what.kind === 'thread-entry');
  const entry = {
    ...WORRY.what.entry,
    id: LATER,
    after: PRESS,
    act: { kind: 'withdraw', why: 'wrong-resident', words: '' },
  } as const;
  await store.outbox.enqueue(write({ ...WORRY, id: LATER, what: { ...WORRY.what, entry } }));
  const [matter] = openIn(await view());
  assert.deepEqual([matter?.progress, matter?.thread?.ending.state], [{ state: 'sent' }, 'open']);
  assert.match(matter?.details?.join(' ') ?? '', /^NOT SENT: Withdrawn.*, Sam Okafor, 20-Nov-2026 09:15$/);
});
