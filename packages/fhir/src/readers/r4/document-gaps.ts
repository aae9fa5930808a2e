import type { Gap, SectionName } from '@ehch/clinical';
import { DOCUMENT_SECTIONS, DOCUMENT_TITLES } from '../../codes/document-sections.ts';
import { isObject, listAt, textAt, type JsonObject } from '../../entry.ts';
import { words } from '../../text.ts';

export interface DocumentGap {
  readonly gap: Gap;
  /** Where what is missing may belong. */
  readonly sections: readonly SectionName[];
}

/**
 * Why a list is empty (R4 list-empty-reason), as a gap; the others say that nobody asked, and leave none. A document that says
 * "nil known" is no record of that: it is told, and beside it nothing reads as if nobody had said anything.
 */
const EMPTY: Readonly<Record<string, Gap['why']>> = {
  withheld: 'withheld',
  unavailable: 'failed',
  nilknown: 'more',
};

/**
 * What a document leaves open. A section that is withheld or unavailable is not empty; one whose words no record repeats
 * holds something that the view cannot show.
 */
export function gapsOfDocument(composition: JsonObject): readonly DocumentGap[] {
  return listAt(composition, 'section').flatMap(gapsOfSection);
}

function gapsOfSection(section: unknown): readonly DocumentGap[] {
  if (!isObject(section)) return [];
  const inner = listAt(section, 'section').flatMap(gapsOfSection);
  const why = whyOf(section);
  if (why === null) return inner;
  const title = words(textAt(section, 'title')) ?? 'without a title';
  const inWords = isNilKnown(section)
    ? ', which says “nil known”'
    : why === 'unreadable' || why === 'more'
      ? ', which is in words only'
      : '';
  return [
    ...inner,
    { gap: { why, what: `section “${title}” of a document${inWords}` }, sections: sectionsOf(section) },
  ];
}

function whyOf(section: JsonObject): Gap['why'] | null {
  for (const coding of listAt(section['emptyReason'], 'coding')) {
    const code = textAt(coding, 'code') ?? '';
    if (Object.hasOwn(EMPTY, code)) return EMPTY[code] ?? null;
  }
  const hasParts = listAt(section, 'entry').length > 0 || listAt(section, 'section').length > 0;
  if (hasParts || !hasWords(section['text'])) return null;
  // What it may say is known only where its code or title says which section it is.
  return isPlaced(section) ? 'unreadable' : 'more';
}

function isNilKnown(section: JsonObject): boolean {
  return listAt(section['emptyReason'], 'coding').some((coding) => textAt(coding, 'code') === 'nilknown');
}

/** Whether a narrative says anything between its tags. */
function hasWords(narrative: unknown): boolean {
  if (textAt(narrative, 'status') === 'empty') return false;
  return /\p{L}/u.test((textAt(narrative, 'div') ?? '').replaceAll(/<[^>]*>/g, ' '));
}

function isPlaced(section: JsonObject): boolean {
  return placesOf(section).length > 0;
}

/** [P] Words that no code or title places are told where documents are told. */
function sectionsOf(section: JsonObject): readonly SectionName[] {
  const places = placesOf(section);
  return places.length > 0 ? places : ['events'];
}

function placesOf(section: JsonObject): readonly SectionName[] {
  for (const coding of listAt(section['code'], 'coding')) {
    const found = DOCUMENT_SECTIONS.get(textAt(coding, 'code') ?? '');
    if (found !== undefined) return found;
  }
  const title = [textAt(section, 'title'), textAt(section['code'], 'text')].join(' ');
  return DOCUMENT_TITLES.find(([pattern]) => pattern.test(title))?.[1] ?? [];
}
