import type { ResidentView, SectionName } from '../resident/view.ts';
import type { ChangeSection } from '../rules/changes-since.ts';
import type { Instant, PartialDate } from '../time/types.ts';
import type { Since } from './glance-question.ts';
import { isSince } from './since.ts';
import { hasHappened } from './when-it-was.ts';

/** A section that has a dated fact of its own and is not among those whose changes are told one by one. */
export type ElsewhereSection = Exclude<SectionName, ChangeSection | 'identity'>;

/** Each of them with the words for one entry. */
export const ELSEWHERE: Readonly<Record<ElsewhereSection, string>> = {
  open: 'request',
  alerts: 'alert',
  aboutMe: 'personal note',
  frailty: 'frailty assessment',
  function: 'function assessment',
  scores: 'score',
  people: 'contact',
  plan: 'plan entry',
};

export interface NewElsewhere {
  readonly section: ElsewhereSection;
  readonly fact: string;
  readonly on: PartialDate;
}

/**
 * What is dated since then in all other sections. It looks at every dated fact, whatever its kind: "nothing new" speaks of
 * the whole record.
 */
export function newElsewhere(view: ResidentView, since: Since, now: Instant): readonly NewElsewhere[] {
  return (Object.keys(ELSEWHERE) as ElsewhereSection[]).flatMap((section) => {
    const held = view.sections[section];
    const facts = held.state === 'known' ? factsIn(held.content) : [];
    const dated = facts.flatMap(({ id, on }) =>
      isSince(on, since) && hasHappened(on, now) ? [{ section, fact: id, on }] : [],
    );
    // Sides that disagree repeat what they share.
    return dated.filter(({ fact }, at) => at === dated.findIndex((one) => one.fact === fact));
  });
}

interface Fact {
  readonly id: string;
  readonly on: PartialDate;
}

/** Every dated fact at any depth. */
function factsIn(value: unknown): readonly Fact[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.values(value).flatMap(factsIn);
  return isFact(value) && !isOurOwn(value) ? [value, ...within] : within;
}

/** A fact has a name and a date; a note beside it has no name. Without a date nobody knows whether it is new. */
function isFact(value: object): value is Fact {
  const { id, on } = value as Partial<Record<keyof Fact, unknown>>;
  return typeof id === 'string' && typeof on === 'string';
}

/** The warning of a same name is made from the list of residents on the day it is read: nobody recorded it. */
function isOurOwn(value: object): boolean {
  return (value as { readonly kind?: unknown }).kind === 'same-name';
}
