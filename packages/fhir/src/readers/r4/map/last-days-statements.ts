import { isPastProblem, type LimitsDecision, type Recorded } from '@ehch/clinical';
import { LAST_DAYS_HOLD_FOR_DAYS } from '@ehch/clinical/rules';
import { daysBetween, isSurelyOlder, spanOf } from '@ehch/clinical/time';
import { conceptWords, namesOf } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { cautionsFor } from '../cautions.ts';
import { byNewest, fact, isAfterNow, isAhead } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { answerIn } from './answered.ts';
import { answeredReading, saidValue } from './cpr-reading.ts';
import { isDeniedInWords } from './denied-in-words.ts';
import { endedByName } from './ended-by-name.ts';
import { DOUBTED, IN_LAST_DAYS, isOverInNote, LAST_DAYS, OVER_IN_WORDS, placeKind } from './limits-words.ts';
import { isFirm, notInForceToday, whyNotInForce } from './not-in-force.ts';
import { kindOf } from './kind-of-code.ts';
import { cautionsForObservation, isAboutResident, observed, type Observation } from './observation-kind.ts';
import { isPreference } from './preferences.ts';
import { problemParts } from './problem.ts';

/** A statement about the last days of life, as an observation or a problem. */
export interface LastDaysStatement {
  readonly held: Held;
  readonly told: Recorded & Pick<LimitsDecision, 'kind'> & { readonly text: string };
  readonly says: 'yes' | 'no' | 'other';
  /** Why a "yes" does not apply today, in words. Empty: it applies. */
  readonly doubt: string;
}

/** Which records about the last days somebody has ended since, by name. */
export function lastDaysEnded(record: PatientRecord): (held: Held) => boolean {
  const about = record.all('Observation').filter((held) => isLastDaysObservation(held));
  // Guard: one in doubt counts as well, because an end that is no end keeps 999 on, and the other way round takes it
  // off.
  return endedByName(about.filter(({ value }) => whyNotInForce(value.status) === null));
}

/**
 * The newest statement of each kind, and those of the same time, newest first.
 * @param isEnded whether somebody has ended a record since, by name
 */
export function lastDaysStatements(
  record: PatientRecord,
  isEnded: (held: Held) => boolean,
): readonly LastDaysStatement[] {
  const rows = [
    ...record.all('Observation').flatMap((held) => fromObservation(record, held)),
    ...record.all('Condition').flatMap((held) => fromProblem(record, held)),
  ].toSorted((a, b) => byNewest(a.told, b.told));
  const standing = rows.filter(({ held }) => {
    if (isEnded(held)) record.setAside(held, 'newer-shown');
    return !isEnded(held);
  });
  const kinds = Map.groupBy(standing, ({ says, told }) => (says === 'other' ? told.text : ''));
  return [...kinds.values()].flatMap((ofKind) =>
    ofKind.filter((row) => {
      // Guard: one in doubt ends no other, whatever it says.
      const isKept = !ofKind.some(
        ({ told }) => isFirm(told.cautions) && !isAhead(told) && isSurelyOlder(row.told.on, told.on),
      );
      if (!isKept) record.setAside(row.held, 'newer-shown');
      return isKept;
    }),
  );
}

/**
 * Whether an observation is about the last days of life. A preferred place for them is a decision of its own.
 */
export function isLastDaysObservation(held: Observation): boolean {
  const { value } = held;
  const kind = kindOf(value.code);
  if (kind !== null && kind !== 'last-days') return false;
  if (isPreference(held) || answeredReading(value.code, value) !== null) return false;
  const names = namesOf(value.code);
  if (names.some((name) => placeKind(name) !== null)) return false;
  return [...names, saidValue(value) ?? ''].some((text) => LAST_DAYS.test(text));
}

function fromObservation(record: PatientRecord, held: Observation): readonly LastDaysStatement[] {
  const { value } = held;
  if (!isLastDaysObservation(held) || !isAboutResident(record, held)) return [];
  const cautions = cautionsForObservation(held);
  const title = conceptWords(value.code, cautions) ?? '';
  const said = saidValue(value);
  const text = said === null ? title : `${title.replace(/[\s:?]+$/, '')}: ${said}`;
  const recorded = observed(record, held, cautions);
  const isOver = whyNotInForce(value.status);
  const doubt = isOver === null ? doubtOf(record, recorded) : notInForceToday(isOver);
  return [
    {
      held,
      told: { ...recorded, kind: 'about-last-days', text },
      says: isOver === null ? meaning(held) : 'other',
      doubt,
    },
  ];
}

/**
 * What the title and its value say together. The value qualifies the code: "not in the last days of life: no"
 * decides nothing.
 */
function meaning({ value }: Observation): LastDaysStatement['says'] {
  const names = namesOf(value.code).filter((name) => LAST_DAYS.test(name));
  const said = saidValue(value) ?? '';
  const answer = answerIn(value);
  const isNamed = names.length > 0 && names.every((name) => IN_LAST_DAYS.test(name));
  const isDenied = names.length > 0 && names.every((name) => DENIED.test(name));
  if (isDenied) return answer === 'yes' || answer === 'unanswered' ? 'no' : 'other';
  if (isNamed && (answer === 'no' || DENIED.test(said) || OVER_IN_WORDS.test(said))) return 'no';
  if (isNamed && (answer === 'yes' || (answer === 'unanswered' && !names.some((name) => name.includes('?')))))
    return 'yes';
  const isPhase = isNamed || namesOf(value.code).every((name) => PHASE.test(name) && !DOUBTED.test(name));
  return isPhase && IN_LAST_DAYS.test(said) && !said.includes('?') ? 'yes' : 'other';
}

/** [P] Titles to which "last days" is one possible answer. */
const PHASE = /\b(?:phase|stage|prognosis|condition|status)\b/i;

/** "Not in the last days of life", "no longer in the dying phase". */
const DENIED = /^(?:no|not|no longer|never)\b/i;

function doubtOf(record: PatientRecord, { on, cautions, notes = [] }: Recorded): string {
  const day = spanOf(on)?.to;
  const why =
    day === undefined
      ? 'without a date'
      : isAfterNow(on, record)
        ? 'dated in the future'
        : daysBetween(day, record.today) > LAST_DAYS_HOLD_FOR_DAYS
          ? `more than ${LAST_DAYS_HOLD_FOR_DAYS} days old`
          : cautions.includes('unconfirmed')
            ? 'not confirmed'
            : !isFirm(cautions)
              ? 'in doubt'
              : isOverInNote(notes.map(({ text }) => text))
                ? OVER_BY_A_NOTE
                : null;
  return why === null ? '' : `: ${why}, ${SCORES_SHOWN}`;
}

/** Ends every reason why a statement about the last days does not apply. */
export const SCORES_SHOWN = 'so scores are still shown';
/** A note is not enough to end a plan, but it is enough to keep the scores on screen. */
export const OVER_BY_A_NOTE = 'a note says that they may be over';

/**
 * The last days as a problem. A problem that is doubtful, over or old stays on the problem list only, with
 * all its details.
 */
function fromProblem(record: PatientRecord, held: Held<'Condition'>): readonly LastDaysStatement[] {
  const { value } = held;
  const names = namesOf(value.code);
  // A problem with a question mark is somebody's question.
  const isSaid = names.length > 0 && names.every((name) => IN_LAST_DAYS.test(name) && !name.includes('?'));
  if (!isSaid || isDeniedInWords(held)) return [];
  const cautions = cautionsFor(held);
  const { status, ended, began } = problemParts(record, held, cautions);
  const on = began.on ?? readDate(value.recordedDate, cautions);
  const isEnding = ended.on !== null || ended.words !== null;
  const told = { ...fact(record, held, cautions, { on, by: [value.recorder], part: 'last-days' }) };
  const isDoubtful = told.cautions.length > 0 || doubtOf(record, told) !== '';
  if (isPastProblem({ status }) || isEnding || isDoubtful) return [];
  const text = conceptWords(value.code, cautions) ?? '';
  return [{ held, told: { ...told, kind: 'about-last-days', text }, says: 'yes', doubt: '' }];
}
