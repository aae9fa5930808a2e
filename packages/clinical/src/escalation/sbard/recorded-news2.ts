import { formatDateTime } from '../../display/date.ts';
import type { News2Entry } from '../../resident/measurements.ts';
import type { ResidentView } from '../../resident/view.ts';
import { laterNews2Words, news2Figure, toldNews2 } from '../../rules/leading-news2.ts';
import { londonDate } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import { aloud, sectionLines } from './section-line.ts';

/** The last NEWS2 of the record, with its day: the other end asks for it where nobody took observations with this worry (SPEC S2). */
export function recordedNews2Lines({ sections }: ResidentView, now: Instant): readonly string[] {
  return sectionLines('NEWS2 in the record', sections.news2, ({ scores }) => {
    const happened = scores.filter(({ cautions }) => !cautions.includes('future-dated'));
    if (scores.length === 0) return [];
    const { latest, later } = toldNews2(happened, londonDate(now));
    const figure = latest === undefined ? null : news2Figure(latest);
    if (latest === undefined || figure === null) {
      // Pregnancy, say, leaves a NEWS2 without a score. It is not "nothing recorded".
      const why = latest === undefined ? 'is dated in the future' : 'has no score that can be read out';
      return [`A NEWS2 in the record ${why}`];
    }
    const said = aloud(`The last NEWS2 in the record is ${figure.words}, ${when(latest)}`, latest);
    return [later === undefined ? said : `${said}; ${laterNews2Words(later)}, ${when(later)}`];
  });
}

function when({ on }: News2Entry): string {
  return on === null ? 'date not recorded' : formatDateTime(on);
}
