import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanLineIntent } from '../../packages/clinical/src/index.ts';
import type { PlanLineKind, PlanText } from '../../packages/clinical/src/care-plan/index.ts';
import { writeIntent, type WrittenPart } from '../../packages/fhir/src/writers/index.ts';
import { decideEdits } from '../../packages/sync/src/conflicts/decide-edits.ts';
import { author, intentId } from '../emitted/everything.ts';
import { form, frame, goal, said, task, type Json } from './hostile.ts';

type Press = Partial<PlanLineIntent> & Pick<PlanLineIntent, 'of' | 'act'>;
type Update = Extract<WrittenPart, { op: 'update' }>;

let presses = 0;

/** The parts of a press on the copies that lie on one device. */
function pressedOn(copies: readonly Json[], what: Press): readonly WrittenPart[] {
  const by = { name: 'Grace Mensah', role: 'nurse' };
  const plain = { kind: 'plan-line', line: null, before: null, after: null, reason: null, by } as const;
  presses += 1;
  return writeIntent(
    {
      id: intentId(10, presses),
      resident: 'p1',
      pressedAt: '2026-11-21T14:00:00Z',
      what: { ...plain, ...what },
    },
    { author, clockOffsetMs: null, written: copies },
  ).parts;
}

const changes = (parts: readonly WrittenPart[], type: string): Update =>
  parts.find((part): part is Update => part.op === 'update' && part.type === type) ?? assert.fail(type);

/** What the edits mean on a version of the server, and the version that they leave. */
function met({ edits }: Update, server: Json): { readonly state: string; readonly left: Json } {
  const decision = decideEdits(edits, JSON.stringify(server));
  return {
    state: decision.state,
    left: decision.state === 'safe' ? (JSON.parse(decision.body) as Json) : server,
  };
}

const created = (parts: readonly WrittenPart[]): Json => {
  const [part] = parts;
  return part?.op === 'create' ? (JSON.parse(part.body) as Json) : assert.fail('nothing was created');
};

const DECISIONS: Readonly<Partial<Record<PlanLineKind, PlanText>>> = {
  cpr: { decision: 'attempt', signedBy: 'Dr Obi', signedOn: '2026-11-20' },
  form: { title: 'respect', signedBy: 'Dr Obi', signedOn: '2026-11-20' },
  'decision-maker': {
    name: 'Ruth Marlow',
    authority: 'lpa',
    registered: 'yes',
    seenOn: '2026-11-20',
    seenBy: 'Dr Obi',
  },
  'preferred-place': { of: 'care', place: 'Rowan Court', saidBy: 'herself', saidOn: '2026-11-20' },
  sharing: { basis: 'objection', words: 'not with my son' },
};

for (const [of, after] of Object.entries(DECISIONS) as [PlanLineKind, PlanText][]) {
  test(`${of}: two who replace one decision at once have decided twice, so the second waits for a person`, () => {
    const old = created(pressedOn([], { act: 'add', of, after }));
    const type = String(old['resourceType']);
    const what = { act: 'replace', of, line: `${type}/${String(old['id'])}`, before: after, after } as const;
    const [one, other] = [pressedOn([old], what), pressedOn([old], what)];
    const first = met(changes(one, type), old);
    assert.equal(first.state, 'safe');
    assert.equal(met(changes(other, type), first.left).state, 'conflict');
    // A copy that has heard of it makes no difference.
    assert.equal(met(changes(pressedOn([first.left], what), type), first.left).state, 'conflict');
  });

  test(`${of}: a proposal that two take over at once becomes one decision`, () => {
    const proposal = created(pressedOn([], { act: 'propose', of, after }));
    const line = `QuestionnaireResponse/${String(proposal['id'])}`;
    const what = { act: 'add', of, after, proposal: line } as const;
    const [one, other] = [pressedOn([proposal], what), pressedOn([proposal], what)];
    const first = met(changes(one, 'QuestionnaireResponse'), proposal);
    assert.equal(first.state, 'safe');
    assert.equal(met(changes(other, 'QuestionnaireResponse'), first.left).state, 'conflict');
  });
}

test('a proposal whose decision was replaced meanwhile adds no second one', () => {
  const after = DECISIONS.cpr ?? assert.fail();
  const old = created(pressedOn([], { act: 'add', of: 'cpr', after }));
  const line = `Flag/${String(old['id'])}`;
  const proposal = created(pressedOn([old], { act: 'propose', of: 'cpr', line, before: after, after }));
  const replaced = pressedOn([old], { act: 'replace', of: 'cpr', line, before: after, after });
  const server = met(changes(replaced, 'Flag'), old).left;
  const take = { of: 'cpr', after, proposal: `QuestionnaireResponse/${String(proposal['id'])}` } as const;
  const seen = pressedOn([old, proposal], { ...take, act: 'replace', line, before: after });
  assert.equal(met(changes(seen, 'Flag'), server).state, 'conflict');
  // Whoever has heard of it sees no decision to replace, and adds one.
  const unseen = pressedOn([server, proposal], { ...take, act: 'add' });
  assert.equal(met(changes(unseen, 'Flag'), server).state, 'conflict');
});

const LINES: readonly (readonly [PlanLineKind, Json, Json, PlanText])[] = [
  [
    'unwell',
    form([said('unwell.situation', 'Situation', 'Chest pain')]),
    form([said('unwell.situation', 'Situation', 'Chest pain, sudden')]),
    { situation: 'Chest pain' },
  ],
  ['goal', goal({}), goal({ description: { text: 'Walk to lunch' } }), { want: 'Walk' }],
  ['action', task({}), task({ description: 'Weigh weekly' }), { what: 'Weigh', state: 'to-do' }],
  ['frame', frame({}), frame({ title: 'Plan for the winter' }), { title: 'Plan' }],
];

for (const [of, old, newer, before] of LINES)
  test(`${of}: whoever ends a line ends the words that they saw, and no newer ones, however late it is handed over`, () => {
    const type = String(old['resourceType']);
    const end = {
      act: 'end',
      of,
      line: `${type}/${String(old['id'])}`,
      before,
      reason: 'She moved',
    } as const;
    assert.equal(met(changes(pressedOn([old], end), type), old).state, 'safe');
    assert.equal(met(changes(pressedOn([newer], end), type), newer).state, 'conflict');
    // This device has not heard of the newer words yet.
    assert.equal(met(changes(pressedOn([old], end), type), newer).state, 'conflict');
  });

for (const [of, old, , before] of LINES)
  test(`${of}: two who end the same line have not decided twice: it holds no longer, and nobody is asked`, () => {
    const type = String(old['resourceType']);
    const end = {
      act: 'end',
      of,
      line: `${type}/${String(old['id'])}`,
      before,
      reason: 'She moved',
    } as const;
    const one = met(changes(pressedOn([old], end), type), old);
    assert.equal(met(changes(pressedOn([old], end), type), one.left).state, 'already');
  });
