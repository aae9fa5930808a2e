import type { AgreedLimits, Section } from '@ehch/clinical';
import { WITHHELD } from './section-words.ts';

/** Her wishes in one or two sentences. Nothing recorded is never "full escalation". */
export function limitsInShort(section: Section<AgreedLimits>): string {
  switch (section.state) {
    case 'loading':
      return 'still loading. Look for the signed form.';
    case 'withheld':
      return `${WITHHELD[section.why]}. Look for the signed form.`;
    case 'failed':
      return 'could not be read. Look for the signed form.';
    case 'known':
      switch (section.content.kind) {
        case 'disagree':
          return 'the records disagree. Go by the signed original.';
        case 'recorded':
          return recordedWords(section.content.value);
        default:
          return 'nothing recorded here. This does not mean full escalation.';
      }
  }
}

function recordedWords({ lastDays, wishes, cpr, documents, decisions }: AgreedLimits): string {
  const original = [...cpr, ...documents].find(({ originalAt }) => originalAt !== null)?.originalAt ?? null;
  const said = [
    ...(lastDays === null ? [] : ['Last days of life.']),
    ...wishes.slice(0, 1).map(({ text }) => text),
    ...(new Set(cpr.map(({ decision }) => decision)).size > 1
      ? ['Records disagree about CPR.']
      : cpr
          .slice(0, 1)
          .map(({ decision }) => (decision === 'attempt' ? 'For CPR.' : 'Not for CPR (CPR only).'))),
    ...(original === null ? [] : [`Form: ${original}.`]),
  ];
  if (said.length > 0) return said.join(' ');
  return decisions.length + documents.length > 0
    ? 'see below.'
    : 'nothing recorded here. This does not mean full escalation.';
}
