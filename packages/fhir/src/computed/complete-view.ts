import type { Content, ResidentView, Section } from '@ehch/clinical';
import type { RecordedView } from '../recorded-view.ts';
import { written } from './written.ts';
import { completeFrailty } from './frailty.ts';
import { completeNews2 } from './news2.ts';
import { completeScores } from './scores.ts';
import { completeMedicines } from './medicine.ts';
import { completeEvents } from './event.ts';
import { completePlan } from './plan.ts';
import { scoreNoticesOf } from './score-notices.ts';

/**
 * The engine's second step, after reading. It computes what a record does not state: scores from their parts,
 * bands, classes of medicine, and the words of dosages, numbers and dates.
 */
export function completeView({ sections, ...view }: RecordedView): ResidentView {
  const completedView = {
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
  return { ...completedView, scoreNotices: scoreNoticesOf(completedView) };
}

/** Computes the value of a section only. How well the section is known stays as the record has it. */
function completed<R, T>(section: Section<R>, complete: (value: R) => T): Section<T> {
  return section.state === 'known'
    ? { ...section, content: completedContent(section.content, complete) }
    : section;
}

function completedContent<R, T>(content: Content<R>, complete: (value: R) => T): Content<T> {
  switch (content.kind) {
    case 'recorded':
      return { ...content, value: complete(content.value) };
    // Both sides of a disagreement are shown, so each needs its words.
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
