import type { Content, ResidentView, Section } from '@ehch/clinical';
import type { RecordedView } from '../recorded-view.ts';
import { written } from './written.ts';
import { completeFrailty } from './frailty.ts';
import { completeNews2 } from './news2.ts';
import { completeScores } from './scores.ts';
import { completeMedicines } from './medicine.ts';
import { completeEvents } from './event.ts';
import { completePlan } from './plan.ts';

/**
 * Computes what a record does not say itself: scores from their parts, bands, the classes of a medicine, the words of a
 * dosage, of a number and of a date. The engine's second step, behind the reading.
 */
export function completeView({ sections, ...view }: RecordedView): ResidentView {
  return {
    ...view,
    sections: {
      ...sections,
      limits: completed(sections.limits, (limits) => ({
        ...limits,
        wishes: written(limits.wishes),
        decisions: written(limits.decisions),
      })),
      aboutMe: completed(sections.aboutMe, (about) => ({ ...about, entries: written(about.entries) })),
      function: completed(sections.function, (story) => ({
        ...story,
        statements: written(story.statements),
      })),
      frailty: completed(sections.frailty, completeFrailty),
      news2: completed(sections.news2, completeNews2),
      scores: completed(sections.scores, completeScores),
      medicines: completed(sections.medicines, completeMedicines),
      events: completed(sections.events, completeEvents),
      plan: completed(sections.plan, completePlan),
    },
  };
}

/** How well a section is known is the record's to say, and stays as it is. */
function completed<R, T>(section: Section<R>, complete: (value: R) => T): Section<T> {
  return section.state === 'known'
    ? { ...section, content: completedContent(section.content, complete) }
    : section;
}

function completedContent<R, T>(content: Content<R>, complete: (value: R) => T): Content<T> {
  switch (content.kind) {
    case 'recorded':
      return { ...content, value: complete(content.value) };
    case 'disagree':
      return {
        ...content,
        sides: content.sides.map((side) => ({ ...side, value: complete(side.value) })),
        common: content.common === null ? null : complete(content.common),
      };
    case 'recorded-as-none':
    case 'not-recorded':
      return content;
  }
}
