import type { Allergy, Content, NoneKind, NoneStatement } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { comparePartialDates } from '@ehch/clinical/time';
import { KIND_OF_CATEGORY } from '../../../codes/negations.ts';
import { readDate } from '../../../dates.ts';
import type { Steps } from '../../../steps.ts';
import { joined } from '../../../text.ts';
import { cautionsFor } from '../cautions.ts';
import { isAfterNow, isAhead } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { ALLERGY_STATUSES, endOfAllergy, hasReacted, toAllergy } from './allergy.ts';
import { allergiesElsewhere, noneElsewhere } from './allergies-elsewhere.ts';
import { beganWhen } from './began.ts';
import { listFlags, withListFlags } from './list-flags.ts';
import { currentLists, missingFromList, stillOnList } from './list-standing.ts';
import { absencesOf, allAbsences, withAbsences, type Absences } from './none-recorded.ts';
import { noneSaid, type NoneSaid } from './none-said.ts';
import { hasPassed } from './passed.ts';
import { emptyLists } from './section-lists.ts';
import { statusIn, verificationOf } from './status-words.ts';

/**
 * The allergies of the resident: those listed, those recorded elsewhere, and statements that there are none.
 */
export function* allergies(record: PatientRecord): Steps<Content<readonly Allergy[]>> {
  const listed: Allergy[] = [];
  const flags = listFlags(record);
  const lists = currentLists(record, 'allergies');
  const absences: Absences[] = [emptyLists(record, 'allergies'), yield* noneElsewhere(record)];
  for (const held of record.all('AllergyIntolerance')) {
    const said = noneSaid('allergies', held.value.code);
    const isNone = said.reach.length > 0;
    // "Unknown" with a reaction is an allergy to something that nobody could name.
    const isUnknown = said.unknown && said.named === null && !hasReacted(held) && !reactedInNote(held);
    if (isNone || isUnknown) absences.push(absenceOf(record, held, said));
    const named = said.unknown && said.named === null ? held.value.code : said.named;
    // "None" with a reaction contradicts itself. Both are shown, whether or not the reaction names a
    // substance.
    if (isNone ? named === null && !hasReacted(held) : isUnknown) continue;
    for (const allergy of toAllergy(record, held, named ?? undefined))
      listed.push(
        isInForce(allergy)
          ? missingFromList(withListFlags(allergy, held, flags), [held], lists)
          : stillOnList(allergy, held, allergy.ended ?? null, lists),
      );
  }
  yield;
  listed.push(...(yield* allergiesElsewhere(record)));
  return together(record, listed.toSorted(byWeight), allAbsences(absences));
}

/**
 * "No known allergies" and an allergy in force contradict each other, so both are shown. A statement of
 * another kind ("no known food allergy" beside penicillin) is shown with the list.
 */
function together(
  record: PatientRecord,
  listed: readonly Allergy[],
  absences: Absences,
): Content<readonly Allergy[]> {
  const inForce = listed.filter(isInForce);
  const past = listed.filter((allergy) => !inForce.includes(allergy));
  const nones = absences.nones.map(({ statement }) => statement);
  const opposed = nones.filter((none) => inForce.some((allergy) => contradicts(none, allergy)));
  if (opposed.length === 0)
    return withAbsences(
      record,
      'allergies',
      listed.length === 0 ? null : { value: listed, inForce: false },
      absences,
    );
  for (const { held } of absences.nones) record.show(held, 'allergies');
  for (const { held } of absences.unknowns) record.setAside(held, 'says-nothing');
  const beside = nones.filter((none) => !opposed.includes(none));
  return {
    kind: 'disagree',
    sides: [
      ...inForce.map((allergy) => ({ ...sideOf(allergy), value: [allergy] })),
      ...opposed.map((none) => ({ ...sideOf(none), value: [], none })),
    ],
    common: past.length === 0 ? null : past,
    ...(beside.length > 0 && { nones: beside }),
  };
}

function isInForce({ status }: Allergy): boolean {
  return status === 'active' || status === 'not-stated';
}

function sideOf({ id, on, source, by, cautions }: Allergy | NoneStatement) {
  return { id, on, source, by, cautions };
}

/** [P] R4 has no category for latex, among others, so the name of the allergen decides. */
const BY_NAME: Partial<Record<NoneKind, RegExp>> = {
  latex: /latex|rubber/i,
  contrast: /contrast|iodin/i,
  insect: /insect|sting|venom|\b(bee|wasp|hornet)s?\b/i,
  animal: /animal|dander|\b(cat|dog|horse|pet)s?\b/i,
};

/**
 * Whether "none known" of this kind denies the allergy. An allergy without a category may be of any kind. A
 * part that only words name ("no known penicillin allergy") is for a person to compare.
 */
function contradicts({ scope = 'all' }: NoneStatement, { category, substance }: Allergy): boolean {
  if (scope === 'all') return true;
  if (scope === 'part' || scope === 'other') return false;
  const name = BY_NAME[scope];
  if (name !== undefined) return name.test(substance);
  return category.length === 0 || category.some((one) => KIND_OF_CATEGORY[one] === scope);
}

/** What a record says that there is none of. A record that was withdrawn says nothing. */
function absenceOf(record: PatientRecord, held: Held<'AllergyIntolerance'>, said: NoneSaid): Absences {
  const { value } = held;
  const cautions = cautionsFor(held);
  const status = statusIn(value.clinicalStatus, ALLERGY_STATUSES, cautions);
  if (status === 'inactive' || status === 'resolved' || hasPassed(endOfAllergy(held, cautions).on, record)) {
    record.setAside(held, 'not-in-force');
    return { nones: [], unknowns: [] };
  }
  verificationOf(value.verificationStatus, cautions);
  // [P] Words without a code for "none" may have been typed only to get past a mandatory field.
  if (!said.coded && said.reach.length > 0) cautions.add('unconfirmed');
  if (hasReacted(held)) cautions.add('contradicts-itself');
  const { onsetDateTime: dateTime, onsetPeriod: period, onsetAge: age, onsetRange: range } = value;
  const began = beganWhen({ dateTime, period, age, range, string: value.onsetString }, cautions);
  if (isAfterNow(began.on, record)) cautions.add('future-dated');
  const recorded = readDate(value.recordedDate, cautions);
  const onset = recorded === null || began.on === null ? null : formatDate(began.on);
  if (onset !== null || began.words !== null) cautions.leave('onset', joined([onset, began.words], ', '));
  const on = recorded ?? began.on;
  return absencesOf(record, held, cautions, {
    section: 'allergies',
    text: said.text ?? 'No information',
    reach: cautions.has('mistaken-in-words') ? [] : ofCategories(said.reach, value.category ?? []),
    on,
    by: [value.asserter, value.recorder],
    beside: [value.onsetString],
  });
}

/** [P] Words of a note by which something happened: "unknown" with "reacted to an antibiotic" is an allergy. */
const REACTED =
  /(?<!\b(?:no|not|never|nil|without|any|if)(?: \w+){0,2} )\b(?:reacted|reaction to|anaphyla\w+|rash|hives|swelling|allergic to|intolerant of)\b/i;

function reactedInNote({ value: { note = [] } }: Held<'AllergyIntolerance'>): boolean {
  return note.some(({ text }) => REACTED.test(text ?? ''));
}

/** "No known allergy" with the category medication covers medicines alone. */
function ofCategories(reach: NoneSaid['reach'], categories: Allergy['category']): NoneSaid['reach'] {
  if (!reach.includes('all') || categories.length === 0) return reach;
  return [...new Set(categories.map((one) => KIND_OF_CATEGORY[one]))];
}

/**
 * Allergies in force come before past ones, and those dated in the future after the rest. Within these, high
 * risk comes first, then the newest.
 */
function byWeight(a: Allergy, b: Allergy): number {
  return rank(a) - rank(b) || high(b) - high(a) || comparePartialDates(a.on, b.on);
}

/** In force first, then future, past, and mistaken in words. */
function rank(allergy: Allergy): number {
  const isPast = allergy.status === 'inactive' || allergy.status === 'resolved';
  const isMistaken = allergy.cautions.includes('mistaken-in-words');
  return isMistaken ? 3 : isPast ? 2 : isAhead(allergy) ? 1 : 0;
}

function high({ criticality }: Allergy): number {
  return criticality === 'high' ? 1 : 0;
}
