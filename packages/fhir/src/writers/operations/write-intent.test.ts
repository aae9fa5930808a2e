import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ThreadEntry } from '@ehch/clinical/thread';
import type { CareIntent } from '@ehch/clinical';
import {
  author,
  bmi,
  by,
  created,
  finishing,
  FINISH,
  form,
  intent,
  LATER,
  markerOf,
  writing,
} from './operations.fixtures.ts';
import { writeIntent } from './write-intent.ts';

const ID = (place: string) => `3f2b9c1e-7a64-8${place}-9c55-0a1b2c3d4e5f`;
const reason = 'Entered for the wrong resident';
const mistaken = (written = created(finishing())) =>
  writeIntent(intent({ kind: 'enter-in-error', finished: FINISH, draft: 'd1', reason, by }), {
    ...writing,
    written,
  });

test('P1: a finished assessment is its answers, its findings and one marker, each under an id of the intent', () => {
  const { parts, ...head } = finishing();
  assert.deepEqual(
    parts.map(({ op, type, id }) => [op, type, id]),
    [
      ['create', 'QuestionnaireResponse', ID('001')],
      ['create', 'Observation', ID('002')],
      ['create', 'Observation', ID('003')],
      ['create', 'Observation', ID('004')],
      ['create', 'Provenance', FINISH],
    ],
  );
  assert.deepEqual(
    { ...head, about: null },
    {
      format: 1,
      intent: FINISH,
      resident: 'p1',
      class: 'clinical',
      author,
      pressedAt: '2026-11-20T09:40:00Z',
      clockOffsetMs: 120,
      dependsOn: [],
      about: null,
    },
  );
});

test('P1: the body of each part has the id of the part', () => {
  const { parts } = finishing();
  assert.deepEqual(
    created({ parts }).map(({ resourceType, id }) => [resourceType, id]),
    parts.map(({ type, id }) => [type, id]),
  );
});

test('the resources name each other by their ids, and no temporary address is left', () => {
  const operation = finishing();
  assert.equal(JSON.stringify(operation.parts).includes('urn:uuid'), false);
  const [, , , total] = created(operation);
  assert.deepEqual(total?.['derivedFrom'], [
    { reference: `QuestionnaireResponse/${ID('001')}` },
    { reference: `Observation/${ID('002')}` },
    { reference: `Observation/${ID('003')}` },
  ]);
});

test('the marker of a finished assessment says who signed, who entered and what was written', () => {
  const role = (code: string) => ({
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code }],
  });
  assert.deepEqual(markerOf(finishing()), {
    resourceType: 'Provenance',
    target: [
      { reference: `QuestionnaireResponse/${ID('001')}` },
      ...['002', '003', '004'].map((place) => ({ reference: `Observation/${ID(place)}` })),
    ],
    occurredDateTime: '2026-11-20T09:15:00+00:00',
    recorded: '2026-11-20T09:30:00Z',
    agent: [
      { type: role('author'), who: { reference: 'Practitioner/7', display: 'S. Okafor, nurse' } },
      { type: role('assembler'), who: { display: 'EHCH Kit 0.1.0' } },
    ],
    id: FINISH,
  });
});

test('P1: the same intent gives the same operation, byte for byte', () => {
  assert.equal(JSON.stringify(finishing()), JSON.stringify(finishing()));
  assert.equal(JSON.stringify(mistaken()), JSON.stringify(mistaken()));
});

test('entered in error: each resource changes its status, nothing is deleted, and the marker says who and why', () => {
  const operation = mistaken();
  assert.deepEqual(operation.dependsOn, [FINISH]);
  assert.deepEqual(
    operation.parts.map((part) => [part.op, part.type, part.id]),
    [
      ['update', 'QuestionnaireResponse', ID('001')],
      ['update', 'Observation', ID('002')],
      ['update', 'Observation', ID('003')],
      ['update', 'Observation', ID('004')],
      ['create', 'Provenance', LATER],
    ],
  );
  const [answers] = operation.parts;
  assert.deepEqual(answers, {
    op: 'update',
    type: 'QuestionnaireResponse',
    id: ID('001'),
    edits: [
      {
        path: ['status'],
        from: { is: 'value', value: 'completed' },
        to: { is: 'value', value: 'entered-in-error' },
      },
    ],
    base: null,
  });
  assert.deepEqual(markerOf(operation), {
    resourceType: 'Provenance',
    id: LATER,
    target: [
      { reference: `QuestionnaireResponse/${ID('001')}` },
      ...['002', '003', '004'].map((place) => ({ reference: `Observation/${ID(place)}` })),
    ],
    recorded: '2026-11-20T09:40:00Z',
    reason: [{ text: reason }],
    activity: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
          code: 'NULLIFY',
          display: 'nullify',
        },
      ],
    },
    agent: [
      {
        type: {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'author' },
          ],
        },
        who: { reference: 'Practitioner/7', display: 'S. Okafor, nurse' },
      },
    ],
  });
});

test('entered in error: a profile that allows only final findings is no longer claimed', () => {
  const [, weight] = mistaken().parts;
  assert.deepEqual(weight?.op === 'update' && weight.edits[1], {
    path: ['meta', 'profile'],
    from: {
      is: 'value',
      value: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Observation-VitalSigns-BodyWeight'],
    },
    to: { is: 'value', value: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Observation'] },
  });
});

test('P7: a mark is based on what the server gave last, whatever status and version that has', () => {
  const [answers, ...rest] = created(finishing());
  const amended = { ...answers, status: 'amended', meta: { versionId: '4' } };
  const [part] = mistaken([amended, ...rest]).parts;
  assert.ok(part?.op === 'update');
  assert.equal(part.base, '4');
  assert.deepEqual(part.edits[0]?.from, { is: 'value', value: 'amended' });
});

test('what is marked already is left alone, and with nothing to mark there is no operation', () => {
  const all = created(finishing());
  const marked = all.map((each) => ({ ...each, status: 'entered-in-error' }));
  const [first, ...others] = all;
  assert.ok(first);
  assert.equal(mistaken([{ ...first, status: 'entered-in-error' }, ...others]).parts.length, 4);
  assert.throws(() => mistaken(marked), { code: 'bad-argument' });
  assert.throws(() => mistaken([]), { code: 'bad-argument' });
});

test('a signature that is taken back marks the same resources, and says that it was taken back', () => {
  const what: CareIntent['what'] = { kind: 'withdraw-assessment', finished: FINISH, draft: bmi().draft, by };
  const operation = writeIntent(intent(what), { ...writing, written: created(finishing()) });
  assert.deepEqual(operation.parts.slice(0, -1), mistaken().parts.slice(0, -1));
  assert.deepEqual(markerOf(operation)['reason'], [
    { text: 'The signature was taken back, to go on with the assessment' },
  ]);
});

test('nothing of one resident is written or marked under the intent of another', () => {
  const assessment = bmi();
  const other = { ...assessment, draft: { ...assessment.draft, resident: 'p2' } };
  assert.throws(() => writeIntent(intent({ kind: 'finish-assessment', assessment: other, form }), writing), {
    code: 'bad-argument',
  });
  const foreign = created(finishing()).map((each) => ({ ...each, subject: { reference: 'Patient/p11' } }));
  assert.throws(() => mistaken(foreign), { code: 'bad-argument' });
  // The same resident by the server's full address.
  const full = created(finishing()).map((each) =>
    'subject' in each ? { ...each, subject: { reference: 'https://fhir.example/r4/Patient/p1' } } : each,
  );
  assert.equal(mistaken(full).parts.length, 5);
});

test('a form that was not filled in is refused, and so is an intent without what it needs', () => {
  const finish = intent({ kind: 'finish-assessment', assessment: bmi(), form: { ...form, version: '0' } });
  assert.throws(() => writeIntent(finish, writing), { code: 'bad-argument' });
  const error = intent({ kind: 'enter-in-error', finished: FINISH, draft: 'd1', reason, by });
  assert.throws(() => writeIntent(error, writing), { code: 'bad-argument' });
});

/** A home's worry, as it was pressed. */
const worry: ThreadEntry = {
  id: FINISH,
  thread: FINISH,
  about: { kind: 'resident', resident: 'p1' },
  by: { name: 'Sam Okafor', role: 'carer', side: 'home' },
  pressedAt: '2026-11-20T09:12:00Z',
  clockOffsetMs: 0,
  receivedAt: null,
  after: null,
  act: {
    kind: 'raise',
    matter: 'worry',
    urgency: 'same-day',
    words: 'Not herself',
    signs: ['worry'],
    since: '',
    observations: null,
    askedBy: { kind: 'presser' },
  },
};

function pressed(entry: ThreadEntry, resident: string | null = 'p1'): CareIntent {
  return {
    id: entry.id,
    resident,
    pressedAt: entry.pressedAt,
    what: { kind: 'thread-entry', matter: 'worry', entry },
  };
}

test('a home’s worry is an escalation of three resources, and its marker names the other two and who pressed', () => {
  const operation = writeIntent(pressed(worry), writing);
  assert.equal(operation.class, 'escalation');
  assert.deepEqual(operation.dependsOn, []);
  const [task, message, marker] = created(operation);
  assert.deepEqual(
    [task, message, marker].map((one) => one?.['resourceType']),
    ['Task', 'Communication', 'Provenance'],
  );
  assert.deepEqual(message?.['partOf'], [{ reference: `Task/${String(task?.['id'])}` }]);
  assert.deepEqual(marker?.['target'], [
    { reference: `Task/${String(task?.['id'])}` },
    { reference: `Communication/${String(message?.['id'])}` },
  ]);
  assert.match(JSON.stringify(marker?.['agent']), /Sam Okafor, carer/);
});

const SCORE = '3d9e4f1a-8b3c-4d5e-9f6a-7b8c9d0e1f2a';

test('another system finds the score behind a worry, and the worry never waits for it', () => {
  const { act } = worry;
  assert.ok(act.kind === 'raise');
  const operation = writeIntent(pressed({ ...worry, act: { ...act, observations: SCORE } }), writing);
  const [task, message] = created(operation);
  const finish = intent({ kind: 'finish-assessment', assessment: bmi(), form });
  const [answers, ...others] = created(writeIntent({ ...finish, id: SCORE }, writing));
  assert.equal(answers?.['resourceType'], 'QuestionnaireResponse');
  // The push gives each resource its own id as an identifier, where a server gives the ids.
  const reference = {
    type: 'QuestionnaireResponse',
    identifier: { system: 'https://ehch-kit.example/Id/intent', value: answers['id'] },
    display: 'The observations behind it',
  };
  assert.deepEqual(task?.['reasonReference'], reference);
  assert.deepEqual(message?.['about'], [reference]);
  assert.match(JSON.stringify(others), new RegExp(`QuestionnaireResponse/${String(answers['id'])}`));
  assert.deepEqual(operation.dependsOn, [], 'a form that is refused would hold the worry back');
  const [without, silent] = created(writeIntent(pressed(worry), writing));
  assert.deepEqual([without?.['reasonReference'], silent?.['about']], [undefined, undefined]);
});

test('observations that are added later are named by their message', () => {
  const add: ThreadEntry = {
    ...worry,
    id: '7a1e0c52-7a0e-4d0f-9d57-1f0a6c1d2e03',
    after: FINISH,
    act: { kind: 'add', words: '', observations: SCORE },
  };
  const [message] = created(writeIntent(pressed(add), writing));
  assert.match(JSON.stringify(message?.['about']), /QuestionnaireResponse/);
});

test('the Provenance of a press carries the device’s clock offset, and says nothing where it is not known', () => {
  const url = 'https://ehch-kit.example/StructureDefinition/clock-offset';
  const offsetOf = (clockOffsetMs: number | null) =>
    markerOf(writeIntent(pressed({ ...worry, clockOffsetMs: null }), { ...writing, clockOffsetMs }))[
      'extension'
    ];
  assert.deepEqual(offsetOf(-4200), [{ url, valueInteger: -4200 }]);
  // FHIR's integer has 32 bits, and a PC with an empty battery begins in 2000.
  assert.deepEqual(offsetOf(851_000_000_000), [{ url, valueDecimal: 851_000_000_000 }]);
  assert.equal(offsetOf(null), undefined);
});

test('an answer of the practice goes in the name of who said it, and after its worry', () => {
  const answer: ThreadEntry = {
    ...worry,
    id: '7a1e0c52-7a0e-4d0f-9d57-1f0a6c1d2e03',
    by: { name: 'Dr Asha Rao', role: 'GP', side: 'practice' },
    after: FINISH,
    act: { kind: 'answer', outcome: 'visit', further: [], promisedBy: null, words: 'This afternoon.' },
  };
  const operation = writeIntent(pressed(answer), writing);
  assert.equal(operation.class, 'clinical');
  assert.deepEqual(operation.dependsOn, [FINISH]);
  assert.deepEqual(
    created(operation).map((one) => one['resourceType']),
    ['Communication', 'Provenance'],
  );
});

test('a worry is never written about another resident than its intent, or under another press', () => {
  for (const intentOf of [
    pressed(worry, 'p2'),
    pressed(worry, null),
    { ...pressed(worry), id: '7a1e0c52-7a0e-4d0f-9d57-1f0a6c1d2e03' },
    { ...pressed(worry), pressedAt: '2026-11-20T09:13:00Z' },
  ])
    assert.throws(() => writeIntent(intentOf, writing), { code: 'bad-argument' });
});

test('a worry about somebody who is not on the list names no patient', () => {
  const about = { kind: 'unlisted', person: { name: 'Joan Bell', born: null, room: '7' } } as const;
  const operation = writeIntent(pressed({ ...worry, about }, null), writing);
  assert.doesNotMatch(JSON.stringify(created(operation)), /Patient\//);
  assert.match(JSON.stringify(created(operation)), /Joan Bell/);
});

test('a press that does not know its clock carries the offset of the device, and is the same intent all the same', () => {
  const unaware = pressed({ ...worry, clockOffsetMs: null });
  const offsets = [0, 600_000].map((clockOffsetMs) => {
    const operation = writeIntent(unaware, { ...writing, clockOffsetMs });
    assert.deepEqual(operation.about, writeIntent(unaware, writing).about);
    return /"clock-offset","valueInteger":(-?\d+)/.exec(JSON.stringify(created(operation)))?.[1];
  });
  assert.deepEqual(offsets, ['0', '600000']);
  const aware = writeIntent(pressed({ ...worry, clockOffsetMs: 5 }), { ...writing, clockOffsetMs: 600_000 });
  assert.match(JSON.stringify(created(aware)), /"clock-offset","valueInteger":5\b/);
});
