import type { Caution, LimitsDocument } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { civilDayOf } from '@ehch/clinical/time';
import { LOINC } from '../../../codes/systems.ts';
import { codesIn, conceptWords, firstWords, type ConceptLike } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { isObject } from '../../../entry.ts';
import { joined, words } from '../../../text.ts';
import { leaveOthers } from '../author.ts';
import type { Cautions } from '../cautions.ts';
import { byNewest, fact, isAfterNow } from '../fact.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { codedDetails } from './coded-as.ts';
import { cautionWhenOverInWords } from './end-in-words.ts';
import { isLimitsTitle } from './limits-words.ts';
import { cautionsOfDecision, originalSeen } from './original.ts';
import { isFirm } from './not-in-force.ts';
import { isFormOver } from './over-in-words.ts';
import { isReplacedByOne, isReplacedInTurn } from './replaced.ts';

/**
 * LOINC document types of advance directives and personal advance care plans, as public examples use them.
 */
const ADVANCE_DIRECTIVE = ['42348-3', '81334-5'];

/** Documents about the limits of treatment, current ones first. */
export function limitsDocuments(record: PatientRecord): readonly LimitsDocument[] {
  return record
    .all('DocumentReference')
    .filter(isLimitsDocument)
    .map((held): LimitsDocument => {
      const { value } = held;
      const cautions = cautionsOfDecision(held);
      if (value.docStatus === 'preliminary') cautions.add('unconfirmed');
      record.show(held, 'limits');
      const original = originalAt(held);
      const title = documentWords(held, original === null ? [] : [value.description]) ?? 'Document';
      leaveAsides(record, held, cautions);
      const coded = typeDetails(held, title, cautions);
      if (isReplacedInTurn(record, held)) cautions.add('contradicts-itself');
      const status = isSuperseded(record, held) ? 'superseded' : 'current';
      if (status === 'current' && isFormOver(documentTexts(held))) cautions.add('contradicts-itself');
      if (status === 'current') cautionWhenOverInWords(documentTexts(held), record, cautions);
      const start = readDate(value.context?.period?.start, cautions);
      if (isAfterNow(start, record)) cautions.add('future-dated');
      if (start !== null && isAfterNow(start, record))
        cautions.leave('not in force before', formatDate(start));
      const reviewBy = readDate(value.context?.period?.end, cautions);
      const on = firstDate([value.date, value.content?.[0]?.attachment.creation], cautions);
      const told = fact(record, held, cautions, { on, by: value.author ?? [] });
      return {
        ...told,
        ...coded,
        title: withDocStatus(held, title),
        status,
        originalAt: original,
        reviewBy,
        ...originalSeen(held, { by: told.by?.name ?? null, on, at: original }),
      };
    })
    .toSorted((a, b) => rank(a) - rank(b) || byNewest(a, b));
}

/**
 * Whether a document is superseded, by its own status or because a current document replaces it. A document
 * in doubt, or dated in the future, replaces nothing yet.
 */
export function isSuperseded(record: PatientRecord, held: Held<'DocumentReference'>): boolean {
  if (held.value.status === 'superseded') return true;
  const inForce = record
    .all('DocumentReference')
    .filter(
      ({ value: { status, docStatus, date }, cautions }) =>
        status === 'current' &&
        docStatus !== 'preliminary' &&
        isFirm(cautions) &&
        !isAfterNow(date ?? null, record),
    );
  return isReplacedByOne(record, held, inForce);
}

/** [P] Words in a title that say that the document is not binding yet. */
const UNFINISHED = /\b(?:draft|unsigned|not (?:yet )?signed|incomplete|unfinished|blank|template)\b/i;

/**
 * Leaves to "more in the record": other authors, related documents, and a file made on another day than the
 * document.
 */
export function leaveAsides(
  record: PatientRecord,
  held: Held<'DocumentReference'>,
  cautions: Cautions,
): void {
  leaveOthers(record, held, held.value.author, cautions);
  if (documentTexts(held).some((text) => UNFINISHED.test(text ?? ''))) cautions.add('unconfirmed');
  const told = civilDayOf(readDate(held.value.date, cautions));
  for (const { attachment } of held.value.content ?? []) {
    const made = readDate(attachment.creation, cautions);
    if (made !== null && told !== null && civilDayOf(made) !== told)
      cautions.leave('file made on', formatDate(made));
  }
  for (const { code, target } of held.value.relatesTo ?? []) {
    const other = record.resolve(target, held);
    const name = isHeld(other, 'DocumentReference') ? titleOf(other) : words(target?.display);
    cautions.leave(`${code ?? 'belongs to'} another document`, name);
  }
}

/**
 * The name of a document, with whatever its description and files add.
 * @param told texts that are shown elsewhere
 */
export function documentWords(
  held: Held<'DocumentReference'>,
  told: readonly (string | undefined)[] = [],
): string | null {
  const { description, content = [] } = held.value;
  const texts = [titleOf(held), description, ...content.map(({ attachment }) => attachment.title)];
  const parts: string[] = [];
  for (const text of texts) {
    const said = words(text);
    const isTold =
      said === null || told.includes(text ?? undefined) || parts.some((part) => part.includes(said));
    if (!isTold) parts.push(said);
  }
  return joined(parts, ': ');
}

/** A document that its author has not finished says so wherever it is named (R4 composition-status). */
export function withDocStatus({ value }: Held<'DocumentReference'>, title: string): string {
  return value.docStatus === 'preliminary' ? `${title} (preliminary, not final)` : title;
}

/** The name of a document: the words of its type, else its title, else its description. */
function titleOf({ value }: Held<'DocumentReference'>): string | null {
  const types = [...(value.type === undefined ? [] : [value.type]), ...(value.category ?? [])];
  const title = value.content?.map(({ attachment }) => words(attachment.title)).find((text) => text !== null);
  // A code without words is the last choice for a name.
  const inWords = (some: readonly ConceptLike[]) =>
    some
      .map((type) => (isCodeOnly(type) ? null : conceptWords(type, new Set())))
      .find((text) => text !== null);
  return (
    inWords(types.slice(0, 1)) ??
    title ??
    words(value.description) ??
    inWords(types) ??
    firstWords(types, new Set())
  );
}

function isCodeOnly(concept: ConceptLike): boolean {
  const cautions = new Set<Caution>();
  conceptWords(concept, cautions);
  return cautions.has('code-only');
}

/**
 * The other codings of the type. A document that only a code names gets the caution `code-only`. A bare code
 * beside a name goes to "more in the record".
 */
export function typeDetails(held: Held<'DocumentReference'>, text: string, cautions: Cautions) {
  const { type, category = [] } = held.value;
  const codes = [type ?? {}, ...category].filter(isCodeOnly).map((one) => conceptWords(one, new Set()));
  if (codes.includes(text)) cautions.add('code-only');
  else if (type !== undefined && isCodeOnly(type)) cautions.leave('type', conceptWords(type, new Set()));
  return codedDetails(text, type);
}

/** All texts of a document. Every one of them may cast doubt on it, and not only those that are shown. */
export function documentTexts({ value }: Held<'DocumentReference'>): readonly (string | null | undefined)[] {
  const concepts = [...(value.type === undefined ? [] : [value.type]), ...(value.category ?? [])];
  return [
    ...concepts.flatMap(({ text, coding = [] }) => [text, ...coding.map(({ display }) => display)]),
    value.description,
    ...(value.content ?? []).map(({ attachment }) => attachment.title),
  ];
}

/** Whether a document is about the limits of treatment, by its LOINC code or by any of its texts. */
export function isLimitsDocument(held: Held<'DocumentReference'>): boolean {
  const { type, category = [] } = held.value;
  const concepts = [...(type === undefined ? [] : [type]), ...category];
  if (concepts.some((concept) => codesIn(concept, LOINC).some((code) => ADVANCE_DIRECTIVE.includes(code))))
    return true;
  return documentTexts(held).some((text) => isLimitsTitle(text ?? ''));
}

/**
 * Where the signed original is kept. FHIR has no element for it. [P] Read in this order: "original: …" in the
 * description; a description that mentions the original; an extension whose address ends in
 * "original-location".
 */
function originalAt({ value }: Held<'DocumentReference'>): string | null {
  const description = words(value.description);
  const named = /\boriginal(?: (?:form|document|copy|is kept|kept|held))?\s*[:–-]\s*(.+)$/i.exec(
    description ?? '',
  );
  if (named?.[1] !== undefined) return named[1].trim();
  if (description !== null && /\boriginal\b/i.test(description)) return description;
  const extensions: readonly unknown[] = [
    value.extension,
    ...(value.content ?? []).map(({ attachment }) => attachment.extension),
  ].flat();
  for (const extension of extensions) {
    if (!isObject(extension) || !/original-?location$/i.test(String(extension['url']))) continue;
    if (typeof extension['valueString'] === 'string') return words(extension['valueString']);
  }
  return null;
}

function rank({ status }: LimitsDocument): number {
  return status === 'current' ? 0 : 1;
}
