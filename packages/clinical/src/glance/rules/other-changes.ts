import type { Change } from '../../rules/changes-since.ts';
import { changeLine, counted, listed } from '../change-line.ts';
import { lowerFirst } from '../part-of-sentence.ts';
import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { isTold } from './events-since.ts';
import { news2AgainstUsual } from './news2-against-usual.ts';
import { weightSince } from './weight-since.ts';

const WORDS: Partial<Record<Change['kind'], string>> = {
  news2: 'NEWS2 score',
  weight: 'weight',
  observation: 'observation',
  event: 'event',
};

/** Whatever else is new, counted by kind, so that nothing new goes unsaid. Scores are not counted in the last days. */
export function otherChanges(question: GlanceQuestion): readonly GlanceLine[] {
  const { view, changes, lastDays } = question;
  const hasOwnLine = {
    news2: lastDays || news2AgainstUsual(question).length > 0,
    weight: lastDays || weightSince(question).length > 0,
  };
  const events = new Map((undisputedIn(view, 'events') ?? []).map((event) => [event.id, event]));
  const own = changes.filter(({ kind, fact }) => {
    if (kind === 'event') return !isTold(events.get(fact));
    if (kind === 'news2' || kind === 'weight') return !hasOwnLine[kind];
    return kind === 'none-stated' || (kind === 'observation' && !lastDays);
  });
  const counts = Object.entries(WORDS).flatMap(([kind, one]) => {
    const n = own.filter((change) => change.kind === kind).length;
    return n === 0 ? [] : [counted(n, one)];
  });
  const stated = own.flatMap(({ kind, text }) => (kind === 'none-stated' ? [text] : []));
  const [first] = own;
  return changeLine('other-changes', first?.section ?? 'events', own, {
    urgency: 'quiet',
    lead: 'Also new',
    rest: `: ${own.length === 1 ? lowerFirst(first?.text ?? '') : listed([...counts, ...stated], 4)}`,
  });
}
