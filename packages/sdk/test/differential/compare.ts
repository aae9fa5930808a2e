import { openForm, type Expression, type FormItem, type Total } from '@ehch/clinical/form';
import { writeResponse } from '@ehch/fhir/questionnaire';
import { fhirpathTotals, type Oracle } from './fhirpath-totals.ts';
import type { ImportedForm } from './forms.ts';
import { randomDraft, seeded } from './random-draft.ts';

/** The result of comparing a form's totals over many random answer sets. */
export interface Comparison {
  readonly name: string;
  readonly kind: ImportedForm['kind'];
  /** How many calculated items our engine evaluates itself, and how many it leaves to an evaluator. */
  readonly calculated: { readonly own: number; readonly foreign: number };
  readonly sets: number;
  /** How many totals both sides evaluated, and how many of these are numbers. */
  readonly compared: number;
  readonly numbers: number;
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly seed: number;
  readonly key: string;
  readonly ours: string;
  readonly theirs: string;
}

/** A form with more totals than this gets a tenth of the answer sets, which still compares as many totals. */
const MANY_TOTALS = 10;

/** How many random answer sets a form gets. */
export function setsFor({ form }: ImportedForm, sets: number): number {
  return totalsIn(form.items).length > MANY_TOTALS ? Math.ceil(sets / 10) : sets;
}

/** Answers a form `sets` times at random and compares each total with the result of fhirpath.js for that response. */
export function compare(imported: ImportedForm, sets: number, firstSeed = 1): Comparison {
  const { name, kind, form, questionnaire } = imported;
  const expressions = totalsIn(form.items);
  const foreign = expressions.filter(({ op }) => op === 'foreign').length;
  const differences: Difference[] = [];
  let [compared, numbers] = [0, 0];
  for (let seed = firstSeed; seed < firstSeed + sets; seed += 1) {
    const state = openForm(form, randomDraft(form, seeded(seed)));
    const { draft } = state;
    const response = writeResponse(form, draft, {
      status: 'in-progress',
      subject: 'Patient/1',
      authored: draft.changedAt,
      state,
    });
    const theirs = fhirpathTotals(questionnaire, response);
    for (const [key, total] of state.totals) {
      const other = theirs.get(key);
      // The response leaves out a row without answers.
      if (other === undefined || isLeftOpen(total)) continue;
      compared += 1;
      if (total.state === 'scored') numbers += 1;
      if (!isSame(total, other))
        differences.push({ seed, key, ours: JSON.stringify(total), theirs: JSON.stringify(other) });
    }
  }
  const own = expressions.length - foreign;
  return { name, kind, calculated: { own, foreign }, sets, compared, numbers, differences };
}

/**
 * Whether our engine declines the total: outside our subset, built on such a total, or of another kind than its item.
 */
function isLeftOpen(total: Total): boolean {
  return total.state === 'cannot-score' && LEFT_OPEN.has(total.why);
}

const LEFT_OPEN: ReadonlySet<string> = new Set(['unsupported', 'depends-on-unscored', 'wrong-kind']);

/** FHIRPath's decimals have eight places (N1, 4.1.5), so the printed result of fhirpath.js is rounded to eight. */
const EIGHT_PLACES = new Intl.NumberFormat('en', {
  maximumFractionDigits: 8,
  roundingMode: 'halfExpand',
  useGrouping: false,
});

/** IEEE 754: a double is exact for 15 decimal digits. From ten million on, these end before the eighth place. */
const SURE_DIGITS = 15;

function digitsOf(value: number): number {
  return Math.abs(value) < 1e7 ? value : Number(value.toPrecision(SURE_DIGITS));
}

/** Whether both totals are the same, to the last digit that a decimal has. */
function isSame(total: Total, oracle: Oracle): boolean {
  if ('error' in oracle) return total.state === 'cannot-score';
  const [value, ...others] = oracle.values;
  if (others.length > 0) return total.state === 'cannot-score' && total.why === 'not-one-value';
  // A result that is not a number is empty. Here our engine follows the specification and fhirpath.js does not.
  if (value === undefined || Number.isNaN(value)) return total.state === 'nothing';
  if (total.state !== 'scored' && total.state !== 'said') return false;
  const said = typeof value === 'object' && value !== null && 'display' in value ? value.display : value;
  if (typeof said !== 'number' || typeof total.value !== 'number') return said === total.value;
  return digitsOf(Number(EIGHT_PLACES.format(said))) === digitsOf(total.value);
}

function totalsIn(items: readonly FormItem[]): readonly Expression[] {
  return items.flatMap((item) => {
    if (item.type === 'total') return [item.expression];
    return 'items' in item ? totalsIn(item.items ?? []) : [];
  });
}
