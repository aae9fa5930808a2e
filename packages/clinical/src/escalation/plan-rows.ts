import { formatDate } from '../display/date.ts';
import { plainText } from '../display/plain-text.ts';
import type { PlanLine } from '../care-plan/line.ts';
import type { PlanSummary } from '../resident/plan.ts';
import type { Section } from '../section.ts';
import { spanOf } from '../time/partial-date.ts';
import type { CivilDate } from '../time/types.ts';
import { isFirm, UNSENT } from './bedside-doubts.ts';
import type { PlanRow } from './situation.ts';
import { unreadIn } from '../unread-in.ts';

/** The agreed rows of "if I become unwell". `isRead`: nothing of the plan is missing here, so a row that is not here is not there. */
export interface PlanRows {
  readonly isRead: boolean;
  readonly rows: readonly (PlanRow & { readonly id: string })[];
  /** Rows that stand in the plan and in place of nothing, each with the reason in words. Nobody takes them for rows that are not there. */
  readonly refused: readonly { readonly situation: string; readonly why: string }[];
}

/**
 * The rows that may stand in place of a rung (SPEC R7): in force on the server, in no doubt, and as somebody agreed them on a day.
 * Which of them fits what is seen, only the person beside the resident says: a situation is in free words, and a wrong guess would
 * keep somebody from 999.
 */
export function planRows(section: Section<PlanSummary>, today: CivilDate): PlanRows {
  const none = { rows: [], refused: [] };
  if (section.state !== 'known') return { isRead: false, ...none };
  const { content } = section;
  const isRead = unreadIn(section).length === 0;
  if (content.kind === 'not-recorded') return { isRead, ...none };
  if (content.kind !== 'recorded' || content.value.lines === undefined) return { isRead: false, ...none };
  const lines = content.value.lines.filter((line) => line.kind === 'unwell' && line.state !== 'ended');
  const told = (lines as readonly PlanLine<'unwell'>[]).map((line) => ({ line, row: rowOf(line, today) }));
  return {
    isRead,
    rows: told.flatMap(({ row }) => (typeof row === 'string' ? [] : [row])),
    refused: told.flatMap(({ line, row }) =>
      typeof row === 'string'
        ? [{ situation: plainText(line.fields.situation ?? '') || NO_NAME, why: row }]
        : [],
    ),
  };
}

/** A row, or why it stands in place of nothing. */
function rowOf(line: PlanLine<'unwell'>, today: CivilDate): PlanRows['rows'][number] | string {
  const { situation, words, place, ring, agreedWith, agreedOn } = line.fields;
  if (line.state === 'proposed') return 'proposed, and not in force';
  // Guard: what nobody but this device knows was agreed with nobody who could have seen it.
  if (line.cautions.some((caution) => UNSENT.includes(caution))) return 'not sent yet';
  if (!isFirm(line)) return 'in doubt';
  const [who, day] = [plainText(agreedWith ?? ''), spanOf(agreedOn)];
  // Guard: a day that cannot be read is no day, and one that has not come is nobody's agreement.
  if (who === '' || day === null) return 'not said who agreed it, and when';
  if (day.from > today) return 'agreed on a day that has not come';
  if (isChangedSince(line, day.from)) return 'changed after it was agreed';
  const what = [place === null ? null : PLACES[place], words].filter((one) => plainText(one ?? '') !== '');
  if (situation === null || plainText(situation) === '' || what.length === 0) return 'not said what to do';
  const agreed = `Agreed with ${who}, ${formatDate(agreedOn)}`;
  return { id: line.id, situation, words: what.join(' '), ring, agreed };
}

/**
 * The words of a row that was changed in its place after the day of its agreement may be others than those that were agreed. Of a
 * day that is known in part, the first that it may be counts.
 */
function isChangedSince({ history = [] }: PlanLine<'unwell'>, agreed: CivilDate): boolean {
  return history.some(({ what, at }) => {
    const changed = spanOf(at);
    return what === 'changed' && (changed === null || changed.to > agreed);
  });
}

const NO_NAME = 'a situation without a name';

const PLACES = {
  stay: 'Stay here.',
  hospital: 'Hospital.',
  'ask-first': 'Ask first.',
} as const;
