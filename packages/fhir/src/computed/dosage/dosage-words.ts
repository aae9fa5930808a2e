import type { MoreInRecord } from '@ehch/clinical';
import { plainLines } from '@ehch/clinical/display';
import { conceptWords } from '../../coding.ts';
import { joined, lines, words } from '../../text.ts';
import type { Cautions } from '../../readers/r4/cautions.ts';
import type { Dosage } from '../../readers/r4/dosage.ts';
import { amountWords, otherUnit, rangeWords, ratioWords, unitOf } from '../../amount-words.ts';
import { isSaid } from '../../said-already.ts';
import { contradictsItself, saysAsRequired } from './contradictions.ts';
import { isImpossible } from './impossible.ts';
import { timingParts } from './timing-words.ts';

/** A dosage in words, for one medicine. */
export interface DosageWords {
  readonly dose: { readonly value: number; readonly unit: string } | null;
  readonly route: string | null;
  /** Line breaks stay: "6 daily for 5 days" above "4 daily for 5 days" is a sequence. */
  readonly instructions: string | null;
  readonly use: 'regular' | 'as-required' | 'not-stated';
}

/**
 * How a medicine is taken. The record's own text comes first and in full. Every coded part that the text does
 * not state follows, so that neither hides the other.
 * One single dose is given as a quantity. Anything more complex stays in words, so that no dose is picked
 * from several. What cannot be put into words goes to "more in the record".
 */
export function dosageWords(dosages: readonly Dosage[] | undefined, cautions: Cautions): DosageWords {
  const list = (dosages ?? []).toSorted((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
  const [only] = list;
  const dose = list.length === 1 && only !== undefined ? singleDose(only) : null;
  const routes = new Set(list.map(({ route }) => conceptWords(route, cautions)));
  const route = routes.size === 1 ? ([...routes][0] ?? null) : null;
  const steps = list.map((step) => stepWords(step, { dose: dose !== null, route }, cautions));
  // A step without words may hold what the other steps do not say.
  if (steps.some((step) => step === null) && steps.some((step) => step !== null))
    cautions.add('partly-unreadable');
  return { dose, route, instructions: inOrder(list, steps), use: useOf(list) };
}

/** "Then" only where the record numbers the steps. Otherwise nobody knows which step comes first. */
function inOrder(list: readonly Dosage[], steps: readonly (string | null)[]): string | null {
  const numbers = new Set(list.map(({ sequence }) => sequence));
  const isSequence = list.length > 1 && numbers.size === list.length && !numbers.has(undefined);
  const there = steps.filter((step) => step !== null);
  if (there.some((step) => step.includes('\n')))
    return lines(there.join(isSequence ? '\nthen\n' : '\nand\n'));
  return lines(there.join(isSequence ? ', then ' : ' and '));
}

/**
 * The dose as a quantity, where it is one plain number with one unit. A limit such as "< 5 mg" is not a dose.
 */
function singleDose({ doseAndRate }: Dosage): DosageWords['dose'] {
  const [first, ...others] = doseAndRate ?? [];
  const quantity = first?.doseQuantity;
  const unit = unitOf(quantity);
  if (others.length > 0 || quantity?.value === undefined || unit === null) return null;
  if (quantity.comparator !== undefined || otherUnit(quantity) !== null) return null;
  return { value: quantity.value, unit };
}

/** What the screen shows apart from the instructions, so that the instructions need not repeat it. */
interface Apart {
  /** The dose is shown on its own. */
  readonly dose: boolean;
  /** The route that all steps share. `null`: the steps have different routes. */
  readonly route: string | null;
}

/** One step of a dosage in words. `null`: it has none. */
function stepWords(step: Dosage, apart: Apart, cautions: Cautions): string | null {
  const text = lines(plainLines(step.text ?? ''));
  const timing = timingParts(step.timing);
  // Half a timing would be another instruction, so a timing that is not understood goes to "more in the
  // record".
  if (timing === null) {
    cautions.add('partly-unreadable');
    cautions.leave('timing', rawTiming(step));
  }
  if (contradictsItself(step)) cautions.add('contradicts-itself');
  if (isImpossible(step)) cautions.add('implausible');
  const before = [conceptWords(step.method, cautions), ...doseWords(step, apart.dose, cautions)];
  const after = [
    apart.route !== null ? null : conceptWords(step.route, cautions),
    conceptWords(step.site, cautions),
    text === null ? (timing ?? []).join(' ') : null,
    ...(text === null ? [] : (timing ?? [])),
    ...neededWords(step, text, cautions),
    ...(step.additionalInstruction ?? []).map((more) => conceptWords(more, cautions)),
    ...limitWords(step, cautions),
  ];
  const parts = [...before, ...after].filter(
    (part) => part !== null && !isSaid(part, text) && !isSaid(part, apart.route),
  );
  const own = lines(plainLines(step.patientInstruction ?? ''));
  const said = sentence(text, joined(parts, ', '));
  return own === null || own === text || isSaid(own, text) ? said : sentence(said, own);
}

/**
 * Two parts of an instruction as one text. A new sentence follows a full stop; a text of several lines gets
 * another line.
 */
function sentence(first: string | null, second: string | null): string | null {
  if (first === null || second === null) return first ?? second;
  if (first.includes('\n') || second.includes('\n')) return `${first}\n${second}`;
  if (/[.!?]$/.test(first)) return `${first} ${second}`;
  return `${first}${/^\p{Lu}/u.test(second) ? '.' : ','} ${second}`;
}

/**
 * Every dose and rate. Several of them are ways to state one dose ("ordered", "calculated"), so each has its
 * kind.
 */
function doseWords({ doseAndRate = [] }: Dosage, isApart: boolean, cautions: Cautions): readonly string[] {
  return doseAndRate.flatMap((one) => {
    const dose = isApart ? null : (amountWords(one.doseQuantity) ?? rangeWords(one.doseRange));
    const rate = rateWords(one, cautions);
    const said = joined([dose, dose === null || rate === null ? rate : `at ${rate}`]);
    const type = conceptWords(one.type, cautions)?.toLowerCase() ?? null;
    // A single dose shows its kind only where the kind is not the usual one, "ordered".
    const kind = doseAndRate.length === 1 && type === 'ordered' ? null : type;
    if (said === null) return kind === null ? [] : [`${kind} dose`];
    return [kind === null ? said : `${said} (${kind})`];
  });
}

type DoseAndRate = NonNullable<Dosage['doseAndRate']>[number];

function rateWords({ rateQuantity, rateRange, rateRatio }: DoseAndRate, cautions: Cautions): string | null {
  const said = amountWords(rateQuantity) ?? rangeWords(rateRange) ?? ratioWords(rateRatio);
  if (rateRatio !== undefined && said === null)
    leavePart(cautions, 'rate', amountWords(rateRatio.numerator ?? rateRatio.denominator));
  return said;
}

function neededWords(step: Dosage, text: string | null, cautions: Cautions): readonly string[] {
  if (!isAsNeeded(step)) return [];
  const reason = conceptWords(step.asNeededCodeableConcept, cautions);
  const wish = reason === null ? 'as required' : `as required for ${reason}`;
  // The text may say "when required" in its own words and leave out the reason.
  if (!isSaid('as required', text)) return [wish];
  return reason === null || isSaid(reason, text) ? [] : [`for ${reason}`];
}

/** The maximum doses of a step. Each limit is shown, because a carer may give too much without it. */
function limitWords(step: Dosage, cautions: Cautions): readonly string[] {
  const { maxDosePerPeriod, maxDosePerAdministration, maxDosePerLifetime } = step;
  const perPeriod = ratioWords(maxDosePerPeriod);
  if (maxDosePerPeriod !== undefined && perPeriod === null)
    leavePart(
      cautions,
      'maximum dose',
      amountWords(maxDosePerPeriod.numerator ?? maxDosePerPeriod.denominator),
    );
  const atATime = amountWords(maxDosePerAdministration);
  const inALife = amountWords(maxDosePerLifetime);
  return [
    ...(perPeriod === null ? [] : [`no more than ${perPeriod}`]),
    ...(atATime === null ? [] : [`no more than ${atATime} at a time`]),
    ...(inALife === null ? [] : [`no more than ${inALife} in a lifetime`]),
  ];
}

/** Half a ratio is another amount, so it goes to "more in the record" with a caution. */
function leavePart(cautions: Cautions, name: MoreInRecord['name'], text: string | null): void {
  cautions.add('partly-unreadable');
  cautions.leave(name, text);
}

/** The bare codes of a timing that could not be put into words. */
function rawTiming({ timing }: Dosage): string | null {
  const { repeat = {}, event = [], code } = timing ?? {};
  const values = Object.entries(repeat).flatMap(([name, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? [] : [`${name} ${String(value)}`],
  );
  return words(
    [conceptWords(code, new Set()), ...values, ...event].filter((part) => part !== null).join(', '),
  );
}

function isAsNeeded({ asNeededBoolean, asNeededCodeableConcept }: Dosage): boolean {
  return asNeededBoolean === true || asNeededCodeableConcept !== undefined;
}

/**
 * How a medicine is used. It is regular only if it is timed, or expressly not as required, and nothing says
 * "when required".
 */
function useOf(list: readonly Dosage[]): DosageWords['use'] {
  const needed = list.map(isAsNeeded);
  if (needed.length > 0 && needed.every(Boolean)) return 'as-required';
  const timed = list.some(({ timing, asNeededBoolean }) => timing !== undefined || asNeededBoolean === false);
  // "One when required, once a day" is not a regular medicine.
  const isRegular = timed && !needed.includes(true) && !list.some(saysAsRequired);
  return isRegular ? 'regular' : 'not-stated';
}
