import { openForm, type Expression, type FormItem, type Total } from '@ehch/clinical/form';
import { writeResponse } from '@ehch/fhir/questionnaire';
import { fhirpathTotals, type Oracle } from './fhirpath-totals.ts';
import type { ImportedForm } from './forms.ts';
import { randomDraft, seeded } from './random-draft.ts';

/** What came of a number of random answer sets. */
export interface Comparison {
  readonly name: string;
  readonly kind: ImportedForm['kind'];
  /** Calculated items that our engine evaluates itself, and those that it leaves to an evaluator. */
  readonly calculated: { readonly own: number; readonly foreign: number };
  readonly sets: number;
  /** Totals that both evaluated, and of these with a number. */
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

/** Of a form with this many totals a tenth of the answer sets brings as many totals to compare. */
const MANY_TOTALS = 10;

/** How often a form is answered. */
export function setsFor({ form }: ImportedForm, sets: number): number {
  return totalsIn(form.items).length > MANY_TOTALS ? Math.ceil(sets / 10) : sets;
}

/** Answers a form `sets` times at random, and compares each total with what fhirpath.js makes of the same response. */
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
      // A row in which nothing is said is not in the response.
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

/** Beyond our subset, made of what is, or of another kind than its item: it says so, and there is nothing to compare. */
function isLeftOpen(total: Total): boolean {
  return total.state === 'cannot-score' && LEFT_OPEN.has(total.why);
}

const LEFT_OPEN: ReadonlySet<string> = new Set(['unsupported', 'depends-on-unscored', 'wrong-kind']);

/** FHIRPath's decimals have eight places (N1, 4.1.5): theirs is cut to them from the digits that it prints. */
const EIGHT_PLACES = new Intl.NumberFormat('en', {
  maximumFractionDigits: 8,
  roundingMode: 'halfExpand',
  useGrouping: false,
});

/** IEEE 754: the decimal digits that a double is sure of. From ten million on they end before the eighth place. */
const SURE_DIGITS = 15;

function digitsOf(value: number): number {
  return Math.abs(value) < 1e7 ? value : Number(value.toPrecision(SURE_DIGITS));
}

/** Exactly: no digit that a decimal has is rounded away. */
function isSame(total: Total, oracle: Oracle): boolean {
  if ('error' in oracle) return total.state === 'cannot-score';
  const [value, ...others] = oracle.values;
  if (others.length > 0) return total.state === 'cannot-score' && total.why === 'not-one-value';
  // What is no number is nothing: the one place where our engine follows the specification and fhirpath.js does not.
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
