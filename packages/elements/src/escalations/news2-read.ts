import { unreadIn, undisputedValue } from '@ehch/clinical';
import type { News2Story, Section } from '@ehch/clinical';
import { WITHHELD, errorWords } from '../internal/section-words.ts';

/** Why nothing can be said of NEWS2, in words; `null`: something can. Records that disagree are not "none recorded". */
export function news2NotRead(section: Section<News2Story>): string | null {
  switch (section.state) {
    case 'withheld':
      return `NEWS2 ${WITHHELD[section.why]}`;
    case 'failed':
      return `NEWS2 could not be read: ${errorWords(section.error)}`;
    case 'loading':
      return 'NEWS2 loading';
    case 'known':
      return section.content.kind === 'disagree' && section.content.common === null
        ? '▲ The records disagree about NEWS2. Look in the record.'
        : null;
  }
}

/** What may be missing of what is shown, in words; `null`: nothing, as far as is known. */
export function news2NotWhole(section: Section<News2Story>): string | null {
  if (section.state !== 'known') return null;
  if (section.content.kind === 'disagree')
    return '▲ The records disagree about NEWS2. What they share is shown.';
  return unreadIn(section).length > 0 ? '▲ Part of NEWS2 could not be read. There may be more.' : null;
}

/** The SpO2 scale that the record asks for; `null`: what could not be read, or is not settled, may ask for scale 2. */
export function spo2ScaleIn(section: Section<News2Story>): 1 | 2 | null {
  const target = undisputedValue(section)?.target ?? null;
  if (target?.isScaleOpen === true) return null;
  if (target?.scale === 2) return 2;
  const isKnown = news2NotRead(section) === null && (target !== null || news2NotWhole(section) === null);
  return isKnown ? 1 : null;
}
