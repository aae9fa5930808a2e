import { EHCH_ERROR_CODES, SECTION_ORDER } from '@ehch/clinical';
import type { ResidentView, Section } from '@ehch/clinical';

/** Guard: a source may give any text as a code. Only words of these lists are written. */
const WORDS: ReadonlySet<string> = new Set([
  ...EHCH_ERROR_CODES,
  'recorded',
  'recorded-as-none',
  'not-recorded',
  'disagree',
  'current',
  'stale',
  'idle',
  'running',
  'failed',
]);
const word = (text: string) => (WORDS.has(text) ? text : 'other');

/** What is on screen of a record, as codes: which sections are known, and how. No value of any is among them. */
export function viewCodes(view: ResidentView): readonly string[] {
  return SECTION_ORDER.map((name) => `${name}=${sectionCode(view.sections[name])}`);
}

function sectionCode(section: Section<unknown>): string {
  switch (section.state) {
    case 'known':
      return ['known', ...[section.content.kind, section.freshness, section.refresh.state].map(word)].join(
        '/',
      );
    case 'failed':
      return `failed/${word(section.error.code)}`;
    case 'withheld':
      return 'withheld';
    case 'loading':
      return 'loading';
  }
}
