import type { Gap, SectionName } from '@ehch/clinical';
import { byCode } from '../../by-code.ts';
import { DOCUMENT_SECTIONS, DOCUMENT_TITLES } from '../../codes/document-sections.ts';
import { isObject, listAt, textAt, type JsonObject } from '../../entry.ts';
import { words } from '../../text.ts';

/** A gap that a document leaves. */
export interface DocumentGap {
  readonly gap: Gap;
  /** The sections that the missing content may belong to. */
  readonly sections: readonly SectionName[];
}

/**
 * Reasons for an empty list (R4 list-empty-reason) that leave a gap. The other reasons say that nobody asked,
 * and leave none. "Nil known" in a document is not a record that says "none". The gap shows it, so that the
 * section does not read as if nobody had said anything.
 */
const EMPTY = byCode<Gap['why']>({
  withheld: 'withheld',
  unavailable: 'failed',
  nilknown: 'more',
});

/**
 * The gaps that a document leaves. A withheld or unavailable section is not empty. A section in words without
 * records holds content that the view cannot show.
 */
export function gapsOfDocument(
  composition: JsonObject,
  isHere: (reference: string) => boolean,
): readonly DocumentGap[] {
  return listAt(composition, 'section').flatMap((section) => gapsOfSection(section, isHere));
}

function gapsOfSection(section: unknown, isHere: (reference: string) => boolean): readonly DocumentGap[] {
  if (!isObject(section)) return [];
  const inner = listAt(section, 'section').flatMap((part) => gapsOfSection(part, isHere));
  const title = words(textAt(section, 'title')) ?? 'without a title';
  const sections = sectionsOf(section);
  const gap = (why: Gap['why'], rest: string): DocumentGap => ({
    gap: { why, what: `section “${title}” of a document${rest}` },
    sections,
  });
  const absent = absentIn(section, isHere);
  const why = whyOf(section);
  return [
    ...inner,
    ...(absent === null ? [] : [gap('more', `: ${absent}`)]),
    ...(why === null ? [] : [gap(why, restOf(section, why))]),
  ];
}

function restOf(section: JsonObject, why: Gap['why']): string {
  if (isNilKnown(section)) return ', which says “nil known”';
  if (hasParts(section) && why === 'more') return ', which may say more in words';
  return why === 'unreadable' || why === 'more' ? ', which is in words only' : '';
}

/** The entries of a section whose records did not arrive, by their names where they have any. */
function absentIn(section: JsonObject, isHere: (reference: string) => boolean): string | null {
  const absent = listAt(section, 'entry').filter((entry) => !isHere(textAt(entry, 'reference') ?? ''));
  const named = absent.flatMap((entry) => words(textAt(entry, 'display')) ?? []);
  const unnamed = absent.length - named.length;
  const rest = unnamed === 0 ? [] : [`${unnamed} ${unnamed === 1 ? 'entry' : 'entries'} without a record`];
  return [...named, ...rest].join(', ') || null;
}

function whyOf(section: JsonObject): Gap['why'] | null {
  for (const coding of listAt(section['emptyReason'], 'coding')) {
    const why = EMPTY[textAt(coding, 'code') ?? ''];
    if (why !== undefined) return why;
  }
  const why = whyInWords(section['emptyReason']);
  if (why !== null) return why;
  const { text } = section;
  // R4 narrative status `additional`: an author wrote the text, and it may say more than the records beside
  // it.
  const isOwn = textAt(text, 'status') === 'additional';
  if (!hasWords(text) || (hasParts(section) && !isOwn)) return null;
  if (hasParts(section)) return 'more';
  // The section of the view is known only from a code or a title. Without them the text may belong anywhere,
  // so it fails no section.
  return isPlaced(section) ? 'unreadable' : 'more';
}

/** [P] The same reasons in words, for documents and lists whose sources send no code. */
export function whyInWords(reason: unknown): 'withheld' | 'failed' | null {
  const said = [reason, ...listAt(reason, 'coding')].flatMap((part) => [
    textAt(part, 'text'),
    textAt(part, 'display'),
  ]);
  if (said.some((text) => /\b(?:withheld|confidential|restricted)\b/i.test(text ?? ''))) return 'withheld';
  return said.some((text) => /\b(?:unavailable|not available)\b/i.test(text ?? '')) ? 'failed' : null;
}

function hasParts(section: JsonObject): boolean {
  return listAt(section, 'entry').length > 0 || listAt(section, 'section').length > 0;
}

function isNilKnown(section: JsonObject): boolean {
  return listAt(section['emptyReason'], 'coding').some((coding) => textAt(coding, 'code') === 'nilknown');
}

/** Whether a narrative has any words between its tags. */
function hasWords(narrative: unknown): boolean {
  if (textAt(narrative, 'status') === 'empty') return false;
  return /\p{L}/u.test((textAt(narrative, 'div') ?? '').replaceAll(/<[^>]*>/g, ' '));
}

function isPlaced(section: JsonObject): boolean {
  return placesOf(section).length > 0;
}

/** [P] Text that no code or title assigns to a section goes to the events, where documents are listed. */
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
