import fc from 'fast-check';
import { planKind } from '../../care-plan/kinds.ts';
import type { EditableLine } from '../../care-plan/editable-lines.ts';
import type { PlanLineKind, PlanText } from '../../care-plan/line.ts';
import type { CareIntent } from '../../ports/care-actions.ts';
import type { PlanAction } from './action.ts';
import type { PlanEffect } from './effect.ts';
import { PLAN_GUARDS, type PlanGuards } from './guards.ts';
import { openPlan, WHOLE, type PlanSession } from './session.ts';
import { planStep } from './step.ts';

/** Two people at the plan of one resident, over a server that is not always there. */
export type RaceStep =
  | { readonly kind: 'press'; readonly who: 0 | 1; readonly press: Pressed }
  | { readonly kind: 'read'; readonly who: 0 | 1; readonly of: 'own' | 'another' | 'half' }
  | { readonly kind: 'connect'; readonly who: 0 | 1; readonly isOnline: boolean }
  /** The port of somebody answers the oldest saving that it has not answered. */
  | { readonly kind: 'answer'; readonly who: 0 | 1; readonly how: 'kept' | 'failed' | 'silent' | 'refused' }
  /** What is kept on somebody's device goes to the server. */
  | { readonly kind: 'push'; readonly who: 0 | 1 };

type Pressed =
  | { readonly kind: 'open'; readonly line: number }
  | { readonly kind: 'add'; readonly of: PlanLineKind }
  | { readonly kind: 'write'; readonly at: number; readonly field: number; readonly text: string }
  | { readonly kind: 'choose'; readonly at: number; readonly field: number; readonly side: 'mine' | 'theirs' }
  | { readonly kind: 'save'; readonly at: number; readonly twice: boolean; readonly goes: boolean }
  | { readonly kind: 'again'; readonly at: number };

const who = fc.constantFrom(0 as const, 1 as const);
const at = fc.nat(2);
/** Mostly the first two fields, so that two people meet in one. */
const fieldAt = fc.oneof({ weight: 3, arbitrary: fc.nat(1) }, fc.nat(5));

/** Words that say which press typed them, so that a lost one can be named. */
const text = fc.nat(9).map((n) => `words ${n}`);

const pressed: fc.Arbitrary<Pressed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('open' as const), line: fc.nat(2) }) },
  fc.record({
    kind: fc.constant('add' as const),
    of: fc.constantFrom<PlanLineKind[]>('goal', 'unwell', 'capacity'),
  }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), at, field: fieldAt, text }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('choose' as const),
      at,
      field: fieldAt,
      side: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('save' as const), at, twice: fc.boolean(), goes: fc.boolean() }),
  },
  fc.record({ kind: fc.constant('again' as const), at }),
);

const step: fc.Arbitrary<RaceStep> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('press' as const), who, press: pressed }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      who,
      of: fc.constantFrom('own' as const, 'own' as const, 'another' as const, 'half' as const),
    }),
  },
  fc.record({ kind: fc.constant('connect' as const), who, isOnline: fc.boolean() }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      who,
      how: fc.constantFrom(
        'kept' as const,
        'kept' as const,
        'failed' as const,
        'silent' as const,
        'refused' as const,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('push' as const), who }) },
);

export const planRace = fc.array(step, { minLength: 8, maxLength: 60, size: 'max' });

const START: readonly EditableLine[] = [
  {
    id: 'goal',
    kind: 'goal',
    fields: { want: 'walk', step: null, with: null, saidBy: 'herself', due: null },
  },
  {
    id: 'unwell',
    kind: 'unwell',
    fields: {
      situation: 'A fall',
      place: 'stay',
      words: null,
      ring: 'the practice',
      agreedWith: 'herself',
      agreedOn: '2026-06-01',
    },
  },
  {
    id: 'capacity',
    kind: 'capacity',
    fields: { decision: 'moving', finding: 'has', assessedBy: 'Dr Obi', assessedOn: '2026-06-02' },
  },
];

interface Person {
  session: PlanSession;
  /** Savings that the port has not answered, oldest first. */
  readonly unanswered: CareIntent[];
  /** Savings that lie on the device. */
  readonly kept: CareIntent[];
  readonly mayDecide: boolean;
  /** What was handed over, by the id of its press. */
  readonly handed: Map<string, CareIntent>;
}

const AT = '2026-11-21T14:20:00Z';

/** Plays the steps, and throws at the first promise that does not hold. */
export class PlanRace {
  readonly #step: ReturnType<typeof planStep>;
  readonly #people: readonly [Person, Person];
  #server: readonly EditableLine[] = START;
  /** Both texts of what could not be put together. */
  readonly #conflicts: { readonly mine: PlanText; readonly theirs: PlanText }[] = [];
  #presses = 0;

  constructor(guards: PlanGuards = PLAN_GUARDS) {
    this.#step = planStep(guards);
    const person = (mayDecide: boolean): Person => ({
      session: { ...openPlan('edith', { isOnline: true }), lines: START },
      unanswered: [],
      kept: [],
      mayDecide,
      handed: new Map(),
    });
    this.#people = [person(true), person(false)];
  }

  take(one: RaceStep): void {
    const person = this.#people[one.who];
    switch (one.kind) {
      case 'press':
        return this.#press(person, one.press);
      case 'read':
        return this.#read(person, one.of);
      case 'connect':
        return this.#dispatch(person, { kind: 'connection', isOnline: one.isOnline });
      case 'answer':
        return this.#answer(person, one.how);
      case 'push':
        return this.#push(person);
    }
  }

  #press(person: Person, press: Pressed): void {
    const { session } = person;
    const open = 'at' in press ? session.open[press.at % Math.max(1, session.open.length)] : undefined;
    if (press.kind === 'open') {
      const line = session.lines[press.line % Math.max(1, session.lines.length)];
      if (line !== undefined) this.#dispatch(person, { kind: 'open-line', line: line.id });
    } else if (press.kind === 'add') this.#dispatch(person, { kind: 'add-line', of: press.of });
    else if (press.kind === 'again') {
      const handed = session.handed[press.at % Math.max(1, session.handed.length)];
      if (handed !== undefined) this.#dispatch(person, { kind: 'hand-again', intent: handed.intent });
    } else if (open !== undefined) this.#onOpen(person, open.key, open.kind, press);
  }

  #onOpen(
    person: Person,
    key: string,
    kind: PlanLineKind,
    press: Exclude<Pressed, { kind: 'open' | 'add' | 'again' }>,
  ) {
    const names = Object.keys(planKind(kind).fields);
    if (press.kind === 'write') {
      const field = names[press.field % names.length] ?? '';
      const { form } = planKind(kind).fields[field] ?? { form: { kind: 'words' } };
      const typed =
        form.kind === 'day'
          ? '2026-11-20'
          : form.kind === 'one-of'
            ? (Object.keys(form.options)[0] ?? '')
            : press.text;
      this.#dispatch(person, { kind: 'write', key, field, text: typed });
    } else if (press.kind === 'choose') {
      const field = planKind(kind).decided === null ? (names[press.field % names.length] ?? '') : WHOLE;
      this.#dispatch(person, { kind: 'choose', key, field, side: press.side });
    } else {
      const by = { name: person.mayDecide ? 'Dr Obi' : 'Amy', role: null };
      const decider = person.mayDecide ? ({ kind: 'person', who: 'Dr Obi', until: null } as const) : null;
      const save: PlanAction = { kind: 'save', key, by, decider };
      this.#dispatch(person, save);
      if (press.twice) this.#dispatch(person, save);
      // Everything goes well: the port keeps it, and the server takes it.
      if (press.goes)
        for (let left = 2; left > 0; left -= 1) {
          this.#answer(person, 'kept');
          this.#push(person);
        }
    }
  }

  #read(person: Person, of: 'own' | 'another' | 'half'): void {
    const another: readonly EditableLine[] = [
      { id: 'goal', kind: 'goal', fields: { want: 'the words of another' } },
    ];
    this.#dispatch(person, {
      kind: 'plan-arrived',
      resident: of === 'another' ? 'beatrice' : 'edith',
      lines: of === 'another' ? another : of === 'half' ? this.#server.slice(0, 1) : this.#server,
      readAll: of !== 'half',
    });
    if (JSON.stringify(person.session).includes('the words of another'))
      throw new Error('G3: the words of another stand in this plan');
  }

  #answer(person: Person, how: 'kept' | 'failed' | 'silent' | 'refused'): void {
    const intent = person.unanswered.shift();
    if (intent === undefined) return;
    // A port may have kept it and be silent all the same.
    if (how === 'kept' || how === 'silent') this.#keep(person, intent);
    const { id } = intent;
    if (how === 'failed' || how === 'silent') this.#dispatch(person, { kind: `enqueue-${how}`, intent: id });
    else
      this.#dispatch(person, {
        kind: 'enqueued',
        intent: id,
        receipt:
          how === 'kept' ? { state: 'saved-on-device', at: AT } : { state: 'refused', at: AT, why: 'no' },
      });
  }

  #keep({ kept }: Person, intent: CareIntent): void {
    if (!kept.some(({ id }) => id === intent.id)) kept.push(intent);
  }

  /** The server takes field by field what still stands as it was seen. Anything else is a conflict, with both texts. */
  #push(person: Person): void {
    const intent = person.session.isOnline ? person.kept.shift() : undefined;
    if (intent?.what.kind !== 'plan-line') return;
    const { what } = intent;
    const line = this.#server.find(({ id }) => id === what.line);
    const after = what.after ?? {};
    if (what.act === 'add' || what.act === 'propose') {
      if (what.act === 'add')
        this.#server = [...this.#server, { id: intent.id, kind: what.of, fields: after }];
      else this.#conflicts.push({ mine: after, theirs: line?.fields ?? {} });
      return;
    }
    if (line === undefined) return;
    const changed = Object.keys(after).filter((name) => after[name] !== (what.before?.[name] ?? null));
    const isAsSeen = changed.every((name) => (line.fields[name] ?? null) === (what.before?.[name] ?? null));
    if (!isAsSeen) {
      this.#conflicts.push({ mine: after, theirs: line.fields });
      return;
    }
    const fields = {
      ...line.fields,
      ...Object.fromEntries(changed.map((name) => [name, after[name] ?? null])),
    };
    this.#server = this.#server.map((one) => (one === line ? { ...one, fields } : one));
  }

  #dispatch(person: Person, action: PlanAction): void {
    this.#presses += 1;
    const before = person.session;
    const { session, effects } = this.#step(before, { ...action, at: AT, id: `press-${this.#presses}` });
    person.session = session;
    for (const effect of effects) this.#carryOut(person, before, action, effect);
  }

  #carryOut(person: Person, before: PlanSession, action: PlanAction, effect: PlanEffect): void {
    if (effect.kind !== 'enqueue') return;
    const { intent } = effect;
    if (intent.resident !== 'edith') throw new Error('G3: something was saved of another resident');
    const known = person.handed.get(intent.id);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(intent))
      throw new Error('L2: two savings have one id');
    if (known === undefined && action.kind === 'save') this.#judge(person, before, action.key, intent);
    person.handed.set(intent.id, intent);
    person.unanswered.push(intent);
  }

  #judge(person: Person, before: PlanSession, key: string, { what }: CareIntent): void {
    const open = before.open.find((one) => one.key === key);
    if (open === undefined || what.kind !== 'plan-line') throw new Error('L2: what is not open was saved');
    const same = [...person.handed.values()].filter(
      (one) =>
        one.what.kind === 'plan-line' &&
        one.what.line === null &&
        JSON.stringify(one.what) === JSON.stringify(what),
    );
    const isStillOpen = person.session.open.some((one) => one.key === key);
    if (isStillOpen || (same.length > 0 && isStillOpen)) throw new Error('L2: one saving is two intents');
    const isDecision = planKind(what.of).decided !== null;
    if (isDecision && what.act !== 'propose' && !(person.mayDecide && before.isOnline))
      throw new Error('L5: a decision was changed by somebody who only proposes');
    const decided = planKind(what.of).decided;
    const after = what.after ?? {};
    if (decided !== null && ((after[decided.by] ?? null) === null || (after[decided.on] ?? null) === null))
      throw new Error('L6: a decision says not who decided and when');
    if (open.theirs !== null)
      this.#judgeMerge(open.base, open.mine, open.theirs, open.choices, what.of, after);
  }

  #judgeMerge(
    base: PlanText,
    mine: PlanText,
    theirs: PlanText,
    choices: Readonly<Record<string, string>>,
    kind: PlanLineKind,
    after: PlanText,
  ): void {
    const names = Object.keys(planKind(kind).fields);
    const value = (fields: PlanText, name: string) => (fields[name] ?? '') || null;
    const [mineChanged, theirsChanged] = [mine, theirs].map((side) =>
      names.filter((name) => value(side, name) !== value(base, name)),
    ) as [string[], string[]];
    if (planKind(kind).decided !== null) {
      const isWhole = [mine, theirs].some((side) =>
        names.every((name) => value(side, name) === value(after, name)),
      );
      if (!isWhole) throw new Error('L5: a decision was put together from two');
      if (mineChanged.length > 0 && theirsChanged.length > 0 && choices[WHOLE] === undefined)
        throw new Error('L3: nobody has chosen');
      return;
    }
    for (const name of names) {
      const isBoth =
        mineChanged.includes(name) &&
        theirsChanged.includes(name) &&
        value(mine, name) !== value(theirs, name);
      if (isBoth && choices[name] === undefined) throw new Error('L3: nobody has chosen');
      if (
        !mineChanged.includes(name) &&
        theirsChanged.includes(name) &&
        value(after, name) !== value(theirs, name)
      )
        throw new Error('L3: what somebody else has changed is lost');
    }
  }

  /** In the end every saving is on the server, beside another version, on its way, or still in front of the person. */
  end(): void {
    for (const person of this.#people) {
      for (const intent of person.handed.values()) {
        if (intent.what.kind !== 'plan-line') continue;
        const isInSight = person.session.handed.some((one) => one.intent === intent.id);
        if (!isInSight) throw new Error('L2: a saving has vanished from the session');
      }
      this.#judgeOwn(person);
    }
  }

  /** L4: with nobody else at the plan, nothing ever counts as somebody else's. */
  #judgeOwn(person: Person): void {
    const other = this.#people.find((one) => one !== person);
    if (other === undefined || other.handed.size > 0) return;
    if (person.session.open.some(({ theirs }) => theirs !== null))
      throw new Error('L4: what the person saved themselves counts as somebody else’s');
  }
}
