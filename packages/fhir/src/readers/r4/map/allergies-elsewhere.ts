import type { Allergy } from '@ehch/clinical';
import { namesOf, type ConceptLike } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { textAt } from '../../../entry.ts';
import { compared } from '../../../said-already.ts';
import { eachInSteps, flatMapInSteps, type Steps } from '../../../steps.ts';
import { Cautions, cautionsFor } from '../cautions.ts';
import { fact } from '../fact.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { answerTo } from './absent-reason.ts';
import { allergiesOnForms } from './allergies-on-forms.ts';
import {
  DENIED,
  deniedUnder,
  isNone,
  allergenNamed,
  titleOf,
  underTitle,
  type Statement,
} from './allergy-titles.ts';
import { answerIn } from './answered.ts';
import { saidValue } from './cpr-reading.ts';
import { whyNotInForce } from './not-in-force.ts';
import { cautionsForObservation, isAboutResident, observed, whenOver } from './observation-kind.ts';
import { beginOf, endOf, isOver } from './condition-times.ts';
import { absencesOf, allAbsences, type Absences } from './none-recorded.ts';
import { wordsSay } from './none-said.ts';
import { overWithVisit } from './flag-visit.ts';
import { isDeniedInWords } from './denied-in-words.ts';
import { hasPassed } from './passed.ts';
import { statusIn, verificationOf } from './status-words.ts';

/**
 * [P] Words for an allergy to something. "Allergic rhinitis" is an illness, and "allergy clinic" is a place.
 */
const ALLERGY =
  /\b(?:allerg(?:y|ies|ic)|hypersensitivity|intoleran(?:ce|t)|adverse (?:drug )?reaction) to \p{L}|(?<!(?:glucose|exercise|activity|effort|heat|cold|light|orthostatic) )(?<=\p{L} )intolerance\b|\p{L}+ allergy(?! (?:test|ige|specific|antibod|level|panel|diet|advice|nurse|referral|clinic|screen|service|review|status|card|band|history))\b|^allerg(?:y|ies|ic) ?[:–—-] ?(?!(?:test|clinic|referral|review|see)\b)\p{L}|\banaphyla(?:xis|ctic \p{L}+) (?:to|due to|from|caused by)\b/iu;
/** An observation and its components. */
function statementsIn({ value }: Held<'Observation'>): readonly Statement[] {
  return [value, ...(value.component ?? [])];
}

/**
 * Allergies that are recorded only among the problems, the alerts or the observations, as many in UK records
 * are. Beside them, "no known allergies" or "not recorded" would be untrue. [P] An allergy that the list
 * already names is not repeated.
 */
export function* allergiesElsewhere(record: PatientRecord): Steps<readonly Allergy[]> {
  const listed = record
    .all('AllergyIntolerance')
    // An allergy on the list that has ended does not cover a problem that has not.
    .filter(({ value }) => statusIn(value.clinicalStatus, ['inactive', 'resolved'], new Cautions()) === null)
    .flatMap(({ value }) => namesOf(value.code).flatMap((text) => compared(text).split(' ')))
    .filter((word) => word.length > 3 && !VAGUE.test(word));
  const isListed = (said: string) => listed.some((word) => compared(said).includes(word));
  const textOf = ({ code }: { readonly code?: ConceptLike | undefined }) => {
    const said = namesOf(code).find((text) => ALLERGY.test(text) && !DENIED.test(text));
    return said === undefined || isListed(said) ? [] : [said];
  };
  const namesIn = (statement: Statement) => {
    const title = titleOf(statement);
    if (title === null) return textOf(statement);
    // "Penicillin, latex" is shown if one of the two is not on the list.
    return (saidValue(statement) ?? '').split(/[,;/]|\band\b/i).every(isListed) ? [] : [title];
  };
  return [
    ...record
      .all('Condition')
      .filter((held) => isCurrent(held, record))
      .flatMap((held) => textOf(held.value).map((text) => fromProblem(record, held, text))),
    ...record
      .all('Flag')
      .filter((held) => isInForce(held, record))
      .flatMap((held) => textOf(held.value).map((text) => fromAlert(record, held, text))),
    ...(yield* flatMapInSteps(record.all('Observation'), (held) =>
      isStanding(held)
        ? statementsIn(held).flatMap((statement, index) =>
            namesIn(statement).flatMap((text) => fromObservation(record, held, { statement, index, text })),
          )
        : [],
    )),
    ...allergiesOnForms(record, namesIn),
  ];
}

function isStanding({ value }: Held<'Observation'>): boolean {
  return whyNotInForce(value.status) === null && answerTo(value) === 'stands';
}

/**
 * Words of an entry that name no substance. The words of "no known drug allergy" must not hide "drug
 * allergy".
 */
const VAGUE =
  /^(?:allerg\w*|known|drug|food|medic\w*|intoleran\w*|adverse|reaction|other|unknown|situation)$/;

/**
 * "No known allergies" as a problem, an alert or a finding. It is no statement in the list itself. Where
 * nothing is listed it is still shown, so that the list does not look as if nobody had asked.
 */
export function* noneElsewhere(record: PatientRecord): Steps<Absences> {
  const places = [
    ['problems', record.all('Condition').filter((held) => isCurrent(held, record))],
    ['alerts', record.all('Flag').filter((held) => isInForce(held, record))],
    ['observations', record.all('Observation')],
  ] as const;
  const found: Absences[] = [];
  for (const [place, all] of places)
    yield* eachInSteps<Held<'Condition' | 'Flag' | 'Observation'>>(all, (held) => {
      const named = namesOf(held.value.code).find((text) => isNone(wordsSay('allergies', text)));
      const under = isHeld(held, 'Observation') ? statementsIn(held).map(deniedUnder) : [];
      const said = named ?? under.find((text) => text !== null);
      const isOwn =
        !isHeld(held, 'Observation') ||
        ((named === undefined ? whyNotInForce(held.value.status) === null : isStanding(held)) &&
          isAboutResident(record, held));
      if (said === undefined || !isOwn) return;
      const { effectiveDateTime, recordedDate, period } = held.raw;
      const cautions = cautionsFor(held);
      const day = [effectiveDateTime, recordedDate, textAt(period, 'start')].find(
        (one) => typeof one === 'string',
      );
      const on = readDate(day, cautions);
      const text = `${said} (recorded among the ${place})`;
      found.push(absencesOf(record, held, cautions, { section: 'allergies', text, reach: [], on, by: [] }));
    });
  return allAbsences(found);
}

function isCurrent(held: Held<'Condition'>, record: PatientRecord): boolean {
  const past = statusIn(held.value.clinicalStatus, ['inactive', 'resolved', 'remission'], new Cautions());
  return past === null && !isOver(record, endOf(held, new Cautions()));
}

function isInForce({ value }: Held<'Flag'>, record: PatientRecord): boolean {
  return value.status === 'active' && !hasPassed(readDate(value.period?.end, new Set()), record);
}

function fromProblem(record: PatientRecord, held: Held<'Condition'>, substance: string): Allergy {
  const { verificationStatus, recordedDate, asserter, recorder } = held.value;
  const cautions = cautionsFor(held);
  const verification = verificationOf(verificationStatus, cautions);
  if (isDeniedInWords(held)) cautions.add('contradicts-itself');
  const began = beginOf(held, cautions);
  const on = began.on ?? readDate(recordedDate, cautions);
  return {
    ...fact(record, held, cautions, { on, by: [asserter, recorder], part: 'allergy' }),
    ...allergenNamed(substance, 'recorded among the problems'),
    dated: began.on === null ? 'recorded' : 'began',
    ...(began.words !== null && { onset: began.words }),
    ...(verification !== null && { verification }),
  };
}

function fromAlert(record: PatientRecord, held: Held<'Flag'>, substance: string): Allergy {
  const cautions = cautionsFor(held);
  const on = readDate(held.value.period?.start, cautions);
  // An allergy does not end with the visit, but it was only raised for that.
  overWithVisit(record, held, cautions);
  return {
    ...fact(record, held, cautions, { on, by: [held.value.author], part: 'allergy' }),
    ...allergenNamed(substance, 'recorded among the alerts'),
    dated: 'recorded',
  };
}

/** An observation, or a component, with its value: "allergy to penicillin: anaphylaxis". */
function fromObservation(
  record: PatientRecord,
  held: Held<'Observation'>,
  one: { readonly statement: Statement; readonly index: number; readonly text: string },
): readonly Allergy[] {
  const { statement, index, text: name } = one;
  const said = saidValue(statement);
  // A number is the result of a test for an allergy.
  const { valueQuantity, valueInteger } = statement;
  const isTest = valueQuantity !== undefined || valueInteger !== undefined;
  const isDenied = titleOf(statement) === null && DENIED.test(said ?? '');
  if (isTest || /\bnegative\b|\babsent\b/i.test(said ?? '') || isDenied) return [];
  if (!isAboutResident(record, held)) return [];
  record.show(held, 'allergies');
  const cautions = cautionsForObservation(held);
  whenOver(record, held, cautions);
  const { details = [], ...recorded } = observed(record, held, cautions, {
    part: index === 0 ? 'allergy' : `allergy-${index}`,
    component: (part) => part === statement,
  });
  const substance = answerIn(statement) === 'yes' ? name : underTitle(name, said);
  const told = allergenNamed(substance, 'recorded among the observations');
  return [{ ...recorded, ...told, details: [...told.details, ...details], dated: 'began' }];
}
