import type { SectionName } from '../resident/sections.ts';
import type { ResidentView } from '../resident/view.ts';
import type { ChangeSection } from '../rules/changes-since.ts';
import type { Instant, PartialDate } from '../time/types.ts';
import { isSince, type Since } from './since.ts';
import { hasHappened } from './when-it-was.ts';

/** A section with dated facts whose changes are only counted, not listed one by one. */
export type ElsewhereSection = Exclude<SectionName, ChangeSection | 'identity'>;

/** These sections, each with the word for one entry. */
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

/** A new fact in one of these sections, by its id. */
export interface NewElsewhere {
  readonly section: ElsewhereSection;
  readonly fact: string;
  readonly on: PartialDate;
}

/**
 * Returns the facts dated since then in these sections. It looks at every dated fact of any kind, because "nothing new"
 * speaks about the whole record.
 */
export function newElsewhere(view: ResidentView, since: Since, now: Instant): readonly NewElsewhere[] {
  return (Object.keys(ELSEWHERE) as ElsewhereSection[]).flatMap((section) => {
    const answer = view.sections[section];
    const facts = answer.state === 'known' ? factsIn(answer.content) : [];
    const dated = facts.flatMap(({ id, on }) =>
      isSince(on, since) && hasHappened(on, now) ? [{ section, fact: id, on }] : [],
    );
    // Records that disagree repeat the facts that they share.
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

/** A fact has an id and a date. A note beside it has no id. Without a date nobody knows whether a fact is new. */
function isFact(value: object): value is Fact {
  const { id, on } = value as Partial<Record<keyof Fact, unknown>>;
  return typeof id === 'string' && typeof on === 'string';
}

/** We make the same-name warning from the list of residents. Nobody recorded it, so it is never new. */
function isOurOwn(value: object): boolean {
  return (value as { readonly kind?: unknown }).kind === 'same-name';
}
