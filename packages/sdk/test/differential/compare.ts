import { openForm, type Expression, type FormItem, type Total } from '@ehch/clinical';
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

/**
 * Whether two numbers differ by no more than one in the last place of ours. fhirpath.js calculates in binary: 366.25 is a
 * sliver less there, and rounds or floors to the number below. Ours are decimals, as FHIRPath has them.
 */
export function isBinarySliver({ ours, theirs }: Difference): boolean {
  const [own] = /(?<="value":)-?[\d.]+/.exec(ours) ?? [];
  const [other] = /(?<="values":\[)-?[\d.e-]+(?=\])/.exec(theirs) ?? [];
  if (own === undefined || other === undefined) return false;
  const places = (own.split('.')[1] ?? '').length;
  return Math.abs(Number(own) - Number(other)) <= 10 ** -places * (1 + 1e-6);
}

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

/** Beyond our subset, or made of what is: it says so, and there is nothing to compare. */
function isLeftOpen(total: Total): boolean {
  return (
    total.state === 'cannot-score' && (total.why === 'unsupported' || total.why === 'depends-on-unscored')
  );
}

/** A number by the eight places that FHIRPath's decimals have: fhirpath.js reckons in binary fractions, we do not. */
function isSame(total: Total, oracle: Oracle): boolean {
  if ('error' in oracle) return total.state === 'cannot-score';
  const [value, ...others] = oracle.values;
  if (others.length > 0) return total.state === 'cannot-score' && total.why === 'not-one-value';
  // What is no number is nothing: the one place where our engine follows the specification and fhirpath.js does not.
  if (value === undefined || Number.isNaN(value)) return total.state === 'nothing';
  if (total.state !== 'scored' && total.state !== 'said') return false;
  const said = typeof value === 'object' && value !== null && 'display' in value ? value.display : value;
  if (typeof said === 'number' && typeof total.value === 'number')
    return Math.abs(said - total.value) <= 1e-8 * Math.max(1, Math.abs(said));
  return said === total.value;
}

function totalsIn(items: readonly FormItem[]): readonly Expression[] {
  return items.flatMap((item) => {
    if (item.type === 'total') return [item.expression];
    return 'items' in item ? totalsIn(item.items ?? []) : [];
  });
}
