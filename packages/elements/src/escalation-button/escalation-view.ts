import type {
  Author,
  HomeConfiguration,
  Identity,
  InboxConfiguration,
  PlaceConfiguration,
  ResidentView,
} from '@ehch/clinical';
import { undisputedIn } from '@ehch/clinical';
import { pronounsFor, type Pronouns } from '@ehch/clinical/display';
import {
  advise,
  cprNow,
  whomToRing,
  type Advice,
  type AgreedNow,
  type Caller,
  type Ringing,
  type RingTarget,
  type Situation,
} from '@ehch/clinical/escalation';
import { ladderInForce } from '@ehch/clinical/place';
import type { EscalationSession } from '@ehch/clinical/session';
import type { Thread } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { lastDaysOf } from '../internal/section-surroundings.ts';

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
  readonly advice: Advice;
  readonly ringing: Ringing | null;
  readonly thread: Thread | null;
  readonly caller: Caller;
  readonly now: Instant;
  readonly level: number;
  /** Whether there is anywhere to send it. */
  readonly canSend: boolean;
  /** The name of whoever presses; empty: nobody has said it. */
  readonly presser: string;
  /** Whether the page gives no name, so that it is asked for here. */
  readonly asksPresser: boolean;
}

type Given = Pick<EscalationView, 'session' | 'record' | 'place' | 'now' | 'level' | 'canSend'> & {
  readonly author: Author | null;
};

/** The page says who presses; where it does not, the name that was typed here counts. */
export function presserOf(author: Author | null, session: EscalationSession | null): string {
  return (author?.name ?? '').trim() || (session?.presser ?? '').trim();
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
  const home = homeOf(place, identity);
  const situation: Situation = { ...session.seen, observations: session.observations?.now ?? null };
  const agreed = agreedIn(record);
  const presser = presserOf(author, session);
  const advice = advise(ladderInForce(place) ?? NO_LADDER, situation, agreed);
  return {
    ...given,
    identity,
    pronouns: pronounsFor(identity?.gender ?? null),
    home,
    inbox: place?.inboxes?.find(({ id }) => id === home?.inbox) ?? null,
    situation,
    agreed,
    advice,
    ringing: place === null ? null : whomToRing(targetsOf(advice, place), place, now),
    thread: threadIn(record, session),
    presser,
    asksPresser: presserOf(author, null) === '',
    caller: {
      name: presser,
      role: author?.role ?? null,
      home: home?.name ?? 'a care home',
      address: home?.address ?? null,
      access: home?.access ?? null,
      phone: home?.phone ?? null,
    },
  };
}

/** Only the home in which the record says that this person lives. A first home of the list would be a guess. */
function homeOf(place: PlaceConfiguration | null, identity: Identity | null): HomeConfiguration | null {
  if (place === null) return null;
  const [only, ...others] = place.homes;
  if (others.length === 0) return only ?? null;
  return place.homes.find(({ name }) => name === identity?.stay?.home) ?? null;
}

/** What is agreed, as far as it could be read. Without a record nothing is, and nothing is known about CPR. */
function agreedIn(record: ResidentView | null): AgreedNow {
  const none = { usual: null, lastDays: false, planRow: null, variation: null };
  if (record === null) return { ...none, cpr: { state: 'not-known' } };
  return {
    ...none,
    usual: undisputedIn(record, 'news2')?.usual?.total ?? null,
    cpr: cprNow(record.sections.limits),
    lastDays: lastDaysOf(record) !== null,
  };
}

/** Whom the advice names. Where nothing is seen yet, a worry is what is to come. */
function targetsOf(advice: Advice, place: PlaceConfiguration): readonly RingTarget[] {
  const open = place.contacts.filter(({ forLastDays = false }) => !forLastDays);
  switch (advice.kind) {
    case 'rung':
      return advice.rung.ring;
    case 'danger':
    case 'not-breathing':
      return [{ kind: '999' }];
    case 'expected':
      return place.contacts
        .filter(({ forLastDays = false }) => forLastDays)
        .map(({ id }) => ({ kind: 'contact', id }));
    case 'nothing-yet':
      return open.map(({ id }) => ({ kind: 'contact', id }));
  }
}

/** The thread of this escalation, once the record has it. */
function threadIn(record: ResidentView | null, { raised }: EscalationSession): Thread | null {
  if (record === null || raised === null) return null;
  const matters = undisputedIn(record, 'open') ?? [];
  const found = matters.find(
    ({ thread }) =>
      thread?.id === raised.entry.id ||
      thread?.alsoRaised.some(({ entry }) => entry === raised.entry.id) === true,
  );
  return found?.thread ?? null;
}
