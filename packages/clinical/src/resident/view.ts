import type { GlanceTold } from '../glance/glance-told.ts';
import type { Section } from '../section.ts';
import type { Thread } from '../thread/thread.ts';
import type { ResidentId } from './identity.ts';
import type { ScoreNotice } from './score-entry.ts';
import type { ResidentSections, SectionName } from './sections.ts';

/**
 * One resident as the components show them: plain JSON, in care-home words, without FHIR.
 * It is a value: a newer view replaces it whole.
 */
export interface ResidentView {
  readonly resident: ResidentId;
  readonly sections: { readonly [N in SectionName]: Section<ResidentSections[N]> };
  /** Where the facts came from, for the footer: "Rowan Court shared record". */
  readonly sourceLabel: string;
  /**
   * What matters now, worked out by the engine for one reader. Without it, nobody worked it out, and the summary says so;
   * `null`: nothing may be told, because the records disagree about who this is, or the person has died.
   */
  readonly glance?: GlanceTold | null;
  /**
   * Threads that were closed or withdrawn lately: a correction has to be seen on both sides. Absent: nobody looked for any, as
   * where the section of open matters is not known.
   */
  readonly ended?: readonly Thread[];
  /** The notices of each instrument whose score stands in this view. Absent: nobody looked them up, and that of NEWS2 is shown. */
  readonly scoreNotices?: readonly ScoreNotice[];
}
