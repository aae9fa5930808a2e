import { formatDate } from '../display/date.ts';
import { plainText } from '../display/plain-text.ts';
import type { PlanSummary } from '../resident/plan.ts';
import type { Section } from '../section.ts';
import { isFirm } from './bedside-doubts.ts';
import type { PlanRow } from './situation.ts';

/** The agreed rows of "if I become unwell". `isRead`: nothing of the plan is missing here, so a row that is not here is not there. */
export interface PlanRows {
  readonly isRead: boolean;
  readonly rows: readonly (PlanRow & { readonly id: string })[];
}

/**
 * The rows that may stand in place of a rung (SPEC R7): in force, in no doubt, and agreed on a day. Which of them fits what is seen,
 * only the person beside the resident says: a situation is in free words, and a wrong guess would keep somebody from 999.
 */
export function planRows(section: Section<PlanSummary>): PlanRows {
  if (section.state !== 'known') return { isRead: false, rows: [] };
  const { content, gaps } = section;
  if (content.kind === 'not-recorded') return { isRead: gaps.length === 0, rows: [] };
  if (content.kind !== 'recorded' || content.value.lines === undefined) return { isRead: false, rows: [] };
  const rows = content.value.lines.flatMap((line) => {
    if (line.kind !== 'unwell' || line.state !== 'in-force' || !isFirm(line)) return [];
    const { situation, words, place, ring, agreedWith, agreedOn } = line.fields;
    const what = [PLACES[place ?? 'not-said'], words ?? ''].filter((one) => one !== '').join(' ');
    if (situation === null || agreedOn === null || what === '') return [];
    const who = agreedWith === null ? '' : ` with ${plainText(agreedWith)}`;
    return [{ id: line.id, situation, words: what, ring, agreed: `Agreed${who}, ${formatDate(agreedOn)}` }];
  });
  return { isRead: gaps.length === 0, rows };
}

const PLACES = {
  stay: 'Stay here.',
  hospital: 'Hospital.',
  'ask-first': 'Ask first.',
  'not-said': '',
} as const;
