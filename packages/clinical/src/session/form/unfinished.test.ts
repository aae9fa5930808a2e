import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../../form/draft.ts';
import { GUARDS } from './guards.ts';
import { AROUND, WORDS, draftWith, frozen, instant, stamps, words } from './session.fixtures.ts';
import { NO_SESSIONS } from './sessions.ts';
import { sessionsStep } from './sessions-step.ts';
import type { SessionEffect, SessionsAction } from './sessions.ts';
import { unfinishedOf } from './unfinished.ts';

/** The list of forms of one window. */
class Chooser {
  sessions = NO_SESSIONS;
  effects: readonly SessionEffect[] = [];
  readonly #stamp = stamps();
  readonly #step;

  constructor(guards = GUARDS) {
    this.#step = sessionsStep(guards);
  }

  do(action: SessionsAction): this {
    const stepped = this.#step(frozen(this.sessions), frozen({ ...action, ...this.#stamp() }));
    ({ session: this.sessions, effects: this.effects } = stepped);
    return this;
  }

  /** Comes on screen. Gives what it asks for, or nothing. */
  of(resident: string, port = 'port'): string | null {
    return this.do({ kind: 'list-drafts', resident, port }).asking;
  }

  get asking(): string | null {
    const asked = this.effects.flatMap(({ effect }) =>
      effect.kind === 'list-drafts' ? [effect.asking] : [],
    );
    return asked[0] ?? null;
  }

  given(asking: string | null, ...drafts: readonly Draft[]): this {
    return this.do({ kind: 'drafts-listed', asking: asking ?? '', kept: drafts.map((draft) => ({ draft })) });
  }

  ids(resident: string): readonly string[] {
    return unfinishedOf(this.sessions, resident).map(({ form }) => form.id);
  }
}

function begun(form: string, resident = 'r1', seconds = 0): Draft {
  const draft = draftWith({ a: `${resident}:1` });
  return {
    ...draft,
    resident,
    id: `${resident} ${form}`,
    form: { id: form, version: '1' },
    changedAt: instant(seconds),
  };
}

test('G7: what was begun is listed, the last changed first; what has no answer is not', () => {
  const one = new Chooser();
  const asking = one.of('r1');
  one.given(asking, begun('news2', 'r1', 1), begun('cga', 'r1', 5), { ...begun('4at'), answers: {} });
  assert.deepEqual(one.ids('r1'), ['cga', 'news2']);
  assert.equal(one.of('r1'), null, 'it is asked once');
});

test('G7: a list that comes late is dropped, and with the guard taken away it is not', () => {
  const late = (guards = GUARDS) => {
    const one = new Chooser(guards);
    const first = one.of('r1');
    one.of('r2');
    one.given(first, begun('news2'));
    return one.sessions.unfinished.state;
  };
  assert.equal(late(), 'listing');
  assert.equal(late({ ...GUARDS, isLast: () => true }), 'listed');
});

test('S6: a list that comes after the deadline is the list, and an older one is not once it was asked for anew', () => {
  const one = new Chooser();
  const asking = one.of('r1') ?? '';
  one.do({ kind: 'drafts-not-listed', asking, error: new Error('late') });
  assert.equal(one.sessions.unfinished.state, 'not-listed');
  assert.deepEqual(one.given(asking, begun('news2')).ids('r1'), ['news2']);
  const again = new Chooser();
  const first = again.of('r1') ?? '';
  again.do({ kind: 'drafts-not-listed', asking: first, error: new Error('late') });
  again.do({ kind: 'list-drafts-again' }).given(first, begun('news2'));
  assert.equal(again.sessions.unfinished.state, 'listing');
});

test('G7: a draft of somebody else in the list is dropped, and nothing is listed for anybody else', () => {
  const one = new Chooser();
  one.given(one.of('r1'), begun('news2', 'r2'), begun('cga'));
  assert.deepEqual([one.ids('r1'), one.ids('r2')], [['cga'], []]);
  one.of('r1', 'another port');
  assert.deepEqual(one.ids('r1'), []);
});

test('G7: a list that does not come is not "none", and a person asks again', () => {
  const one = new Chooser();
  const asking = one.of('r1') ?? '';
  one.do({ kind: 'drafts-not-listed', asking, error: new Error('lost') });
  assert.equal(one.sessions.unfinished.state, 'not-listed');
  one.do({ kind: 'list-drafts-again' }).given(one.asking, begun('news2'));
  assert.deepEqual(one.ids('r1'), ['news2']);
});

test('G7: a form that left is listed while it is on its way, and the list is asked for anew when it was kept', () => {
  const one = new Chooser();
  const opening = { resident: 'r1', form: WORDS, port: 'port', around: AROUND, previous: null } as const;
  one.do({ kind: 'open', opening: { ...opening, from: 'empty', draft: null, focus: false } });
  const session = one.sessions.front?.id ?? '';
  one.do({ kind: 'at', session, action: { kind: 'answer', key: 'a', values: words('r1:1') } });
  const saving = one.sessions.front?.keep.saving?.asking ?? '';
  one.do({ kind: 'leave' });
  one.given(one.of('r1'));
  assert.deepEqual(one.ids('r1'), [WORDS.id]);
  const kept = { where: 'memory', revision: '1' } as const;
  one.do({ kind: 'at', session, action: { kind: 'saved', asking: saving, kept } });
  one.given(one.asking, begun('news2'));
  assert.deepEqual(one.ids('r1'), ['news2']);
});

test('K4: what was finished here is not listed, whatever the port still has', () => {
  const one = new Chooser();
  const asking = one.of('r1');
  one.sessions = { ...one.sessions, finished: ['r1 news2'] };
  one.given(asking, begun('news2'));
  assert.deepEqual(one.ids('r1'), []);
});
