import { conceptWords } from '../../../coding.ts';
import { joined } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import type { Held, PatientRecord } from '../record.ts';
import { wordsAndCodes } from './coded-as.ts';
import { namedRecord } from './named-record.ts';

/** The body sites of a problem. */
export function sitesOf({ value: { bodySite = [] } }: Held<'Condition'>, cautions: Cautions): string | null {
  return joined(
    bodySite.map((site) => wordsAndCodes(site, cautions)),
    ', ',
  );
}

/** Each stage by its summary and type. An assessment without a name goes to "more in the record". */
export function stagesOf(record: PatientRecord, held: Held<'Condition'>, cautions: Cautions): string | null {
  const stages = (held.value.stage ?? []).map(({ summary, type, assessment = [] }) => {
    const by = assessment.map((reference) =>
      namedRecord(record, held, reference, 'stage assessment', cautions),
    );
    return joined(
      [
        wordsAndCodes(summary, cautions),
        joined([conceptWords(type, cautions)].map(bracketed)),
        joined(by, ', '),
      ],
      ' ',
    );
  });
  return joined(stages, ', ');
}

function bracketed(text: string | null): string | null {
  return text === null ? null : `(${text})`;
}

/** The evidence for a problem: signs, and records that show them. */
export function evidenceOf(
  record: PatientRecord,
  held: Held<'Condition'>,
  cautions: Cautions,
): string | null {
  const evidence = (held.value.evidence ?? []).flatMap(({ code = [], detail = [] }) => [
    ...code.map((sign) => conceptWords(sign, cautions)),
    ...detail.map((reference) => namedRecord(record, held, reference, 'evidence', cautions)),
  ]);
  return joined(evidence, ', ');
}
