import type {
  Author,
  HomeConfiguration,
  Identity,
  InboxConfiguration,
  PlaceConfiguration,
  ResidentView,
} from '@ehch/clinical';
import { undisputedIn, unreadIn } from '@ehch/clinical';
import { pronounsFor, type Pronouns } from '@ehch/clinical/display';
import {
  advise,
  cprNow,
  lastDaysNow,
  notLess,
  planRows,
  urgencyOf,
  whomToRing,
  type Advice,
  type AgreedNow,
  type Caller,
  type Ringing,
  type PlanRow,
  type PlanRows,
  type RingTarget,
  type Situation,
  type UsualNow,
} from '@ehch/clinical/escalation';
import { askedNow, goneToHospital, type EscalationSession } from '@ehch/clinical/session';
import type { Actor, Gone, Thread, ThreadUrgency } from '@ehch/clinical/thread';
import { ladderInForce, mayTakeObservations } from '@ehch/clinical/place';
import { londonDate } from '@ehch/clinical/time';
import type { Instant } from '@ehch/clinical/time';
import { dueAfter, dueOfThread, type DueAround } from './observations-due.ts';
import { NO_PLACE, ringingOfPractice } from './tell-practice.ts';
import { observationsOf } from './went-on.ts';
import { whereOf } from './where-of.ts';

/** Everything that the escalation is drawn from, worked out once for each drawing. */
export interface EscalationView {
  readonly session: EscalationSession;
  /** The record; `null`: somebody who is not on the list, or a record that is not here. */
  readonly record: ResidentView | null;
  readonly identity: Identity | null;
  readonly pronouns: Pronouns;
  readonly place: PlaceConfiguration | null;
  readonly home: HomeConfiguration | null;
  readonly inbox: InboxConfiguration | null;
  readonly situation: Situation;
  readonly agreed: AgreedNow;
  /** The agreed rows of the plan, of which a person chooses the one that fits. */
  readonly rows: PlanRows['rows'];
  /** Rows of the plan by which nobody goes, each with the reason. */
  readonly refusedRows: PlanRows['refused'];
  readonly advice: Advice;
  /** The resident has gone to hospital; `null`: not, or is here again. */
  readonly gone: Gone | null;
  readonly ringing: Ringing;
  /** How the practice is rung, and no service that would come: it has to know who has gone. */
  readonly practice: Ringing;
  readonly thread: Thread | null;
  /** The section in which the record would say what the other side did; `null`: there is no record. */
  readonly open: ResidentView['sections']['open'] | null;
  /** A plan for the last days is recorded, and something puts it in doubt. */
  readonly isLastDaysInDoubt: boolean;
  readonly caller: Caller;
  readonly now: Instant;
  readonly level: number;
  /** Whether there is anywhere to send it. */
  readonly canSend: boolean;
  /** The name of whoever presses; empty: nobody has said it. */
  readonly presser: string;
  /** Whether the page gives no name, so that it is asked for here. */
  readonly asksPresser: boolean;
  readonly author: Author | null;
  /** Whether the place lets this person take observations. */
  readonly mayObserve: boolean;
  readonly isObserving: boolean;
  /** When observations are to be taken again; `null`: none were taken, or the place names no minutes. */
  readonly due: Instant | null;
  /** The same of a thread that was raised elsewhere. */
  readonly dueOf: (thread: Thread) => Instant | null;
}

type Given = Pick<
  EscalationView,
  'session' | 'record' | 'place' | 'now' | 'level' | 'canSend' | 'author' | 'isObserving'
>;

/** Where 999 is whom to ring now, nobody may read it as something for later in the day. */
export function isFor999({ ringing }: EscalationView): boolean {
  return ringing.now.kind === '999';
}

/** How soon the card wants somebody, as it is sent. 999 is also what stands where nobody else can be rung. */
export function advisedIn(view: EscalationView): ThreadUrgency | null {
  return isFor999(view) ? 'now' : urgencyOf(view.advice);
}

/** The page says who presses; where it does not, the name that was typed here counts. */
function presserOf(author: Author | null, session: EscalationSession | null): string {
  return (author?.name ?? '').trim() || (session?.presser ?? '').trim();
}

/** Who signs a press of the home. */
export function actorOf(author: Author | null, session: EscalationSession | null): Actor {
  return { name: presserOf(author, session), role: author?.role ?? null, side: 'home' };
}

/** Where no ladder is configured nothing is recommended but the telephone. */
const NO_LADDER = {
  version: '',
  owner: '',
  dated: '',
  signedOff: null,
  rungs: [],
  firstActions: {},
} as const;

export function escalationView(given: Given): EscalationView {
  const { session, record, place, now, author } = given;
  const identity = record === null ? null : undisputedIn(record, 'identity');
  const { home, inbox, practices } = whereOf(place, record?.resident ?? null, identity);
  const situation: Situation = { ...session.seen, observations: observationsOf(session, record) };
  const rows = planRowsIn(record, now);
  const agreed = agreedIn(record, rows, session.planRow);
  const presser = presserOf(author, session);
  const ladder = ladderInForce(place) ?? NO_LADDER;
  const thread = threadIn(record, session);
  const gone = goneToHospital(session, thread);
  // Nobody is rung to come to somebody who has gone (session SPEC X14).
  const advice =
    gone === null ? notLess(advise(ladder, situation, agreed), ladder, askedNow(session, thread)) : GONE;
  const around = { record, ladder, agreed, now };
  const practice = ringingOfPractice(place, now, practices);
  return {
    ...given,
    identity,
    pronouns: pronounsFor(identity?.gender ?? null),
    home,
    inbox,
    situation,
    agreed,
    rows: rows.rows,
    refusedRows: rows.refused,
    advice,
    gone,
    practice,
    ringing:
      gone === null
        ? whomToRing(targetsOf(advice, place ?? NO_PLACE), place ?? NO_PLACE, now, practices)
        : practice,
    thread,
    open: record === null ? null : record.sections.open,
    isLastDaysInDoubt: record !== null && lastDaysNow(record.sections.limits) === 'in-doubt',
    presser,
    mayObserve: mayTakeObservations(place, { name: presser, role: author?.role ?? null }, londonDate(now)),
    due: dueAt(session, thread, advice, around),
    dueOf: (other) => dueOfThread(other, around),
    asksPresser: presserOf(author, null) === '',
    caller: {
      name: presser,
      role: author?.role ?? null,
      home: home?.name ?? null,
      address: home?.address ?? null,
      access: home?.access ?? null,
      phone: home?.phone ?? null,
    },
  };
}

const GONE: Advice = { kind: 'nothing-yet' };

/** By what was observed here; otherwise by what the record has of the thread, as after a reload. */
function dueAt(
  { observations }: EscalationSession,
  thread: Thread | null,
  advice: Advice,
  around: DueAround,
): Instant | null {
  if (observations !== null) return dueAfter(observations.now.score.assessedAt, advice);
  return thread === null ? null : dueOfThread(thread, around);
}

/** What is agreed, as far as it could be read. Without a record nothing is, and nothing is known about CPR. */
function agreedIn(record: ResidentView | null, { isRead, rows }: PlanRows, chosen: string | null): AgreedNow {
  const planRow = rows.find(({ id }) => id === chosen) ?? null;
  // A clinician's variation is read in words, which name no rung (SPEC R8).
  const none = { lastDays: false, isPlanRead: isRead, planRow, variation: null };
  if (record === null) return { ...none, usual: 'not-known', cpr: { state: 'not-known' } };
  return {
    ...none,
    usual: usualIn(record),
    cpr: cprNow(record.sections.limits),
    lastDays: lastDaysNow(record.sections.limits) === 'in-force',
  };
}

function planRowsIn(record: ResidentView | null, now: Instant): PlanRows {
  return record === null
    ? { isRead: false, rows: [], refused: [] }
    : planRows(record.sections.plan, londonDate(now));
}

/** What was not read, or is disputed, is not "not set". */
function usualIn({ sections: { news2 } }: ResidentView): UsualNow {
  if (news2.state !== 'known' || unreadIn(news2).length > 0) return 'not-known';
  const { content } = news2;
  if (content.kind !== 'recorded') return content.kind === 'not-recorded' ? 'not-set' : 'not-known';
  const { usual, usualInWords = [] } = content.value;
  if (usual !== null) return usual.total;
  return usualInWords.length === 0 ? 'not-set' : { words: usualInWords.join(' / ') };
}

/** What of a place says whom to ring. */
type WhomToRing = Pick<PlaceConfiguration, 'contacts' | 'ladder' | 'bankHolidays' | 'bankHolidaysUntil'>;

/** Whom the advice names. Where nothing is seen yet, a worry is what is to come. */
function targetsOf(advice: Advice, place: WhomToRing): readonly RingTarget[] {
  switch (advice.kind) {
    case 'rung':
      return advice.instead?.kind === 'plan' ? targetsOfRow(advice.instead.row, place) : advice.rung.ring;
    case 'danger':
    case 'not-breathing':
      return [{ kind: '999' }];
    case 'expected':
      return place.contacts
        .filter(({ forLastDays = false }) => forLastDays)
        .map(({ id }) => ({ kind: 'contact', id }));
    case 'nothing-yet':
      return place.contacts
        .filter(({ forLastDays = false }) => !forLastDays)
        .map(({ id }) => ({ kind: 'contact', id }));
  }
}

/**
 * Whom the row of the plan names, if the place knows them. [P] Else whom the calmest rung names that a plan may replace: the plan
 * stands in place of 999, and the number of 999 would say otherwise.
 */
function targetsOfRow({ ring }: PlanRow, { contacts, ladder }: WhomToRing): readonly RingTarget[] {
  const named = contacts
    .filter(({ name }) => name === ring)
    .map(({ id }) => ({ kind: 'contact', id }) as const);
  if (named.length > 0) return named;
  return ladder?.rungs.find(({ isReplacedByPlan }) => isReplacedByPlan)?.ring ?? [];
}

/** The thread of this escalation, once the record has it. */
function threadIn(record: ResidentView | null, { raised }: EscalationSession): Thread | null {
  if (record === null || raised === null) return null;
  const open = (undisputedIn(record, 'open') ?? []).flatMap(({ thread }) => thread ?? []);
  // Also one that has ended: without it the last that was heard would be "sent".
  const found = [...open, ...(record.ended ?? [])].find(
    ({ id, alsoRaised }) =>
      id === raised.entry.id || alsoRaised.some(({ entry }) => entry === raised.entry.id),
  );
  return found ?? null;
}
