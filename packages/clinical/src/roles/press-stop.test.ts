import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent, PlanLineIntent } from '../ports/care-actions.ts';
import type { ThreadAct, ThreadEntry, ThreadSide } from '../thread/entry.ts';
import { KINDS } from '../thread/kinds/index.ts';
import type { KindName } from '../thread/kind.ts';
import { PRESS_SETS } from './press-sets.ts';
import { pressStop } from './press-stop.ts';
import type { RoleId } from './role.ts';
import { ROLE_IDS, ROLES } from './roles.ts';

const BY = { name: 'Amy Lowe', role: 'carer' };

function entry(act: ThreadAct, side: ThreadSide, matter: KindName = 'worry', thread = 't1'): Pressed {
  const made: ThreadEntry = {
    id: act.kind === 'raise' ? 't1' : 'e2',
    thread,
    about: { kind: 'resident', resident: 'r1' },
    by: { ...BY, side },
    pressedAt: '2026-11-21T14:20:00Z',
    clockOffsetMs: 0,
    receivedAt: null,
    after: null,
    act,
  };
  return { what: { kind: 'thread-entry', matter, entry: made } };
}

type Pressed = Pick<CareIntent, 'what'>;

const raise = (matter: KindName): ThreadAct => ({
  kind: 'raise',
  matter,
  urgency: 'routine',
  words: 'w',
  signs: [],
  since: '',
  observations: null,
  askedBy: { kind: 'presser' },
});

const line = (act: PlanLineIntent['act'], of: PlanLineIntent['of']): Pressed => ({
  what: { kind: 'plan-line', act, of, line: null, before: null, after: null, reason: null, by: BY },
});

const answer: ThreadAct = {
  kind: 'answer',
  outcome: 'visit',
  further: [],
  promisedBy: null,
  words: '',
};

/** One press of each kind, by its column in the table. */
const PRESSES: Readonly<Record<string, (side: ThreadSide) => Pressed>> = {
  worry: (side) => entry(raise('worry'), side),
  query: (side) => entry(raise('medicine-query'), side, 'medicine-query'),
  referral: (side) => entry(raise('referral'), side, 'referral'),
  action: (side) => entry(raise('action'), side, 'action'),
  round: (side) => entry(raise('round-item'), side, 'round-item'),
  see: (side) => entry({ kind: 'see' }, side),
  answer: (side) => entry(answer, side),
  worse: (side) => entry({ kind: 'worse', words: '' }, side),
  call: (side) => entry({ kind: 'call', to: '999', isAnswered: true, words: '' }, side),
  link: (side) => entry({ kind: 'link', resident: 'r2' }, side),
  words: () => line('change', 'comfort'),
  proposes: () => line('propose', 'cpr'),
  decides: () => line('replace', 'cpr'),
  unwell: () => line('add', 'unwell'),
  signs: () => ({ what: { kind: 'enter-in-error', finished: 'f', draft: 'd', reason: 'r', by: BY } }),
  sets: () => ({
    what: { kind: 'clinical-setting', set: { kind: 'last-days', state: 'set', words: '' }, by: BY } as never,
  }),
  list: () => ({ what: { kind: 'resident-left', why: 'died', on: null, by: BY } as never }),
};

/** What each role presses on a matter of somebody else: x presses, · does not. In the order of the columns above. */
const EXPECTED: Readonly<Record<RoleId, string>> = {
  //                      wo qu re ac ro se an ws ca li wd pr de un si st ls
  gp: /*               */ '· · x x x x x x x x x x x x x x ·',
  matron: /*           */ '· · x x x x x x x x x x x x x x ·',
  'pcn-pharmacist': /* */ '· · x x x x x x x x x x x x x x ·',
  'community-pharmacist': '· · x x x x x x x x x x x x x x ·',
  'care-coordinator': /**/ '· · x x x x · x x x x x · · · · ·',
  therapist: /*        */ '· · x x x x x x x x x x x x x x ·',
  dietitian: /*        */ '· · x x x x x x x x x x x x x x ·',
  'social-worker': /*  */ '· · x x x x x x x x x x x x x x ·',
  'safeguarding-lead': /**/ '· · x x x x x x x x x x x x x x ·',
  'visiting-clinician': '· · x x x x x x x x x x x x x x ·',
  'home-manager': /*   */ 'x x x x x x x x x x x x x x x x x',
  nurse: /*            */ 'x x x x x x x x x x x x x x x x x',
  'senior-carer': /*   */ 'x x x x x x x x x x x x · · x · x',
  carer: /*            */ 'x x x x x x x x x x x x · · x · ·',
  'agency-nurse': /*   */ 'x x x x x x x x x x x x x x x x ·',
  'agency-carer': /*   */ 'x x x x x x x x x x x x · · x · ·',
  'kitchen-or-domestic': 'x · · · · · · · · · · · · · · · ·',
  voluntary: /*        */ 'x · · · · · · · · · · · · · · · ·',
  educator: /*         */ 'x · · · · · · · · · · · · · · · ·',
  unknown: /*          */ 'x · · · · · · · · · · · · · · · ·',
};

for (const id of ROLE_IDS)
  test(`${id} presses what the table says, and nothing else`, () => {
    const role = ROLES[id];
    const found = Object.values(PRESSES).map((press) =>
      pressStop(role, press(role.side)) === null ? 'x' : '·',
    );
    assert.equal(found.join(' '), EXPECTED[id]);
  });

test('whoever only notices goes on with a worry of their own, rings 999 and says so, and presses on no other', () => {
  for (const id of ['kitchen-or-domestic', 'voluntary', 'educator', 'unknown'] as const) {
    for (const act of ['add', 'worse', 'better', 'call', 'went-to-hospital', 'withdraw'] as const) {
      const press = entry({ kind: act, words: '' } as ThreadAct, 'home');
      assert.equal(pressStop(ROLES[id], press, ['t1']), null, `${id} ${act}`);
      assert.match(pressStop(ROLES[id], press, ['t2']) ?? '', /your own worry only/);
    }
    for (const act of ['see', 'take', 'answer', 'happened', 'join', 'link'] as const)
      assert.ok(pressStop(ROLES[id], entry({ kind: act } as ThreadAct, 'home'), ['t1']), `${id} ${act}`);
  }
});

test('nobody presses for the other side, so a home’s own answer never calms the home', () => {
  for (const id of ROLE_IDS) {
    const other = ROLES[id].side === 'home' ? 'practice' : 'home';
    for (const press of [entry(answer, other), entry(raise('action'), other, 'action')])
      assert.match(pressStop(ROLES[id], press) ?? '', /not for the other side/, id);
  }
});

test('a raising that is of two kinds, or goes into another thread, is refused', () => {
  assert.ok(pressStop(ROLES['kitchen-or-domestic'], entry(raise('worry'), 'home', 'referral')));
  assert.ok(pressStop(ROLES['kitchen-or-domestic'], entry(raise('referral'), 'home', 'worry')));
  assert.ok(pressStop(ROLES.carer, entry(raise('worry'), 'home', 'worry', 'another')));
});

test('a kind of intent, of press or of line that nobody has thought of is refused to everybody', () => {
  for (const id of ROLE_IDS) {
    const role = ROLES[id];
    for (const what of [
      { kind: 'later' },
      { kind: 'constructor' },
      entry({ kind: 'later' } as never, role.side).what,
      entry({ kind: 'toString' } as never, role.side).what,
      line('propose', 'later' as never).what,
      line('add', 'constructor' as never).what,
    ])
      assert.equal(typeof pressStop(role, { what: what as never }, ['t1']), 'string', `${id} ${what.kind}`);
  }
});

test('no role raises a matter that its side does not raise', () => {
  for (const id of ROLE_IDS)
    for (const kind of PRESS_SETS[ROLES[id].presses].raises)
      assert.ok(KINDS[kind].raisedBy.includes(ROLES[id].side), `${id} ${kind}`);
});
