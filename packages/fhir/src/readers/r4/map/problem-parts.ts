import { conceptWords } from '../../../coding.ts';
import { joined } from '../../../text.ts';
import type { Care } from '../care.ts';
import type { Held, PatientRecord } from '../record.ts';
import { wordsAndCodes } from './coded-as.ts';
import { namedRecord } from './named-record.ts';

/** Where in the body. */
export function sitesOf({ value: { bodySite = [] } }: Held<'Condition'>, care: Care): string | null {
  return joined(
    bodySite.map((site) => wordsAndCodes(site, care)),
    ', ',
  );
}

/** Each stage by its summary and its kind. An assessment that no words name is said to be in the record. */
export function stagesOf(record: PatientRecord, held: Held<'Condition'>, care: Care): string | null {
  const stages = (held.value.stage ?? []).map(({ summary, type, assessment = [] }) => {
    const by = assessment.map((reference) => namedRecord(record, held, reference, 'stage assessment', care));
    return joined(
      [wordsAndCodes(summary, care), joined([conceptWords(type, care)].map(bracketed)), joined(by, ', ')],
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
    ...detail.map((reference) => namedRecord(record, held, reference, 'evidence', care)),
  ]);
  return joined(evidence, ', ');
}
