import { listed } from '../../display/listed.ts';
import { counted } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { lineKey } from '../line-key.ts';
import { ELSEWHERE } from '../new-elsewhere.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import { newest } from '../when-it-was.ts';
import { frailtySince } from './frailty-since.ts';
import { functionSince } from './function-since.ts';
import { isUnanswered } from './unanswered.ts';

/**
 * Counts new facts in sections without a rule. A proposal is counted as one, and never as a request. A new alert is
 * important: it may concern anybody who enters the room.
 */
export function elsewhereSince(question: GlanceQuestion): readonly GlanceLine[] {
  const { view, elsewhere, lastDays } = question;
  const open = undisputedIn(view, 'open') ?? [];
  const asked = new Set(open.filter(isUnanswered).map(({ id }) => id));
  // An unanswered matter has its own line, and so has a changed total or level. In the last days no score is shown.
  const measured = [
    ...(functionSince(question).length > 0 ? (undisputedIn(view, 'function')?.scores ?? []) : []),
    ...(frailtySince(question).length > 0 ? (undisputedIn(view, 'frailty')?.cfs ?? []) : []),
  ];
  const own = elsewhere.filter(
    ({ section, fact }) =>
      !(section === 'open' && asked.has(fact)) &&
      !((section === 'function' || section === 'frailty') && measured.some(({ id }) => id === fact)) &&
      !(lastDays && section === 'scores'),
  );
  const [first] = own;
  if (first === undefined) return [];
  const isAlert = own.some(({ section }) => section === 'alerts');
  const proposals = new Set(open.flatMap(({ id, proposed }) => (proposed === true ? [id] : [])));
  const words = own.map(({ section, fact }) => (proposals.has(fact) ? 'proposal' : ELSEWHERE[section]));
  const counts = [...Map.groupBy(words, (word) => word)].map(([word, all]) => counted(all.length, word));
  return [
    {
      key: lineKey(
        'elsewhere-since',
        own.map(({ fact, on }) => `${fact}@${on}`),
      ),
      rule: 'elsewhere-since',
      section: isAlert ? 'alerts' : first.section,
      urgency: isAlert ? 'important' : 'quiet',
      shape: 'changed',
      lead: 'New',
      rest: `: ${listed(counts, 8)}`,
      quote: null,
      on: newest(own.map(({ on }) => on)),
      canHide: true,
    },
  ];
}
