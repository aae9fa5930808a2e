import { unreadIn } from '@ehch/clinical';
import type { AgreedLimits, Section } from '@ehch/clinical';
import { lastDaysNow, placeOfForm } from '@ehch/clinical/escalation';
import { WITHHELD } from './section-words.ts';

const NOTHING_RECORDED = 'nothing recorded here. This does not mean full escalation.';
const NOT_WHOLE = ' Not all of the record could be read. Look for the signed form.';

/**
 * Her wishes in one or two sentences. Nothing recorded is never "full escalation", and the short is never taken for the whole.
 *
 * @param isWholeBelow whether every agreed limit stands further down on the same screen
 */
export function limitsInShort(section: Section<AgreedLimits>, isWholeBelow: boolean): string {
  switch (section.state) {
    case 'loading':
      return 'still loading. Look for the signed form.';
    case 'withheld':
      return `${WITHHELD[section.why]}. Look for the signed form.`;
    case 'failed':
      return 'could not be read. Look for the signed form.';
    case 'known': {
      const { content } = section;
      const isWhole = unreadIn(section).length === 0;
      if (content.kind === 'disagree') return 'the records disagree. Go by the signed original.';
      if (content.kind === 'recorded')
        return `${recordedWords(content.value, lastDaysNow(section), isWholeBelow)}${isWhole ? '' : NOT_WHOLE}`;
      return isWhole ? NOTHING_RECORDED : 'not all of the record could be read. Look for the signed form.';
    }
  }
}

function recordedWords(
  { wishes, cpr, documents, decisions }: AgreedLimits,
  lastDays: ReturnType<typeof lastDaysNow>,
  isWholeBelow: boolean,
): string {
  const original = placeOfForm({ cpr, documents });
  const said = [
    ...(lastDays === 'in-force' ? ['Last days of life.'] : []),
    ...(lastDays === 'in-doubt' ? ['A plan for the last days is recorded, and it is in doubt.'] : []),
    ...wishes.slice(0, 1).map(({ text }) => text),
    ...(new Set(cpr.map(({ decision }) => decision)).size > 1
      ? ['Records disagree about CPR.']
      : cpr.length > 0 && cpr.every(isUnsent)
        ? ['A decision about CPR was signed here and NOT SENT: it is not in force.']
        : cpr
            .slice(0, 1)
            .map(({ decision }) => (decision === 'attempt' ? 'For CPR.' : 'Not for CPR (CPR only).'))),
    ...(original === null ? [] : [`Form: ${original}.`]),
  ];
  const isMore = decisions.length > 0 || wishes.length > 1 || (said.length === 0 && documents.length > 0);
  if (said.length === 0 && !isMore) return NOTHING_RECORDED;
  if (isWholeBelow) return said.length === 0 ? 'see below.' : said.join(' ');
  return [...said, ...(isMore ? ['More is agreed: read the whole of it before you decide.'] : [])].join(' ');
}

function isUnsent({ cautions }: AgreedLimits['cpr'][number]): boolean {
  return cautions.includes('not-sent') || cautions.includes('arrival-not-known');
}
