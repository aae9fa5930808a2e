import type { LimitsDecision } from '@ehch/clinical';
import { spanOf } from '@ehch/clinical/time';
import { PREFERRED_PLACE } from '../../../codes/limits.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, namesOf } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import type { Unwritten } from '../../../recorded-view.ts';
import { flatMapInSteps, type Steps } from '../../../steps.ts';
import { joined, words } from '../../../text.ts';
import { leaveOthers } from '../author.ts';
import { cautionsFor } from '../cautions.ts';
import { fact, isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import type { Provision } from '../resources/consent.ts';
import { answerIn } from './answered.ts';
import { codedAs } from './coded-as.ts';
import { consentAsides, consentTitle, provisionText } from './consent-words.ts';
import { consentKind, objectionIn } from './consents.ts';
import { answeredItems, newestOfEach, valueOfAnswer, type AnsweredItem } from './responses.ts';
import { isAboutCpr, saidValue, saidWords } from './cpr-reading.ts';
import { directives } from './directives.ts';
import { cautionWhenOverInWords } from './end-in-words.ts';
import { limitsStatements } from './limits-statements.ts';
import { isLimitsTitle, placeKind, REFUSAL_TITLE, refusesInWords } from './limits-words.ts';
import {
  inForceFirst,
  notInForceToday,
  UNFINISHED_FORM,
  whyNotInForce,
  withStanding,
  type Standing,
} from './not-in-force.ts';
import {
  cautionsForObservation,
  isAboutResident,
  observed,
  type Observation,
  whenOver,
} from './observation-kind.ts';
import { formsOf } from './plan-lines.ts';
import { hasPassed } from './passed.ts';
import { variations } from './variations.ts';

type Decision = Unwritten<LimitsDecision>;

/** Recorded decisions about treatment, other than those about CPR. */
export function* limitsDecisions(record: PatientRecord): Steps<readonly Decision[]> {
  return inForceFirst(record, [
    ...record.all('Consent').flatMap((held) => fromConsent(record, held)),
    ...(yield* flatMapInSteps(record.all('Observation'), (held) => preferredPlace(record, held))),
    ...directives(record),
    ...(yield* limitsStatements(record)),
    ...variations(record),
    ...fromForms(record),
  ]);
}

function fromConsent(record: PatientRecord, held: Held<'Consent'>): readonly Standing<Decision>[] {
  const { value } = held;
  const kind = consentKind(held);
  const notInForce = whyNotInForce(value.status);
  if (kind === 'sharing' && notInForce !== null) return record.setAside(held, 'not-in-force');
  if (kind === 'sharing')
    return record.setAside(held, objectionIn(held, record.today) === null ? 'says-nothing' : 'withheld');
  // Consents for research and for access to the resident's own services decide nothing about treatment.
  if (kind !== 'treatment') return record.setAside(held, 'no-section');
  const cautions = cautionsFor(held);
  const title = consentTitle(held, cautions);
  const { provision } = value;
  const rule = provision === undefined ? [] : provisionText(provision, { record, held, cautions });
  const asides = consentAsides({ record, held, cautions });
  if (title === null && rule.length === 0) return record.refuse(held, 'missing', 'category');
  leaveOthers(record, held, value.performer, cautions);
  const on = readDate(value.dateTime, cautions);
  const start = spanOf(provision?.period?.start ?? null);
  const isPast = hasPassed(provision?.period?.end ?? null, record);
  const isAhead = isAfterNow(provision?.period?.start ?? null, record) || isAfterNow(on, record);
  if (isPast) cautions.add('past-its-date');
  if (isAhead) cautions.add('future-dated');
  if (start === null && provision?.period?.start !== undefined) cautions.add('partly-unreadable');
  const inTime = isPast ? ': past, not in force today' : isAhead ? ': not in force today' : '';
  const standing = notInForce === null ? inTime : notInForceToday(notInForce);
  const concepts = [...(provision?.code ?? []), ...(provision?.action ?? [])];
  const inRule = concepts.map((one) => saidWords(one));
  const coded = [...(value.category ?? []), ...concepts].flatMap((one) =>
    one.text === undefined ? [] : codedAs(one.text, one),
  );
  const isRefusedInWords = [title, ...inRule, ...asides, ...coded].some(
    (part) => typeof part === 'string' && refusesInWords(part),
  );
  if (isRefusedInWords && provision?.type === 'permit') cautions.add('contradicts-itself');
  // Each code ends what it names, whatever the others say.
  if (standing === '') cautionWhenOverInWords(inRule, record, cautions);
  const told: Decision = {
    ...fact(record, held, cautions, { on, by: value.performer ?? [] }),
    ...(coded.length > 0 && { details: coded }),
    kind: isRefusal(held, title, isRefusedInWords) ? 'refusal-of-treatment' : 'other',
    text: [
      ...(title === null ? [] : rule.length === 0 ? [title] : [`${title}: `]),
      ...rule,
      ...(standing === '' ? [] : [standing]),
      ...asides,
    ],
  };
  return [{ held, told, subject: title, notInForce }];
}

/**
 * R4 consentscope: "Advanced Care Directive" and consent to treatment. Appointing an agent refuses nothing.
 */
const TREATMENT_SCOPES = ['adr', 'treatment'];

/**
 * Whether a consent refuses anything: in its rule, in an exception to it, or in words where the rule does not
 * permit.
 */
function isRefusal({ value }: Held<'Consent'>, title: string | null, inWords: boolean): boolean {
  if (inWords && value.provision?.type !== 'permit') return true;
  const isNamed = REFUSAL_TITLE.test(title ?? '');
  const isTreatment = (value.scope?.coding ?? []).some(({ code }) => TREATMENT_SCOPES.includes(code ?? ''));
  if (isNamed && value.provision?.type !== 'permit') return true;
  return (isNamed || isTreatment) && refuses(value.provision);
}

function refuses(provision: Provision | undefined): boolean {
  return provision?.type === 'deny' || (provision?.provision ?? []).some((inner) => refuses(inner));
}

function preferredPlace(record: PatientRecord, held: Observation): readonly Standing<Decision>[] {
  const { value } = held;
  const cautions = cautionsForObservation(held);
  const names = namesOf(value.code);
  const coded = codesIn(value.code, SNOMED).includes(PREFERRED_PLACE);
  const kind =
    names.map(placeKind).find((one) => one !== null) ?? (coded ? 'preferred-place-of-death' : null);
  if (kind === null) return [];
  if (!isAboutResident(record, held)) return [];
  const named = joined([...new Set(names.map(placeNamed))], ' / ');
  const said = saidValue(value);
  if (said === null && named === null) return record.refuse(held, 'missing', 'value[x]');
  const notInForce = whyNotInForce(value.status);
  // "Preferred place: No" names no place.
  const answer = answerIn(value);
  const isNone = named === null && (answer === 'absent' || answer === 'no');
  const place = isNone ? `no place named: ${said}` : (joined([...new Set([named, said])], ': ') ?? '');
  const text = names.some((name) => CARE_AND_DEATH.test(name)) ? `${place} (of care and death)` : place;
  const over = whenOver(record, held, cautions);
  const told: Decision = {
    ...observed(record, held, cautions),
    kind,
    text: `${text}${notInForceToday(notInForce ?? over)}`,
  };
  return [{ held, told, subject: kind, notInForce }];
}

/**
 * The place that a title names. UK codes and homes put it there: "Preferred place of death: home (finding)".
 */
function placeNamed(title: string): string | null {
  const [, before = '', after = ''] =
    /^(.*?)(?:preferred place of (?:care and death|death|care)|place of death preference)[\s:–-]*(.*?)(?: \(finding\))?$/i.exec(
      title,
    ) ?? [];
  return words(before === '' ? after : title);
}

const CARE_AND_DEATH = /\bplace of care and death\b/i;

/**
 * Answers of the newest ReSPECT, end-of-life or advance care plan form. Other forms count where an answer
 * names such a decision: "advance decision to refuse treatment: yes" in an assessment.
 */
function fromForms(record: PatientRecord): readonly Standing<Decision>[] {
  const forms = formsOf(record).filter((held) => limitsItems(held).length > 0);
  return newestOfEach(record, forms, isAnswered).flatMap((held) => {
    const { authored, author, source, status } = held.value;
    const notInForce = status === 'stopped' ? UNFINISHED_FORM : null;
    const isUnfinished = status === 'in-progress';
    return limitsItems(held).map(({ id, title: own, under, answer, answers }): Standing<Decision> => {
      const title = joined([under, own], ': ');
      const cautions = cautionsFor(held);
      if (isUnfinished) cautions.add('unconfirmed');
      const on = readDate(authored, cautions);
      const stated = isUnfinished ? [...answer, ' (form not finished)'] : answer;
      const said = title === null ? stated : [`${title}: `, ...stated];
      // "Advance decision to refuse treatment: no" refuses nothing.
      const isNo = answers.length > 0 && answers.every((one) => answerIn(valueOfAnswer(one)) === 'no');
      const kind =
        !isNo && REFUSAL_TITLE.test(title ?? '')
          ? 'refusal-of-treatment'
          : (placeKind(title ?? '') ?? 'other');
      const text = withStanding(said, notInForce);
      const told: Decision = {
        ...fact(record, held, cautions, { on, by: [author, source], part: id }),
        kind,
        text,
      };
      return { held, told, subject: title, notInForce };
    });
  });
}

/** Whether any question has an answer. If all were declined, an older form stays in force. */
function isAnswered(held: Held<'QuestionnaireResponse'>): boolean {
  return limitsItems(held).some(({ answers }) => answers.length > 0);
}

/**
 * The items about limits: every answered item in a form about the limits of treatment, and those that name a
 * limit in any other form. CPR is read separately.
 */
function limitsItems(held: Held<'QuestionnaireResponse'>): readonly AnsweredItem[] {
  const items = answeredItems(held);
  if (isLimitsForm(held)) return items;
  return items.filter(({ title, under }) => {
    const named = joined([under, title], ': ') ?? '';
    return (isLimitsTitle(named) || placeKind(named) !== null) && !isAboutCpr({ text: title ?? '' });
  });
}

/** Whether a form is about the limits of treatment, by its address or the titles of its sections. */
export function isLimitsForm({ value }: Held<'QuestionnaireResponse'>): boolean {
  const address = value.questionnaire?.split('/').at(-1)?.replaceAll(/[-_]/g, ' ') ?? '';
  const titles = (value.item ?? []).map(({ text }) => text ?? '');
  return isLimitsTitle(address) || titles.some((title) => isLimitsTitle(title));
}
