import { EhchError } from '../errors.ts';
import type { Content, NoneStatement, Section } from '../section.ts';
import type { ResidentSections } from '../resident/sections.ts';
import type { ResidentView } from '../resident/view.ts';
import { readInstant } from '../time/london.ts';
import { comparePartialDates, precisionOf, spanOf } from '../time/partial-date.ts';
import type { PartialDate } from '../time/types.ts';
import { DATED_FACTS, type DatedFact } from './dated-facts.ts';
import { unreadIn } from '../unread-in.ts';

export type ChangeSection = keyof typeof DATED_FACTS;

export interface Change extends DatedFact {
  readonly section: ChangeSection;
  readonly on: PartialDate;
  /** `false` if the date is partial, or known only to the day, and may lie before `since`. */
  readonly certain: boolean;
}

/** Why a section's changes may not all be here. */
export interface IncompleteChanges {
  readonly section: ChangeSection;
  readonly why: 'loading' | 'withheld' | 'failed' | 'stale' | 'gaps' | 'disagree' | 'undated';
}

export interface ChangesSince {
  /** Newest first. */
  readonly changes: readonly Change[];
  readonly incomplete: readonly IncompleteChanges[];
  /** "No change" may be said only if this is `true` and there is no change, and only about what was recorded. */
  readonly complete: boolean;
}

/**
 * Returns the recorded changes since an instant or a day (that day included), from dated facts only.
 *
 * It looks only at limits, allergies, NEWS2, weight, medicines, problems and events. A section that is loading,
 * withheld, failed, stale, in disagreement or incomplete makes the answer incomplete, and so does a fact without a
 * date. None of these ever reads as "no change".
 * @throws {EhchError} `bad-argument` if `since` is not a date
 */
export function changesSince(view: ResidentView, since: PartialDate): ChangesSince {
  if (precisionOf(since) === null) throw new EhchError('bad-argument', 'Give `since` as a date or a moment.');
  const { sections } = view;
  const answers = [
    ofSection('limits', sections.limits, since),
    ofSection('allergies', sections.allergies, since),
    ofSection('news2', sections.news2, since),
    ofSection('weight', sections.weight, since),
    ofSection('medicines', sections.medicines, since),
    ofSection('problems', sections.problems, since),
    ofSection('events', sections.events, since),
  ];
  const incomplete = answers.flatMap((answer) => answer.incomplete);
  return {
    changes: answers.flatMap((answer) => answer.changes).sort((a, b) => comparePartialDates(a.on, b.on)),
    incomplete,
    complete: incomplete.length === 0,
  };
}

type Answer = Pick<ChangesSince, 'changes' | 'incomplete'>;

function ofSection<N extends ChangeSection>(
  name: N,
  section: Section<ResidentSections[N]>,
  since: PartialDate,
): Answer {
  if (section.state !== 'known') return { changes: [], incomplete: [{ section: name, why: section.state }] };
  const read = DATED_FACTS[name] as (value: ResidentSections[N]) => readonly DatedFact[];
  const facts = factsOf(section.content, read);
  const why: IncompleteChanges['why'][] = [];
  if (section.freshness === 'stale' || placed(section.asOf, since) !== 'after') why.push('stale');
  if (unreadIn(section).length > 0) why.push('gaps');
  if (section.content.kind === 'disagree') why.push('disagree');
  if (facts.some(({ on }) => spanOf(on) === null)) why.push('undated');
  return {
    changes: facts.flatMap((fact) => {
      const place = placed(fact.on, since);
      if (fact.on === null || place === null || place === 'before') return [];
      return [{ ...fact, on: fact.on, section: name, certain: place === 'after' }];
    }),
    incomplete: why.map((reason) => ({ section: name, why: reason })),
  };
}

function factsOf<T>(content: Content<T>, read: (value: T) => readonly DatedFact[]): readonly DatedFact[] {
  if (content.kind === 'not-recorded') return [];
  if (content.kind === 'recorded') return [...read(content.value), ...(content.nones ?? []).map(noneStated)];
  if (content.kind === 'recorded-as-none') return content.statements.map(noneStated);
  const values = content.sides.map(({ value }) => value);
  const sides = content.sides.flatMap(({ none }) => none ?? []);
  const all = [
    ...(content.common === null ? values : [content.common, ...values]).flatMap(read),
    ...[...sides, ...(content.nones ?? [])].map(noneStated),
  ];
  // Disagreeing sides repeat the facts that they share.
  return all.filter((fact, at) => at === all.findIndex((one) => same(one, fact)));
}

function noneStated({ id, on, text }: NoneStatement): DatedFact {
  return { kind: 'none-stated', text, on, fact: id };
}

function same(a: DatedFact, b: DatedFact): boolean {
  return a.fact === b.fact && a.kind === b.kind && a.text === b.text;
}

/** Where a date lies relative to `since`; `around` if it may lie on either side. `null` without a date. */
function placed(on: PartialDate | null, since: PartialDate): 'before' | 'around' | 'after' | null {
  const span = spanOf(on);
  const from = spanOf(since);
  if (on === null || span === null || from === null) return null;
  if (span.to < from.from) return 'before';
  if (span.from > from.to) return 'after';
  const moment = readInstant(on);
  const start = readInstant(since);
  if (moment !== null && start !== null) return moment >= start ? 'after' : 'before';
  // If `since` is a day, the whole day counts. If it is an instant, a fact of that day without a time may lie on
  // either side.
  return start === null && span.from >= from.from ? 'after' : 'around';
}
