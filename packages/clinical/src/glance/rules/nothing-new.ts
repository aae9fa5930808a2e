import { formatDate } from '../../display/date.ts';
import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { lineKey } from '../line-key.ts';
import { SECTION_ORDER } from '../../resident/sections.ts';
import { isSince, USUAL_DAYS } from '../since.ts';
import { whyUnknown } from '../why-unknown.ts';
import { isUnanswered } from './unanswered.ts';
import { whereabouts } from './whereabouts.ts';
import { unreadIn } from '../../unread-in.ts';

/**
 * Says "Nothing new since 12-Nov-2026", but only of a complete record. If some entries have no date, it says only that
 * nothing new was found. If a section could not tell, it is silent, and {@link notKnown} names the section.
 */
export function nothingNew(question: GlanceQuestion): readonly GlanceLine[] {
  const { view, changes, changesComplete, onlyUndatedMissing, elsewhere, since } = question;
  if (changes.length > 0 || elsewhere.length > 0 || !(changesComplete || onlyUndatedMissing)) return [];
  // Every section counts, even those without a rule: one unread section makes "nothing new" untrue.
  if (SECTION_ORDER.some((name) => whyUnknown(view.sections[name]) !== null)) return [];
  if (whereabouts(question).some(({ on }) => on === null || isSince(on, since))) return [];
  const span = since.known ? `since ${formatDate(since.from)}` : `in the last ${USUAL_DAYS} days`;
  return [
    {
      key: lineKey('nothing-new', [since.from]),
      rule: 'nothing-new',
      section: 'events',
      urgency: 'quiet',
      shape: 'same',
      lead: changesComplete ? `Nothing new ${span}` : `Nothing new found ${span}`,
      rest: `${changesComplete ? '' : '; some entries carry no date'}${waiting(question)}`,
      quote: null,
      on: null,
      canHide: false,
    },
  ];
}

/** Says that nothing waits for an answer, but only if the whole section was read lately. */
function waiting({ view }: GlanceQuestion): string {
  const { open } = view.sections;
  if (open.state !== 'known' || unreadIn(open).length > 0 || open.freshness === 'stale') return '';
  const matters = undisputedIn(view, 'open');
  const isEmpty = open.content.kind === 'not-recorded' || open.content.kind === 'recorded-as-none';
  return isEmpty || (matters !== null && !matters.some(isUnanswered)) ? '. Nothing waits for an answer' : '';
}
