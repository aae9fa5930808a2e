import { undisputedIn } from '../resident/undisputed.ts';
import type { Due } from './due.ts';
import type { GlanceQuestion } from './glance-question.ts';
import { asPart } from './part-of-sentence.ts';

/** Planned appointments and admissions. After its day a visit may have taken place, so it never counts as overdue. */
export function plannedVisits({ view }: GlanceQuestion): readonly Due[] {
  return (undisputedIn(view, 'events') ?? []).flatMap(({ id, text, on, notDone }): readonly Due[] =>
    notDone?.planned === true && on !== null
      ? [{ fact: id, section: 'events', text: asPart(text), owner: null, due: on }]
      : [],
  );
}
