import type { AgreedLimits } from '../resident/limits.ts';
import { isFirm } from './bedside-doubts.ts';
import type { Section } from '../section.ts';
import type { CprNow } from './situation.ts';
import { unreadIn } from '../unread-in.ts';

/** What the record says about CPR now (SPEC R5). Only an undisputed decision in force is one. */
export function cprNow(section: Section<AgreedLimits>): CprNow {
  if (section.state !== 'known') return { state: 'not-known' };
  const { content } = section;
  if (content.kind === 'disagree') return { state: 'disagree' };
  // A part that was not read may hold another decision. What the server does not keep holds none.
  const isPartlyRead = unreadIn(section).length > 0;
  if (content.kind !== 'recorded') return { state: isPartlyRead ? 'not-known' : 'none-recorded' };
  const decisions = content.value.cpr;
  const [first] = decisions;
  if (first === undefined) return { state: isPartlyRead ? 'not-known' : 'none-recorded' };
  if (new Set(decisions.map(({ decision }) => decision)).size > 1) return { state: 'disagree' };
  const firm = decisions.filter(isFirm);
  if (firm.length === 0 || isPartlyRead) return { state: 'not-known' };
  if (first.decision === 'attempt') return { state: 'attempt' };
  return { state: 'do-not-attempt', originalAt: placeOfForm({ ...content.value, cpr: firm }) };
}

/**
 * Where the signed form is. A paper that was replaced is not the one to look for, and one that may be about something else says what it
 * is. `null`: the record does not say.
 */
export function placeOfForm({ cpr, documents }: Pick<AgreedLimits, 'cpr' | 'documents'>): string | null {
  const ofDecision = cpr.find(({ originalAt }) => originalAt !== null)?.originalAt ?? null;
  if (ofDecision !== null) return ofDecision;
  const papers = documents.filter(
    (one) => one.status !== 'superseded' && one.originalAt !== null && isFirm(one),
  );
  const paper = papers.find(({ status }) => status === 'current') ?? papers[0];
  return paper === undefined ? null : `${paper.originalAt} (${paper.title})`;
}
