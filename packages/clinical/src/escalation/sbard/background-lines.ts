import { EVERY, listed } from '../../display/listed.ts';
import { formatDate } from '../../display/date.ts';
import { plainText } from '../../display/plain-text.ts';
import type { Allergy } from '../../resident/allergy.ts';
import type { Frailty } from '../../resident/frailty.ts';
import type { AgreedLimits } from '../../resident/limits.ts';
import type { FunctionStory } from '../../resident/measurements.ts';
import type { MedicineList } from '../../resident/medicine.ts';
import { isPastProblem, type Problem } from '../../resident/problem.ts';
import type { ResidentView } from '../../resident/view.ts';
import { bareLastDays, STATE_TITLES } from '../../rules/state-settings.ts';
import { aloud, sectionLines, unended } from './section-line.ts';

/** [P] More than six diagnoses are not listened to. The rest is counted. */
const MOST_PROBLEMS = 6;

/** What is known of the resident: wishes and limits first. One sentence a statement (SPEC S1). */
export function backgroundLines({ sections }: ResidentView): readonly string[] {
  return [
    ...sectionLines('Agreed limits', sections.limits, limitsWords),
    ...sectionLines('Allergies', sections.allergies, allergyWords),
    ...sectionLines('Medicines', sections.medicines, medicineWords),
    ...sectionLines('Problems', sections.problems, problemWords),
    ...sectionLines('Frailty', sections.frailty, frailtyWords),
    ...sectionLines('What the resident can do', sections.function, functionWords),
  ];
}

function limitsWords({
  wishes,
  cpr,
  documents,
  decisions,
  decisionMakers,
  lastDays,
}: AgreedLimits): readonly string[] {
  const said = [
    ...(lastDays === null ? [] : [aloud(lastDaysWords(lastDays), lastDays)]),
    ...wishes.map(({ text, ...wish }) => aloud(`Agreed: ${text}`, wish)),
    ...cpr.map((one) => aloud(cprWords(one.decision, one.on, one.originalAt), one)),
    ...documents.map((one) =>
      aloud(`${one.title}, ${formatDate(one.on)}${STANDS[one.status]}${originalWords(one.originalAt)}`, one),
    ),
    ...decisions.map((one) => aloud(`${DECISIONS[one.kind]}${one.text}`, one)),
    ...decisionMakers.map(({ name, relation, authority, ...one }) => {
      const who = relation === null ? '' : `, ${plainText(relation)}`;
      return aloud(capital(`${authority}: ${plainText(name)}${who}`), one);
    }),
  ];
  return said;
}

/** The words on which a setting rests are its notes, and they are what the other end has to hear. */
function lastDaysWords({ text, notes = [] }: NonNullable<AgreedLimits['lastDays']>): string {
  const words = [{ text: bareLastDays(text) }, ...notes].map((one) => unended(one.text));
  return `There is a plan for the last days of life: ${words.join('. ')}`;
}

const DECISIONS = {
  'refusal-of-treatment': 'Refused in advance: ',
  'preferred-place-of-care': 'Preferred place of care: ',
  'preferred-place-of-death': 'Preferred place of death: ',
  'about-cpr': 'About CPR, not in force: ',
  variation: `${STATE_TITLES.variation}: `,
  'about-last-days': '',
  other: '',
} as const;

function cprWords(
  decision: 'attempt' | 'do-not-attempt',
  on: string | null,
  originalAt: string | null,
): string {
  const words = decision === 'attempt' ? 'For CPR' : 'Not for CPR. This is about CPR only';
  return `${words}, decided ${formatDate(on)}${originalWords(originalAt)}`;
}

function originalWords(originalAt: string | null): string {
  return originalAt === null
    ? '. The record does not say where the original is'
    : `, original: ${plainText(originalAt)}`;
}

/** Of a form that was replaced, or may have been, the other end hears that with its title. */
const STANDS = {
  current: '',
  superseded: ', replaced since',
  unknown: ', not known whether it is current',
} as const;

function allergyWords(allergies: readonly Allergy[]): readonly string[] {
  const standing = allergies.filter(({ status }) => status !== 'resolved' && status !== 'inactive');
  if (standing.length === 0) return [];
  const each = standing.map(({ substance, kind, reactions, ...one }) => {
    const said = reactions.map(({ text }) => plainText(text)).filter((text) => text !== '');
    const reaction = said.length === 0 ? 'reaction not recorded' : listed(said, EVERY);
    return aloud(`${plainText(substance)}, ${KIND[kind]}, ${reaction}`, one);
  });
  return [`Allergies: ${each.join('; ')}`];
}

const KIND = { allergy: 'allergy', intolerance: 'intolerance', unknown: 'allergy or intolerance' } as const;

function medicineWords({ medicines }: MedicineList): readonly string[] {
  const taken = medicines.filter(({ status }) => status === 'in-use' || status === 'not-stated');
  const mustNot = medicines.filter(({ status }) => status === 'not-to-be-given');
  // What was stopped or carried out is over. The rest may still matter tonight.
  const unsure = medicines.filter(({ status }) => ['on-hold', 'intended', 'past-its-end'].includes(status));
  if (taken.length + mustNot.length + unsure.length === 0) return [];
  const risky = taken.filter(({ highRisk }) => highRisk.length > 0).map(nameOf);
  const others = taken.length - risky.length;
  const said = [
    ...(risky.length === 0 ? [] : [`Medicines that matter most: ${listed(risky, EVERY)}`]),
    ...(others === 0
      ? []
      : [
          `${risky.length === 0 ? others : `And ${others} other`} medicine${others === 1 ? '' : 's'} on the list`,
        ]),
    ...(unsure.length === 0
      ? []
      : [`On hold, planned or past the end: ${listed(unsure.map(nameOf), EVERY)}`]),
    ...mustNot.map((medicine) => `Not to be given: ${nameOf(medicine)}`),
  ];
  return said;
}

function nameOf({ generic, brand, ...one }: MedicineList['medicines'][number]): string {
  return aloud(plainText(generic ?? brand ?? 'a medicine without a name'), one);
}

function problemWords(problems: readonly Problem[]): readonly string[] {
  const active = problems
    .filter((problem) => !isPastProblem(problem))
    .map((problem) => aloud(plainText(problem.text), problem));
  return active.length === 0 ? [] : [`Known problems: ${listed(active, MOST_PROBLEMS)}`];
}

function frailtyWords({ cfs: [cfs], indices: [index], statements: [statement] }: Frailty): readonly string[] {
  if (cfs !== undefined) return [aloud(`Clinical Frailty Scale ${cfs.level}, ${formatDate(cfs.on)}`, cfs)];
  if (index !== undefined && index.band !== null)
    return [aloud(`Frailty index: ${index.band}, ${formatDate(index.on)}`, index)];
  return statement === undefined
    ? []
    : [aloud(`${unended(statement.text)}, ${formatDate(statement.on)}`, statement)];
}

function functionWords({ statements, scores: [score] }: FunctionStory): readonly string[] {
  const said = [
    ...statements.map((one) => aloud(`${unended(one.text)}, ${formatDate(one.on)}`, one)),
    ...(score === undefined
      ? []
      : [aloud(`Barthel ${score.total}${rangeOf(score.version)}, ${formatDate(score.on)}`, score)]),
  ];
  return said;
}

function rangeOf(version: '0-20' | '0-100' | null): string {
  return version === null ? '' : ` of ${version.slice(2)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
