import { readDate } from '../../../dates.ts';
import { words } from '../../../text.ts';
import type { PatientRecord } from '../record.ts';
import type { CprRow } from './cpr-row.ts';
import { cprMeaning, type CprMeaning } from './cpr-words.ts';
import { documentTexts, isLimitsDocument, isSuperseded } from './limits-documents.ts';
import { cautionsOfDecision } from './original.ts';

/**
 * A current document whose title states a decision. Nobody can tell from the title of a form what was ticked
 * on it. So it counts as not understood, unless a decision in force says the same.
 */
export function documentRows(record: PatientRecord): readonly CprRow[] {
  const held = record
    .all('DocumentReference')
    .filter((one) => isLimitsDocument(one) && !isSuperseded(record, one));
  return held.flatMap((one): readonly CprRow[] => {
    const texts = [...new Set(documentTexts(one).flatMap((text) => words(text) ?? []))];
    const about = texts.filter((text) => SAYS.includes(formMeaning(text) ?? 'question'));
    if (about.length === 0) return [];
    // The form stands among the documents as well, with who has seen the original.
    const cautions = cautionsOfDecision(one);
    const on = readDate(one.value.date, cautions);
    const said = `the document “${about.join(', ')}”`;
    const by = one.value.author ?? [];
    const means = about.map((text) => formMeaning(text));
    return [
      {
        held: one,
        part: 'cpr',
        reading: 'unclear',
        means,
        said,
        cautions,
        on,
        from: null,
        until: null,
        by,
        notInForce: null,
      },
    ];
  });
}

/** What the title of a form states. "DNACPR form" is the form for that decision. */
function formMeaning(text: string): CprMeaning | null {
  return cprMeaning(text.replace(/ (?:form|document|order|certificate)\s*$/i, ''));
}

const SAYS: readonly CprMeaning[] = ['attempt', 'do-not-attempt', 'unclear'];
