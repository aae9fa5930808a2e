import { conceptWords } from '../../../coding.ts';
import { joined, words } from '../../../text.ts';
import type { Care } from '../care.ts';
import type { Reference } from '../datatypes.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';

/** Where in the body. */
export function sitesOf({ value: { bodySite = [] } }: Held<'Condition'>, care: Care): string | null {
  return joined(
    bodySite.map((site) => conceptWords(site, care)),
    ', ',
  );
}

/** Each stage by its summary and its kind. An assessment that no words name is said to be in the record. */
export function stagesOf(record: PatientRecord, held: Held<'Condition'>, care: Care): string | null {
  const stages = (held.value.stage ?? []).map(({ summary, type, assessment = [] }) => {
    const by = assessment.map((reference) => namedBy(record, held, reference, 'stage assessment', care));
    return joined(
      [conceptWords(summary, care), joined([conceptWords(type, care)].map(bracketed)), joined(by, ', ')],
      ' ',
    );
  });
  return joined(stages, ', ');
}

function bracketed(text: string | null): string | null {
  return text === null ? null : `(${text})`;
}

/** What it was told by: signs, and the records that show them. */
export function evidenceOf(record: PatientRecord, held: Held<'Condition'>, care: Care): string | null {
  const evidence = (held.value.evidence ?? []).flatMap(({ code = [], detail = [] }) => [
    ...code.map((sign) => conceptWords(sign, care)),
    ...detail.map((reference) => namedBy(record, held, reference, 'evidence', care)),
  ]);
  return joined(evidence, ', ');
}

/** A record by what it is coded as, or by the words of the reference; else it is said that there is one. */
function namedBy(
  record: PatientRecord,
  held: Held,
  reference: Reference,
  element: string,
  care: Care,
): string | null {
  const target = record.resolve(reference, held);
  const name = isHeld(target, 'Observation', 'Condition') ? conceptWords(target.value.code, care) : null;
  const text = name ?? words(reference.display);
  if (text === null && words(reference.reference) !== null) care.leave(element);
  return text;
}
