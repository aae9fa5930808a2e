import type { Wish } from '@ehch/clinical';
import { byCode } from '../../../by-code.ts';
import { firstWords } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import type { TextPart, Unwritten } from '../../../recorded-view.ts';
import { joined, lines, words } from '../../../text.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import { cautionWhenPast, fact, isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { cprMeaning } from './cpr-words.ts';
import { isLimitsPlanTitle, LAST_DAYS_TITLE, WISHES_TITLE } from './limits-words.ts';
import { addressedBy, leaveOfPlan } from './named-record.ts';
import { inForceFirst, isFirm, whyNotInForce, withStanding, type Standing } from './not-in-force.ts';
import { isFormOver, isOverInNotes } from './over-in-words.ts';
import { actionsOf } from './plan-actions.ts';
import { preferences } from './preferences.ts';
import { isReplacedByOne, isReplacedInTurn } from './replaced.ts';

/** What a care plan is about, by its category and title. */
export function planPurpose(held: Held<'CarePlan'>): 'wishes' | 'last-days' | 'care' {
  const title = planTitle(held) ?? '';
  if (planNames(held).some((name) => LAST_DAYS_TITLE.test(name))) return 'last-days';
  return WISHES_TITLE.test(title) || isLimitsPlanTitle(title) ? 'wishes' : 'care';
}

function planTitle(held: Held<'CarePlan'>): string | null {
  return joined(planNames(held));
}

/** The categories and the title of a plan, each by itself. */
function planNames({ value: { category = [], title } }: Held<'CarePlan'>): readonly string[] {
  return [...category.map((one) => firstWords([one], new Set())), words(title)].filter(
    (name) => name !== null,
  );
}

/** The resident's wishes: advance care plans, plans for emergencies, and treatment preferences. */
export function wishes(record: PatientRecord): readonly Unwritten<Wish>[] {
  const plans = record.all('CarePlan').flatMap((held) => fromPlan(record, held));
  return inForceFirst(record, [...plans, ...preferences(record)]);
}

/** Statuses that are neither active nor over, in words beside the wish. */
const STATUS_WORDS = byCode<string>({
  draft: 'a draft',
  'on-hold': 'on hold',
  unknown: 'not known whether it holds',
});

/** A care plan as a wish. A plan that is not active, has not begun or is past its period says so. */
function fromPlan(record: PatientRecord, held: Held<'CarePlan'>): readonly Standing<Unwritten<Wish>>[] {
  const { value } = held;
  if (planPurpose(held) !== 'wishes') return [];
  if (isReplacedByPlan(record, held)) return record.setAside(held, 'not-in-force');
  const cautions = cautionsFor(held);
  // A draft is a wish that nobody has confirmed.
  const notInForce = value.status === 'draft' ? null : whyNotInForce(value.status);
  if ((value.status !== 'active' && notInForce === null) || isProposal(held)) cautions.add('unconfirmed');
  if (value.status === 'active' && (isFormOver([planTitle(held)]) || isOverInNotes(held)))
    cautions.add('contradicts-itself');
  if (isReplacedInTurn(record, held)) cautions.add('contradicts-itself');
  const said = planWords(record, held, cautions);
  if (said === null) return record.refuse(held, 'missing', 'description');
  leaveOfPlan(record, held, cautions);
  const start = readDate(value.period?.start, cautions);
  const end = readDate(value.period?.end, cautions);
  cautionWhenPast(end, record, cautions);
  const isAhead = isAfterNow(start, record);
  if (isAhead) cautions.add('future-dated');
  const inTime: readonly TextPart[] =
    isAhead && start !== null
      ? [', from ', { date: start }, ': not in force today']
      : cautions.has('past-its-date') && end !== null
        ? [', until ', { date: end }, ': past, not in force today']
        : [];
  const aside = joined([STATUS_WORDS[value.status], proposalWords(held)], ', ');
  const stated = aside === null ? said : `${said} (${aside})`;
  const text =
    notInForce === null && inTime.length > 0 ? [stated, ...inTime] : withStanding(stated, notInForce);
  const told = { ...fact(record, held, cautions, { on: dateOf(held, cautions), by: [value.author] }), text };
  // One advance care plan replaces another, whatever their titles.
  return [{ held, told, subject: 'plan', notInForce }];
}

/** [P] A title that any plan of wishes may have, and that adds nothing to the wish. */
const PLAIN_NAME =
  /^\s*(?:(?:personal(?:ised)? )?(?:advance|anticipatory) care plan(?:ning)?|advance statement|care plan|what i want|my wishes|(?:escalation|treatment) preferences?)\s*$/i;

/** The words of a plan, with its actions. What it says about CPR is shown with the decisions about CPR. */
function planWords(record: PatientRecord, held: Held<'CarePlan'>, cautions: Cautions): string | null {
  const { title, description, category = [] } = held.value;
  const telling = planNames(held).filter((name) => !PLAIN_NAME.test(name));
  // The lines of a wish are in its author's order.
  const told = [...new Set([...telling, lines(description)])].filter((part) => part !== null);
  const own = told.length > 0 ? told.join(': ') : (words(title) ?? firstWords(category, new Set()));
  const actions = actionsOf(record, held, cautions)
    .map(({ text }) => text)
    .filter((text) => cprMeaning(text) === null);
  const all = [own, ...addressedBy(record, held, cautions), ...actions].filter((part) => part !== null);
  return all.length === 0 ? null : all.join('; ');
}

/** R4 request-intent: somebody proposes the plan, and nobody has agreed to it. */
export function isProposal({ value: { intent } }: Held<'CarePlan'>): boolean {
  return intent === 'proposal' || intent === 'option';
}

/** The same in words that follow the plan. `null`: it is agreed, as far as its intent says. */
export function proposalWords({ value: { intent } }: Held<'CarePlan'>): string | null {
  if (intent === 'proposal') return 'only proposed';
  return intent === 'option' ? 'one of several options, not chosen yet' : null;
}

/** Whether a plan in force says that it replaces this one. */
export function isReplacedByPlan(record: PatientRecord, held: Held<'CarePlan'>): boolean {
  const inForce = record.all('CarePlan').filter((other) => {
    const { status, period } = other.value;
    const isInDoubt = isProposal(other) || isOverInNotes(other) || !isFirm(other.cautions);
    return status === 'active' && !isInDoubt && !isAfterNow(period?.start ?? null, record);
  });
  return isReplacedByOne(record, held, inForce);
}

function dateOf({ value }: Held<'CarePlan'>, cautions: Parameters<typeof readDate>[1]) {
  return firstDate([value.created, value.period?.start], cautions);
}
