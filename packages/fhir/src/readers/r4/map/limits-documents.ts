import { comparePartialDates, type LimitsDocument } from '@ehch/clinical';
import { LOINC } from '../../../codes/systems.ts';
import { codesIn, firstWords } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { isObject } from '../../../entry.ts';
import { words } from '../../../text.ts';
import { careFor } from '../care.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { isLimitsTitle } from './limits-words.ts';

/** LOINC document types of advance directives and personal advance care plans, as the public examples use them. */
const ADVANCE_DIRECTIVE = ['42348-3', '81334-5'];

export function limitsDocuments(record: PatientRecord): readonly LimitsDocument[] {
  return record
    .all('DocumentReference')
    .filter(isLimitsDocument)
    .map((held): LimitsDocument => {
      const { value } = held;
      const care = careFor(held);
      if (value.docStatus === 'preliminary') care.add('unconfirmed');
      record.show(held, 'limits');
      const title = titleOf(held) ?? 'Document';
      const reviewBy = readDate(value.context?.period?.end, care);
      const on = firstDate([value.date, value.content?.[0]?.attachment.creation], care);
      return {
        ...fact(record, held, care, { on, by: value.author ?? [] }),
        title,
        status: value.status === 'superseded' ? 'superseded' : 'current',
        originalAt: originalAt(held),
        reviewBy,
      };
    })
    .toSorted((a, b) => rank(a) - rank(b) || comparePartialDates(a.on, b.on));
}

/** The name of a document: what its type says, else its title, else its description. */
export function titleOf({ value }: Held<'DocumentReference'>): string | null {
  const types = [...(value.type === undefined ? [] : [value.type]), ...(value.category ?? [])];
  const title = value.content?.map(({ attachment }) => words(attachment.title)).find((text) => text !== null);
  return (
    firstWords(types.slice(0, 1), new Set()) ??
    title ??
    words(value.description) ??
    firstWords(types, new Set())
  );
}

function isLimitsDocument(held: Held<'DocumentReference'>): boolean {
  const { type, category = [], description, content } = held.value;
  const concepts = [...(type === undefined ? [] : [type]), ...category];
  if (concepts.some((concept) => codesIn(concept, LOINC).some((code) => ADVANCE_DIRECTIVE.includes(code))))
    return true;
  const texts = [
    ...concepts.map((concept) => firstWords([concept], new Set())),
    description,
    content?.[0]?.attachment.title,
  ];
  return texts.some((text) => isLimitsTitle(text ?? ''));
}

/**
 * Where the signed original is kept. FHIR has no field for it. Read here, in this order: "original: …" in the description;
 * a description that speaks of the original; an extension of the document whose address ends in "original-location". [P]
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
