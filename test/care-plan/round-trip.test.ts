import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PlanLineIntent, ResidentView } from '../../packages/clinical/src/index.ts';
import {
  carePlanOf,
  editableLines,
  type CarePlan,
  type PlanLineKind,
  type PlanText,
} from '../../packages/clinical/src/care-plan/index.ts';
import { buildView } from '../../packages/fhir/src/index.ts';
import { writeIntent, type WrittenOperation } from '../../packages/fhir/src/writers/index.ts';
import { edited } from '../../packages/sync/src/conflicts/merge.ts';
import { author, intentId } from '../emitted/everything.ts';
import { structureFaults } from '../emitted/r4-structure.ts';
import { fieldsOf, KINDS } from './random-line.ts';

type Json = Readonly<Record<string, unknown>>;

const NOW = '2026-11-21T14:20:00Z';
const AT = '2026-11-21T14:00:00Z';
const patient = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Marlow', given: ['Edith'] }] };
const by = { name: 'Grace Mensah', role: 'nurse' };

function operation(
  what: Partial<PlanLineIntent> & Pick<PlanLineIntent, 'of' | 'act'>,
  written: readonly Json[] = [],
) {
  const intent = intentId(7, written.length + 1);
  return writeIntent(
    {
      id: intent,
      resident: 'p1',
      pressedAt: AT,
      what: { kind: 'plan-line', line: null, before: null, after: null, reason: null, by, ...what },
    },
    { author, clockOffsetMs: null, written },
  );
}

/** What a server has after an operation. The texts are changed by the code that the push uses. */
function afterwards({ parts }: WrittenOperation, before: readonly Json[] = []): readonly Json[] {
  const bodies = new Map(before.map((one) => [`${String(one['resourceType'])}/${String(one['id'])}`, one]));
  for (const part of parts) {
    const key = `${part.type}/${part.id}`;
    const text = part.op === 'create' ? part.body : edited(JSON.stringify(bodies.get(key)), part.edits);
    bodies.set(key, JSON.parse(text) as Json);
  }
  return [...bodies.values()];
}

const viewOf = (resources: readonly Json[]): ResidentView =>
  buildView({
    resident: 'p1',
    patient: 'p1',
    resources: [patient, ...resources],
    outcomes: {},
    now: NOW,
    sourceLabel: 'Shared record',
  }).view;

const planOf = (resources: readonly Json[]): CarePlan => carePlanOf(viewOf(resources), '2026-11-21');

/** The fields of the only line of a kind, wherever the card shows it. */
function shown(kind: PlanLineKind, resources: readonly Json[]): { id: string; fields: PlanText } {
  const { limits, aboutMe } = planOf(resources);
  const { plan } = viewOf(resources).sections;
  const lines =
    plan.state === 'known' && plan.content.kind === 'recorded' ? (plan.content.value.lines ?? []) : [];
  const found = [
    ...lines
      .filter((one) => one.kind === kind && one.state === 'in-force')
      .map((one) => ({ id: one.id, fields: { ...one.fields } })),
    ...(limits.state === 'known' && limits.content.kind === 'recorded' ? limits.content.value.rows : [])
      .filter(({ atom }) => atom?.kind === kind)
      .map(({ fact, atom }) => ({ id: fact.id, fields: atom?.fields ?? {} })),
    ...(aboutMe.state === 'known' && aboutMe.content.kind === 'recorded' ? aboutMe.content.value.entries : [])
      .filter(({ line }) => line !== undefined && kind === 'about-me')
      .map(({ id, heading, text, line }) => ({
        id,
        fields: { heading, text, saidBy: line?.saidBy ?? null },
      })),
  ];
  assert.equal(found.length, 1, `${kind}: ${found.length} lines`);
  return found[0] as { id: string; fields: PlanText };
}

for (const kind of KINDS)
  test(`${kind}: what the screen says at saving is what is read back, and the resource is FHIR R4`, () => {
    fc.assert(
      fc.property(fieldsOf(kind), (after) => {
        // "No" and "n" name no place, and the reader says so in its own words.
        fc.pre(kind !== 'preferred-place' || (after['place'] ?? '').length > 4);
        const resources = afterwards(operation({ act: 'add', of: kind, after }));
        for (const resource of resources) assert.deepEqual(structureFaults(resource), []);
        assert.deepEqual(shown(kind, resources).fields, after);
      }),
      { numRuns: 60 },
    );
  });

const STRANGE = {
  CarePlan: {
    description: 'Written by the practice',
    note: [{ text: 'Rang her daughter', time: '2026-06-02T09:00:00Z' }],
    activity: [{ detail: { status: 'in-progress', description: 'Weigh weekly' } }],
    extension: [{ url: 'https://practice.example/colour', valueString: 'green' }],
  },
  Goal: {
    note: [{ text: 'Said on a good day' }],
    priority: { text: 'high' },
    extension: [{ url: 'https://practice.example/colour', valueString: 'green' }],
  },
  Task: {
    note: [{ text: 'The frame is in the shed' }],
    priority: 'routine',
    reasonCode: { text: 'She fell' },
  },
  QuestionnaireResponse: {
    partOf: [{ reference: 'Procedure/1' }],
    extension: [{ url: 'https://practice.example/colour', valueString: 'green' }],
  },
} as const;

const EDITED = KINDS.filter(
  (kind) => !['cpr', 'form', 'decision-maker', 'preferred-place', 'sharing'].includes(kind),
);

for (const kind of EDITED)
  test(`${kind}: a change is read back as it was saved, and whatever else stands there survives it untouched`, () => {
    fc.assert(
      fc.property(fieldsOf(kind), fieldsOf(kind), (first, after) => {
        const made = afterwards(operation({ act: 'add', of: kind, after: first }));
        const [line = {}] = made;
        const strange = STRANGE[line['resourceType'] as keyof typeof STRANGE];
        const before = [{ ...line, ...strange }];
        const { id, fields } = shown(kind, before);
        fc.pre(JSON.stringify(first) !== JSON.stringify(after));
        const change = operation({ act: 'change', of: kind, line: id, before: fields, after }, before);
        const resources = afterwards(change, before);
        const [now = {}] = resources;
        for (const [name, value] of Object.entries(strange)) assert.deepEqual(now[name], value, name);
        for (const resource of resources) assert.deepEqual(structureFaults(resource), []);
        assert.deepEqual(shown(kind, resources).fields, after);
      }),
      { numRuns: 40 },
    );
  });

test('a goal and a plan of another system are changed field by field, and nothing else of them is', () => {
  const goal = {
    resourceType: 'Goal',
    id: 'g',
    lifecycleStatus: 'active',
    subject: { reference: 'Patient/p1' },
    description: {
      text: 'Walk to the garden',
      extension: [{ url: 'https://x.example/e', valueString: 'kept' }],
    },
    target: [{ measure: { text: 'Steps' }, detailInteger: 20 }, { dueDate: '2026-12-01' }],
  };
  const { id, fields } = shown('goal', [goal]);
  assert.deepEqual(fields, {
    want: 'Walk to the garden',
    step: null,
    with: null,
    saidBy: null,
    due: '2026-12-01',
  });
  const after = { ...fields, want: 'Walk to the summer house', with: 'Amy' };
  const [now] = afterwards(
    operation({ act: 'change', of: 'goal', line: id, before: fields, after }, [goal]),
    [goal],
  );
  assert.deepEqual(now, {
    ...goal,
    description: { ...goal.description, text: 'Walk to the summer house' },
    target: [
      // What stood there stays where it stood.
      ...goal.target,
      { measure: { text: 'Who with' }, detailString: 'Amy' },
    ],
  });
});

test('a goal that another system has coded is shown, and not changed in words', () => {
  const coded = {
    resourceType: 'Goal',
    id: 'g',
    lifecycleStatus: 'active',
    subject: { reference: 'Patient/p1' },
    description: { text: 'Weight gain', coding: [{ system: 'http://snomed.info/sct', code: '8943002' }] },
  };
  const { plan } = viewOf([coded]).sections;
  assert.ok(plan.state === 'known' && plan.content.kind === 'recorded');
  assert.deepEqual(plan.content.value.lines, []);
  assert.equal(plan.content.value.goals[0]?.text, 'Weight gain');
});

test('an edit never replaces what the screen did not show: it names what was seen, and the server tells them apart', () => {
  const before = afterwards(
    operation({ act: 'add', of: 'helped', after: { name: 'Ruth Marlow', how: 'on the telephone' } }),
  ).slice(0, 1);
  const [line = {}] = before;
  const newer = {
    ...line,
    item: [{ linkId: 'helped.name', answer: [{ valueString: 'Ruth and Neil Marlow' }] }],
  };
  const change = operation(
    {
      act: 'change',
      of: 'helped',
      line: `QuestionnaireResponse/${String(line['id'])}`,
      before: { name: 'Ruth Marlow', how: 'on the telephone' },
      after: { name: 'Ruth', how: 'on the telephone' },
    },
    [newer],
  );
  const [part] = change.parts;
  assert.ok(part?.op === 'update');
  const { from } = part.edits[0] ?? assert.fail();
  assert.ok(from.is === 'value' && JSON.stringify(from.value).includes('Ruth Marlow'));
});

test('a proposal is no decision: it is a form that is not finished and a task that somebody sees, and the limits stay as they are', () => {
  const after = {
    decision: 'do-not-attempt',
    originalAt: null,
    signedBy: 'Dr Obi',
    signedOn: '2026-11-21',
    sightedBy: null,
    sightedOn: null,
    madeIn: 'hospital',
    reviewBy: null,
  };
  const resources = afterwards(operation({ act: 'propose', of: 'cpr', after }));
  for (const resource of resources) assert.deepEqual(structureFaults(resource), []);
  const view = viewOf(resources);
  const { limits, open } = view.sections;
  assert.ok(limits.state === 'known' && limits.content.kind === 'not-recorded', JSON.stringify(limits));
  assert.ok(open.state === 'known' && open.content.kind === 'recorded');
  assert.match(open.content.value[0]?.text ?? '', /Proposed change of the care plan: Decision about CPR/);
  const { body } = planOf(resources);
  assert.ok(body.state === 'known' && body.content.kind === 'recorded');
  assert.deepEqual(
    body.content.value.proposals.map(({ kind, fields }) => ({ kind, fields })),
    [{ kind: 'cpr', fields: after }],
  );
});

test('a decision is replaced whole: the new one stands, the old one ends, and both are in one operation', () => {
  const signed = {
    originalAt: null,
    signedBy: 'Dr Obi',
    signedOn: '2026-06-01',
    sightedBy: null,
    sightedOn: null,
    madeIn: null,
    reviewBy: null,
  };
  const before = afterwards(
    operation({ act: 'add', of: 'cpr', after: { decision: 'do-not-attempt', ...signed } }),
  );
  const { id, fields } = shown('cpr', before);
  const after = { ...fields, decision: 'attempt', signedOn: '2026-11-20' };
  const replaced = operation({ act: 'replace', of: 'cpr', line: id, before: fields, after }, before);
  assert.deepEqual(
    replaced.parts.map(({ op, type }) => [op, type]),
    [
      ['create', 'Flag'],
      ['update', 'Flag'],
      ['create', 'Provenance'],
    ],
  );
  assert.deepEqual(shown('cpr', afterwards(replaced, before)).fields, after);
});

test('a line that ended stays readable with its reason, and holds no longer', () => {
  const first = { about: 'faith', text: 'Quaker' };
  const before = afterwards(operation({ act: 'add', of: 'self', after: first })).slice(0, 1);
  const { id } = shown('self', before);
  const ended = operation({ act: 'end', of: 'self', line: id, before: first, reason: 'She said so' }, before);
  const resources = afterwards(ended, before);
  for (const resource of resources) assert.deepEqual(structureFaults(resource), []);
  const { plan } = viewOf(resources).sections;
  assert.ok(plan.state === 'known' && plan.content.kind === 'recorded');
  const [line] = plan.content.value.lines ?? [];
  assert.equal(line?.state, 'ended');
  assert.deepEqual(line.more, [{ name: 'holds no longer', text: 'She said so' }]);
});

test('an item that another program adds to a line is shown beside it', () => {
  const [line = {}] = afterwards(
    operation({ act: 'add', of: 'self', after: { about: 'faith', text: 'Quaker' } }),
  );
  const items = line['item'] as readonly Json[];
  const more = { linkId: 'x', text: 'Except at Christmas', answer: [{ valueString: 'Church of England' }] };
  const { plan } = viewOf([{ ...line, item: [...items, more] }]).sections;
  assert.ok(plan.state === 'known' && plan.content.kind === 'recorded');
  const [found] = plan.content.value.lines ?? [];
  assert.deepEqual(found?.more, [{ name: 'Except at Christmas', text: 'Church of England' }]);
});

test('a proposal that somebody takes over becomes the decision, and ends with its task in the same operation', () => {
  const signed = {
    signedBy: 'Dr Obi',
    signedOn: '2026-06-01',
    originalAt: null,
    sightedBy: null,
    sightedOn: null,
    madeIn: null,
    reviewBy: null,
  };
  const old = afterwards(
    operation({ act: 'add', of: 'cpr', after: { decision: 'do-not-attempt', ...signed } }),
  );
  const { id, fields } = shown('cpr', old);
  const after = { ...fields, decision: 'attempt', signedOn: '2026-11-20' };
  const before = afterwards(
    operation({ act: 'propose', of: 'cpr', line: id, before: fields, after }, old),
    old,
  );
  const [proposal] = editableLines(viewOf(before)).proposals;
  assert.ok(proposal !== undefined);
  assert.equal(proposal.replaces, id.split('#')[0]);
  const taken = operation(
    { act: 'replace', of: 'cpr', line: id, before: fields, after, proposal: proposal.id },
    before,
  );
  const resources = afterwards(taken, before);
  for (const resource of resources) assert.deepEqual(structureFaults(resource), []);
  assert.deepEqual(shown('cpr', resources).fields, after);
  assert.deepEqual(editableLines(viewOf(resources)).proposals, []);
  assert.equal(resources.find(({ resourceType }) => resourceType === 'Task')?.['status'], 'completed');
});

test('a proposal that is turned down ends with its reason, and its task with it', () => {
  const after = { of: 'care', place: 'Rowan Court', saidBy: 'herself', saidOn: '2026-11-20' };
  const before = afterwards(operation({ act: 'propose', of: 'preferred-place', after }));
  const [proposal] = editableLines(viewOf(before)).proposals;
  const ended = operation(
    {
      act: 'end',
      of: 'preferred-place',
      line: proposal?.id ?? '',
      before: after,
      reason: 'She has changed her mind',
    },
    before,
  );
  const resources = afterwards(ended, before);
  assert.deepEqual(editableLines(viewOf(resources)).proposals, []);
  assert.equal(resources.find(({ resourceType }) => resourceType === 'Task')?.['status'], 'rejected');
});

/** Every fact of a view, in whatever section. */
function factsIn(part: unknown): readonly Json[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'cautions' in part && 'source' in part ? [part as Json] : [];
  return [...own, ...Object.values(part).flatMap((one) => factsIn(one))];
}

for (const kind of KINDS)
  test(`${kind}: what was written here is read here without a caution, and nothing of it is "more in the record"`, () => {
    fc.assert(
      fc.property(fieldsOf(kind), (after) => {
        fc.pre(kind !== 'preferred-place' || (after['place'] ?? '').length > 4);
        const resources = afterwards(operation({ act: 'add', of: kind, after }));
        const facts = factsIn(viewOf(resources).sections);
        const said = facts.flatMap(({ more = [], cautions }) => [
          // Whoever wrote an action down stands beside its owner, and a review that has passed has.
          ...(more as Json[]).filter(({ name }) => name !== 'also by'),
          ...(cautions as Json[]).filter((one) => (one as unknown) !== 'past-its-date'),
        ]);
        assert.deepEqual(said, []);
      }),
      { numRuns: 30 },
    );
  });
