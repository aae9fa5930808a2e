import assert from 'node:assert/strict';
import type { FinishedAssessment } from '../../assessment/types.ts';
import { disputesIn } from '../../assessment/merge/disputes.ts';
import { asked } from '../../form/asked.ts';
import type { Draft } from '../../form/draft.ts';
import type { Receipt } from '../../ports/care-actions.ts';
import type { Stamp } from '../step.ts';
import type { FormAction } from './action.ts';
import { authorOf } from './answer.ts';
import type { FormEffect } from './effect.ts';
import { isTyping } from './entry.ts';
import type { FormGuards } from './guards.ts';
import { RacePort } from './race-port.fixtures.ts';
import type { RaceStep } from './race-steps.fixtures.ts';
import {
  AROUND,
  CARER,
  NURSE,
  RULES,
  WORDS,
  draftWith,
  frozen,
  stamps,
  viewOf,
  words,
  wordsIn,
} from './session.fixtures.ts';
import type { FormSession, Surroundings } from './session.ts';
import { NO_SESSIONS } from './sessions.ts';
import { sessionsStep } from './sessions-step.ts';
import type { FormSessions, SessionsAction } from './sessions.ts';

/** Something that was asked of the world, and what it answers. */
interface Asked {
  readonly window: Window;
  readonly session: string;
  readonly effect: FormEffect;
  /** Answers, as the world does when it comes to it. */
  readonly answer: () => FormAction;
  /** The deadline has passed: the session does not wait for it any more. */
  readonly isOverdue: boolean;
}

/** One browser window, and what it has on screen. */
interface Window {
  sessions: FormSessions;
  around: Surroundings;
}

interface RaceRules {
  readonly guards?: FormGuards | undefined;
  readonly withRevisions?: boolean | undefined;
  readonly freezes?: boolean;
}

/** Two windows over one port. It checks after every step what must never happen. */
export class Race {
  readonly #port: RacePort;
  readonly #step: ReturnType<typeof sessionsStep>;
  readonly #windows: readonly [Window, Window] = [
    { sessions: NO_SESSIONS, around: AROUND },
    { sessions: NO_SESSIONS, around: { ...AROUND, author: CARER } },
  ];
  readonly #stamp = stamps();
  #asked: Asked[] = [];
  /** What was answered already: the world may say it twice. */
  readonly #answered: (Omit<Asked, 'answer' | 'isOverdue'> & { readonly action: FormAction })[] = [];
  readonly #given = new Set<string>();
  /** What a person took back, or said otherwise, where it stood before them. */
  readonly #replaced = new Set<string>();
  /** By session: drafts that came of it, for a page that hands them back; what it finished; what it signed last. */
  readonly #told = new Map<string, Draft[]>();
  readonly #finished = new Map<string, Set<string>>();
  readonly #signing = new Map<string, { readonly said: string; readonly id: string }>();
  readonly #ids = new Map<string, string>();
  #count = 0;

  readonly #held: <T>(value: T) => T;

  /** `freezes`: whatever goes in can be changed no more (S1). It takes half of the time of a race. */
  constructor({ guards, withRevisions = true, freezes = true }: RaceRules) {
    this.#port = new RacePort(withRevisions);
    this.#held = freezes ? frozen : (value) => value;
    this.#step = sessionsStep(guards);
  }

  take(step: RaceStep): void {
    if (step.do === 'world') return this.#world(step.which, step.how);
    if (step.do === 'again') return this.#again(step.which);
    const window = this.#windows[step.window];
    const { front } = window.sessions;
    switch (step.do) {
      case 'open':
        return this.#open(window, step);
      case 'leave':
        return this.#dispatch(window, { kind: 'leave' });
      case 'save-all-again':
        return this.#dispatch(window, { kind: 'save-all-again' });
      case 'start-from-finished':
        return this.#dispatch(window, { kind: 'start-from-finished' });
      case 'around':
        return this.#around(window, step.what);
      case 'page-gives':
        return front === null ? undefined : this.#pageGives(window, front, step.what);
      case 'press':
        return front === null ? undefined : this.#press(window, front, step.what, step.at);
    }
  }

  /** Everything is answered, and saved again, until nothing moves any more. Then nothing may be lost. */
  end(): void {
    this.#rest();
    for (let round = 0; round < 4; round += 1) {
      for (const window of this.#windows) this.#dispatch(window, { kind: 'save-all-again' });
      this.#rest();
    }
    const kept = new Set([
      ...this.#port.drafts.flatMap(standingIn),
      ...[...this.#port.signed.values()].flatMap(({ draft }) => standingIn(draft)),
      ...this.#sessions().flatMap((one) => (saysThatItIsNotKept(one) ? standingIn(one.state?.draft) : [])),
    ]);
    for (const word of this.#given)
      assert.ok(kept.has(word) || this.#replaced.has(word), `${word} is lost, and nothing says so`);
  }

  #rest(): void {
    for (let answers = 0; this.#asked.length > 0; answers += 1) {
      assert.ok(answers < 200, 'the sessions never come to rest');
      this.#world(0, 'answers');
    }
  }

  #sessions(): readonly FormSession[] {
    return this.#windows.flatMap(({ sessions: { front, left } }) =>
      front === null ? left : [front, ...left],
    );
  }

  #open(window: Window, { resident, from, draft }: Extract<RaceStep, { readonly do: 'open' }>): void {
    const id = `r${resident}`;
    const around = { ...window.around, view: window.around.view === null ? null : viewOf(id) };
    const given = draft === 'none' ? null : this.#someDraft(id, draft);
    const last: FinishedAssessment | undefined = [...this.#port.signed.values()].at(-1);
    const opening = { resident: id, form: WORDS, port: 'port', around, previous: last ?? null } as const;
    this.#dispatch(window, { kind: 'open', opening: { ...opening, from, draft: given, focus: true } });
  }

  #around(window: Window, what: Extract<RaceStep, { readonly do: 'around' }>['what']): void {
    const { front } = window.sessions;
    const { around } = window;
    const own = front?.resident ?? 'r0';
    const parts: Readonly<Record<typeof what, Partial<Surroundings>>> = {
      'own-view': { view: viewOf(own) },
      'view-of-another': { view: viewOf(own === 'r0' ? 'r1' : 'r0') },
      died: { view: viewOf(own, 'died') },
      'no-view': { view: null },
      'read-only': { readOnly: !around.readOnly },
      author: { author: around.author === NURSE ? CARER : NURSE },
      'no-author': { author: null },
      'no-rules': { rules: null },
      rules: { rules: RULES },
      evaluator: { evaluator: { evaluate: () => Promise.resolve([1]) } },
    };
    window.around = { ...around, ...parts[what] };
    if (front !== null) this.#at(window, front.id, { kind: 'surroundings', around: window.around });
  }

  #pageGives(
    window: Window,
    front: FormSession,
    what: Extract<RaceStep, { readonly do: 'page-gives' }>['what'],
  ): void {
    const told = this.#told.get(front.id) ?? [];
    const draft =
      what === 'echo'
        ? told.at(-1)
        : what === 'older'
          ? told.at(-2)
          : what === 'of-another-resident'
            ? this.#someDraft(front.resident === 'r0' ? 'r1' : 'r0', 'other')
            : this.#someDraft(front.resident, 'other');
    // A page hands on copies.
    if (draft !== undefined)
      this.#at(window, front.id, { kind: 'draft-given', draft: structuredClone(draft) });
  }

  /** A draft that a page may have of a resident: what the port keeps, or one that somebody made on paper. */
  #someDraft(resident: string, which: 'kept' | 'other'): Draft {
    const kept = this.#port.load(resident)?.draft;
    if (which === 'kept' && kept !== undefined) return structuredClone(kept);
    this.#count += 1;
    const { at, id } = this.#stamp();
    const seconds = (Date.parse(at) - Date.parse('2026-11-21T14:00:00Z')) / 1000;
    return draftWith({ b: `${resident}:page-${this.#count}` }, { id: `page-${id}`, resident, seconds });
  }

  #press(
    window: Window,
    front: FormSession,
    what: Extract<RaceStep, { readonly do: 'press' }>['what'],
    at: number,
  ): void {
    const rows = front.state?.draft.rows['fall'] ?? ['1'];
    const row = rows[at % Math.max(1, rows.length)] ?? '1';
    const key = ['a', 'b', `where[${row}]`][at % 3] ?? 'a';
    // What stands nowhere is no question.
    if (front.state !== null && (what === 'answer' || what === 'clear') && !isAsked(front, key)) return;
    const [offer, rowOffer] = front.offered.all;
    this.#count += 1;
    const presses: Readonly<Record<typeof what, FormAction | null>> = {
      answer: { kind: 'answer', key, values: words(`${front.resident}:${this.#count}`) },
      clear: { kind: 'answer', key, values: null },
      'not-assessed': { kind: 'not-assessed', key: 'a', state: 'refused', reason: `${front.resident}:why` },
      use: offer === undefined ? null : { kind: 'use', offer },
      'use-row': rowOffer === undefined ? null : { kind: 'use', offer: rowOffer },
      'use-all': { kind: 'use-all', group: 'fall', shown: front.offered.all },
      'not-assessed-group': {
        kind: 'not-assessed-group',
        group: 'fall',
        state: 'refused',
        reason: `${front.resident}:why`,
      },
      'add-row': { kind: 'add-row', group: 'fall' },
      'remove-row': { kind: 'remove-row', group: 'fall', row },
      settle: { kind: 'settle', dispute: 0, said: at % 2 },
      merge: { kind: 'merge' },
      'load-again': { kind: 'load-again' },
      'start-empty': { kind: 'start-empty' },
      'save-again': { kind: 'save-again' },
      finish: { kind: 'finish', despiteFew: true },
      withdraw: { kind: 'withdraw' },
      'enter-in-error': { kind: 'enter-in-error', reason: `${front.resident}:mistake` },
      'note-changes': { kind: 'note-changes' },
      type: {
        kind: 'type',
        key: 'b',
        field: { part: 'text', n: 0 },
        text: `${front.resident}:typed-${this.#count}`,
      },
      'enter-all': { kind: 'enter-all' },
      'seen-by-somebody':
        front.phase.state === 'finished' || front.phase.state === 'withdrawing'
          ? { kind: 'receipt-changed', intent: front.phase.intent, receipt: SEEN }
          : null,
    };
    const action = presses[what];
    if (action === null) return;
    // Whoever types over an answer says otherwise, whenever that is read.
    if (what === 'type')
      for (const word of wordsIn(front.state?.draft.answers['b'])) this.#replaced.add(word);
    const before = standingIn(front.state?.draft);
    this.#at(window, front.id, action);
    const now = window.sessions.front;
    if (front.phase.state === 'open' && now?.phase.state === 'finishing') assertIsSigned(now, front);
    if (action.kind === 'withdraw' && now?.phase.state === 'withdrawing') assertMayWithdraw(front);
    if (now?.id !== front.id || what === 'merge' || what === 'start-empty') return;
    const after = standingIn(now.state?.draft);
    for (const word of before) if (!after.includes(word)) this.#replaced.add(word);
    if (what === 'answer')
      for (const word of after) if (word.endsWith(`:${this.#count}`)) this.#given.add(word);
  }

  /** The world comes to one of what it was asked. */
  #world(which: number, how: Extract<RaceStep, { readonly do: 'world' }>['how']): void {
    const at = which % Math.max(1, this.#asked.length);
    const one = this.#asked[at];
    if (one === undefined) return;
    this.#asked = this.#asked.filter((_, index) => index !== at);
    // "It failed" may mean that it was done, and the answer was lost.
    const done = how === 'fails' || how === 'overdue' ? null : one.answer();
    const said = how === 'says-nothing' ? saysNothing(one.effect) : null;
    const action = said ?? (done === null || how === 'done-and-lost' ? failed(one.effect) : done);
    if (how === 'done-and-late') {
      this.#asked.push({ ...one, answer: () => action });
      return;
    }
    if (how === 'done-overdue' || how === 'overdue') {
      const answer = how === 'overdue' ? one.answer : () => action;
      this.#asked.push({ ...one, answer, isOverdue: true });
      this.#at(one.window, one.session, failed(one.effect));
      return;
    }
    this.#answered.push({ ...one, action });
    this.#at(one.window, one.session, action);
  }

  #again(which: number): void {
    const one = this.#answered[which % Math.max(1, this.#answered.length)];
    if (one !== undefined) this.#at(one.window, one.session, one.action);
  }

  #at(window: Window, session: string, action: FormAction): void {
    this.#dispatch(window, { kind: 'at', session, action });
  }

  #dispatch(window: Window, action: SessionsAction): void {
    const before = window.sessions;
    const all = [before.front, ...before.left];
    const stamped: SessionsAction & Stamp = this.#held({ ...action, ...this.#stamp() });
    const { session: next, effects } = this.#step(before, stamped);
    window.sessions = this.#held(next);
    if (action.kind === 'at' && !all.some((one) => one?.id === action.session)) {
      assert.equal(next, before, 'an action on a session that has gone changes something');
      assert.deepEqual(effects, []);
    }
    for (const one of [next.front, ...next.left])
      if (one !== null && !all.includes(one)) assertOfOne(one, one);
    for (const { session, effect } of this.#held(effects)) {
      // No race asks for the list of unfinished forms: it opens nothing and changes no answer.
      if (session === null) continue;
      const whose = [next.front, ...next.left, ...all].find((one) => one?.id === session);
      assert.ok(whose, 'an effect of a session that is not there');
      assertOfOne(whose, effect);
      this.#effect(window, whose, effect);
    }
  }

  #effect(window: Window, session: FormSession, effect: FormEffect): void {
    const ask = (answer: () => FormAction) =>
      void this.#asked.push({ window, session: session.id, effect, answer, isOverdue: false });
    switch (effect.kind) {
      case 'load': {
        const { asking, resident } = effect;
        assert.equal(resident, session.resident);
        return ask(() => ({ kind: 'loaded', asking, kept: this.#port.load(resident) }));
      }
      case 'save':
        return this.#save(session, effect, ask);
      case 'enqueue':
        return this.#enqueue(session, effect, ask);
      case 'evaluate':
        return ask(() => ({ kind: 'evaluated', evaluation: effect.evaluation, outcome: [1] }));
      case 'fetch-rules':
        return ask(() => {
          window.around = { ...window.around, rules: RULES };
          return { kind: 'surroundings', around: { ...session.around, rules: RULES } };
        });
      case 'tell-answered':
        return void this.#told.set(session.id, [
          ...(this.#told.get(session.id) ?? []),
          effect.answered.draft,
        ]);
      case 'tell-finished':
        this.#signing.delete(session.id);
        return void this.#finishedBy(session).add(effect.assessment.draft.id);
      default:
        return undefined;
    }
  }

  #save(
    session: FormSession,
    { asking, draft, revision }: Extract<FormEffect, { readonly kind: 'save' }>,
    ask: (answer: () => FormAction) => void,
  ): void {
    assert.ok(!this.#isAsked(session, 'save'), 'two drafts of one session are on their way');
    if (session.phase.state === 'open') this.#finished.delete(session.id);
    assert.ok(!this.#finishedBy(session).has(draft.id), 'what is finished is kept again as a draft');
    assert.equal(draft.resident, session.resident);
    ask(() => {
      try {
        return { kind: 'saved', asking, kept: this.#port.save(draft, revision) };
      } catch (error) {
        return { kind: 'save-failed', asking, error };
      }
    });
  }

  #enqueue(
    session: FormSession,
    { intent }: Extract<FormEffect, { readonly kind: 'enqueue' }>,
    ask: (answer: () => FormAction) => void,
  ): void {
    const { what } = intent;
    assert.equal(intent.resident, session.resident);
    if (what.kind === 'finish-assessment') {
      assert.ok(!this.#isAsked(session, 'save'), 'it is signed while a draft of it is on its way');
      assert.equal(what.assessment.draft.resident, session.resident);
      const said = JSON.stringify({ ...what.assessment, finishedAt: '' });
      const last = this.#signing.get(session.id);
      if (last?.said === said) assert.equal(intent.id, last.id, 'one signing has two ids');
      assert.equal(this.#ids.get(intent.id) ?? said, said, 'two signings have one id');
      this.#signing.set(session.id, { said, id: intent.id });
      this.#ids.set(intent.id, said);
    }
    ask(() => ({ kind: 'enqueued', intent: intent.id, receipt: this.#port.enqueue(intent) }));
  }

  #isAsked({ id }: FormSession, kind: FormEffect['kind']): boolean {
    return this.#asked.some(
      ({ session, effect, isOverdue }) => session === id && effect.kind === kind && !isOverdue,
    );
  }

  #finishedBy({ id }: FormSession): Set<string> {
    const known = this.#finished.get(id) ?? new Set();
    this.#finished.set(id, known);
    return known;
  }
}

const SEEN: Receipt = { state: 'seen', at: '2026-11-21T14:00:00Z', by: 'Dr P. Adeyemi' };

/** A port that does what it is asked and forgets to say so. `null`: there is nothing to forget. */
function saysNothing(effect: FormEffect): FormAction | null {
  const nothing = undefined as never;
  if (effect.kind === 'save') return { kind: 'saved', asking: effect.asking, kept: nothing };
  if (effect.kind === 'enqueue') return { kind: 'enqueued', intent: effect.intent.id, receipt: nothing };
  return null;
}

function failed(effect: FormEffect): FormAction {
  const error = new Error('lost');
  switch (effect.kind) {
    case 'load':
      return { kind: 'load-failed', asking: effect.asking, error };
    case 'save':
      return { kind: 'save-failed', asking: effect.asking, error };
    case 'enqueue':
      return { kind: 'enqueue-failed', intent: effect.intent.id, error };
    case 'evaluate':
      return { kind: 'evaluated', evaluation: effect.evaluation, outcome: 'failed' };
    default:
      return { kind: 'note-changes' };
  }
}

/** Nobody takes back what somebody has seen, or what another signed. */
function assertMayWithdraw(pressed: FormSession): void {
  const { phase } = pressed;
  assert.ok(phase.state === 'finished' && phase.receipt?.state !== 'seen', 'what was seen is taken back');
  assert.equal(phase.assessment.by?.name, authorOf(pressed)?.name, 'it is taken back by another');
}

/** What goes out is what was on screen, under the name that stood there. */
function assertIsSigned({ signing, state }: FormSession, pressed: FormSession): void {
  // What was typed and not read yet is read first (N5).
  assert.equal(signing?.assessment.draft, (isTyping(pressed) ? state : pressed.state)?.draft);
  assert.equal(signing?.assessment.by, authorOf(pressed), 'it is signed by another name');
}

/** What stands in a draft: its answers, and what is still in dispute. */
function standingIn(draft: Draft | undefined): readonly string[] {
  return draft === undefined ? [] : wordsIn([draft.answers, disputesIn(draft)]);
}

function isAsked({ state }: FormSession, key: string): boolean {
  if (state === null) return false;
  return asked(state).some(
    (one) =>
      one.key === key || (one.rows ?? []).some(({ children }) => children.some((each) => each.key === key)),
  );
}

function saysThatItIsNotKept({ keep, phase }: FormSession): boolean {
  if (keep.keeping.state === 'failed' || keep.keeping.state === 'overtaken') return true;
  return phase.state === 'open' && phase.failure !== null;
}

/** Whatever says whose it is says that it is this resident's. */
function assertOfOne({ resident }: FormSession, value: unknown): void {
  for (const word of wordsIn(value))
    assert.ok(word.startsWith(`${resident}:`), `${word} stands in a form of ${resident}`);
}
