import { comparePartialDates, type Allergy, type Content, type NoneStatement } from '@ehch/clinical';
import { IPS_ABSENT, NO_ALLERGY_INFORMATION, type NoneScope } from '../../../codes/negations.ts';
import { codesIn, conceptWords, firstWords, statusCode, type ConceptLike } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { words } from '../../../text.ts';
import { careFor } from '../care.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { codedScope, contradicts, noneScope, substanceBeside, type ScopedNone } from './no-known-allergy.ts';
import { nilKnownLists } from './nil-known.ts';

const STATUSES = ['active', 'inactive', 'resolved'] as const;

export function allergies(record: PatientRecord): Content<readonly Allergy[]> {
  const listed: Allergy[] = [];
  const nones: ScopedNone[] = [];
  for (const held of record.all('AllergyIntolerance')) {
    const scope = noneScope(held.value.code);
    if (codesIn(held.value.code, IPS_ABSENT).includes(NO_ALLERGY_INFORMATION)) {
      record.setAside(held, 'says-nothing');
    } else if (scope !== null) {
      const none = noneStatement(record, held, scope);
      if (none === null) record.setAside(held, 'not-in-force');
      else nones.push({ held, scope, statement: none });
      const substance = substanceBeside(held.value.code);
      if (substance !== null) listed.push(...toAllergy(record, held, substance));
    } else listed.push(...toAllergy(record, held, held.value.code));
  }
  nones.push(...nilKnownLists(record, 'allergies'));
  return together(record, listed.toSorted(byWeight), nones);
}

/**
 * "No known allergies" beside an allergy in force contradict each other, and both are shown. A statement about medicines
 * alone does not contradict an allergy that is only to food.
 */
function together(
  record: PatientRecord,
  listed: readonly Allergy[],
  nones: readonly ScopedNone[],
): Content<readonly Allergy[]> {
  const inForce = listed.filter(({ status }) => status === 'active' || status === 'not-stated');
  const past = listed.filter((allergy) => !inForce.includes(allergy));
  const opposed = nones.filter((none) => inForce.some((allergy) => contradicts(none.scope, allergy)));
  const shown = listed.length === 0 ? nones : opposed;
  for (const none of nones) {
    if (shown.includes(none)) record.show(none.held, 'allergies');
    else record.setAside(none.held, 'says-nothing');
  }
  if (opposed.length > 0) {
    return {
      kind: 'disagree',
      sides: [
        ...inForce.map((allergy) => ({ ...recordedOf(allergy), value: [allergy] })),
        ...opposed.map(({ statement }) => ({ ...recordedOf(statement), value: [] })),
      ],
      common: past.length === 0 ? null : past,
    };
  }
  // Past allergies stay listed, with their status, although "none known" stands beside them.
  if (listed.length > 0) return { kind: 'recorded', value: listed };
  if (nones.length === 0) return { kind: 'not-recorded' };
  return { kind: 'recorded-as-none', statements: nones.map(({ statement }) => statement) };
}

function recordedOf({ id, on, source, by, cautions }: Allergy | NoneStatement) {
  return { id, on, source, by, cautions };
}

function noneStatement(
  record: PatientRecord,
  held: Held<'AllergyIntolerance'>,
  scope: NoneScope,
): NoneStatement | null {
  const { value } = held;
  const status = statusCode(value.clinicalStatus, STATUSES);
  if (status === 'inactive' || status === 'resolved') return null;
  const care = careFor(held);
  // [P] Words without a code for "none" may have been typed to get past a mandatory field.
  if (codedScope(value.code) === null || statusCode(value.verificationStatus, ['unconfirmed']) !== null)
    care.add('unconfirmed');
  const text = conceptWords(value.code, care) ?? '';
  const on = firstDate([value.recordedDate, value.onsetDateTime], care);
  return {
    ...fact(record, held, care, { on, by: [value.asserter, value.recorder], part: 'none' }),
    text,
    scope,
  };
}

function toAllergy(
  record: PatientRecord,
  held: Held<'AllergyIntolerance'>,
  code: ConceptLike | undefined,
): readonly Allergy[] {
  const { value } = held;
  const care = careFor(held);
  const substance =
    conceptWords(code, care) ??
    firstWords(
      value.reaction?.flatMap((reaction) => reaction.substance ?? []),
      care,
    );
  if (substance === null) return record.refuse(held, 'missing', 'code');
  record.show(held, 'allergies');
  const status = statusCode(value.clinicalStatus, STATUSES);
  // A status in words or codes that FHIR does not have is no status, and says so.
  if (status === null && value.clinicalStatus?.coding?.length) care.add('partly-unreadable');
  if (statusCode(value.verificationStatus, ['unconfirmed']) !== null) care.add('unconfirmed');
  const reactions = (value.reaction ?? []).flatMap((reaction) => {
    const texts = (reaction.manifestation ?? []).flatMap((sign) => conceptWords(sign, care) ?? []);
    const text = texts.join(', ') || words(reaction.description);
    return text === null || text === '' ? [] : [{ text, severity: reaction.severity ?? null }];
  });
  const lastReaction = readDate(value.lastOccurrence, care);
  const on = firstDate([value.onsetDateTime, value.onsetPeriod?.start, value.recordedDate], care);
  return [
    {
      ...fact(record, held, care, { on, by: [value.asserter, value.recorder] }),
      substance,
      kind: value.type ?? 'unknown',
      category: value.category ?? [],
      criticality: value.criticality ?? null,
      reactions,
      status: status ?? 'not-stated',
      lastReaction,
    },
  ];
}

/** In force before past, high risk before the rest, then newest first. */
function byWeight(a: Allergy, b: Allergy): number {
  return past(a) - past(b) || high(b) - high(a) || comparePartialDates(a.on, b.on);
}

function past({ status }: Allergy): number {
  return status === 'inactive' || status === 'resolved' ? 1 : 0;
}

function high({ criticality }: Allergy): number {
  return criticality === 'high' ? 1 : 0;
}
