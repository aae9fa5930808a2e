import type { LimitsDecision } from '@ehch/clinical';
import { byCode } from '../../../by-code.ts';
import { firstWords } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import type { TextPart, Unwritten } from '../../../recorded-view.ts';
import { joined } from '../../../text.ts';
import { cautionsFor } from '../cautions.ts';
import { cautionWhenPast, fact, isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { saidWords } from './cpr-reading.ts';
import { requestReading } from './cpr-sources.ts';
import { trialPeriodOf } from './circumstances.ts';
import { deniesInWords, tellsOfLimit } from './limits-words.ts';
import { whyNotInForce, withStanding, type Standing } from './not-in-force.ts';
import { isOverInNotes } from './over-in-words.ts';

type Decision = Unwritten<LimitsDecision>;

/**
 * Orders and directives about the limits of treatment. R4 request-intent `directive` is a binding instruction
 * by the resident, or by whoever speaks for the resident.
 */
export function directives(record: PatientRecord): readonly Standing<Decision>[] {
  return record.all('ServiceRequest').flatMap((held) => {
    // Those about CPR are shown with the decisions about CPR.
    if (!isDirective(held) || requestReading(held) !== null) return [];
    return directive(record, held);
  });
}

/**
 * Whether a request sets a limit. An order does so where it forbids something, or where its words name a
 * limit: "not for hospital admission".
 */
function isDirective({ value }: Held<'ServiceRequest'>): boolean {
  const said = [value.code, ...(value.orderDetail ?? [])].map((one) => saidWords(one));
  return (
    value.intent === 'directive' ||
    value.doNotPerform === true ||
    said.some((text) => tellsOfLimit(text ?? ''))
  );
}

/** R4 request-intent values that bind. Plans and proposals do not. */
const BINDING = ['directive', 'order', 'original-order', 'instance-order'];

/** Those that do not, in words that follow the decision. */
const NOT_BINDING = byCode<string>({
  proposal: 'proposed, not decided',
  plan: 'planned, not decided',
  option: 'one of several options, not decided',
});

/** Statuses of a decision that may rest, in words that follow it. */
const STANDING = byCode<string>({
  'on-hold': 'on hold',
  unknown: 'not known whether it holds',
});

function directive(record: PatientRecord, held: Held<'ServiceRequest'>): readonly Standing<Decision>[] {
  const { value } = held;
  const cautions = cautionsFor(held);
  const notInForce = whyNotInForce(value.status);
  const isBinding = BINDING.includes(value.intent ?? 'order');
  if ((value.status !== 'active' && notInForce === null) || !isBinding) cautions.add('unconfirmed');
  const standing = joined(
    [notInForce === null ? STANDING[value.status ?? 'unknown'] : null, NOT_BINDING[value.intent ?? '']],
    ', ',
  );
  const what = joined(
    [value.code, ...(value.orderDetail ?? [])].map((one) => saidWords(one)),
    ', ',
  );
  if (what === null) return record.refuse(held, 'missing', 'code');
  const isDeniedTwice = value.doNotPerform === true && deniesInWords(what);
  if (isDeniedTwice || (notInForce === null && isOverInNotes(held))) cautions.add('contradicts-itself');
  const start = firstDate([value.occurrencePeriod?.start, value.occurrenceDateTime], cautions);
  const end = readDate(value.occurrencePeriod?.end, cautions);
  const trial = trialPeriodOf(held);
  const isAhead = isAfterNow(start, record);
  if (isAhead) cautions.add('future-dated');
  cautionWhenPast(end, record, cautions);
  const on = readDate(value.authoredOn, cautions) ?? start;
  const title = firstWords(value.category, cautions);
  const text: readonly TextPart[] = [
    joined([title, value.doNotPerform === true ? `do not: ${what}` : what], ': ') ?? what,
    ...(standing === null ? [] : [` (${standing})`]),
    ...(trial === null ? [] : [`; trial period: ${trial}`]),
    ...(start === null ? [] : ['; from ', { date: start }]),
    ...(end === null ? [] : ['; until ', { date: end }]),
    ...(isAhead && notInForce === null ? [': not in force today'] : []),
    ...(cautions.has('past-its-date') && notInForce === null ? [': past, not in force today'] : []),
  ];
  const decision: Decision = {
    ...fact(record, held, cautions, { on, by: [value.requester] }),
    // A clinician's ban is not a refusal by the resident.
    kind: value.doNotPerform === true && value.intent === 'directive' ? 'refusal-of-treatment' : 'other',
    text: withStanding(text, notInForce),
  };
  return [{ held, told: decision, subject: what, notInForce }];
}
