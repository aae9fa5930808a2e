import { renameItems } from '../form/evaluate/rename-items.ts';
import type { Expression } from '../form/expression.ts';
import type { Instrument } from '../instrument.ts';
import { numberOf, pointsOf, sumOf } from './arithmetic.ts';
import { total as bmi } from './bmi/bmi.total.ts';
import { total as bristol } from './bristol/bristol.total.ts';
import { total as charlson } from './charlson/charlson.total.ts';
import { total as cockcroftGault } from './cockcroft-gault/cockcroft-gault.total.ts';
import { total as efi } from './efi/efi.total.ts';
import { total as efi2 } from './efi2/efi2.total.ts';
import { total as frailScale } from './frail-scale/frail-scale.total.ts';
import { total as frailtyIndex } from './frailty-index/frailty-index.total.ts';
import { total as gaitSpeed } from './gait-speed/gait-speed.total.ts';
import { total as news2 } from './news2/news2.total.ts';
import { total as prisma7 } from './prisma-7/prisma-7.total.ts';

/** Instruments whose total is more than a sum of points or an entered number. Each has a file with its expression. */
const OWN: Readonly<Record<string, Expression>> = {
  bmi,
  bristol,
  charlson,
  'cockcroft-gault': cockcroftGault,
  efi,
  efi2,
  'frail-scale': frailScale,
  'frailty-index': frailtyIndex,
  'gait-speed': gaitSpeed,
  news2,
  'prisma-7': prisma7,
};

/**
 * The total of an instrument as an expression over its items, so that an exported form calculates in any program. It
 * gives the same as `score().total` without settings and facts, and nothing if that is `null`.
 *
 * `null` if there is no total (PURPOSE-T, the soft signs), if an expression cannot say it (which standing reading
 * was within a minute), or if it needs more digits than FHIRPath guarantees (weight change, to twelve decimals).
 */
export function totalExpression(instrument: Totalled): Expression | null {
  const { id } = instrument;
  const total = (Object.hasOwn(OWN, id) ? OWN[id] : undefined) ?? derived(instrument);
  return total === null ? null : renameItems(total, (item) => `${id}/${item}`);
}

type Totalled = Pick<Instrument<never>, 'id' | 'range' | 'items' | 'score'>;

/** A sum whose parts are all questions with points, or a single number. */
function derived(instrument: Totalled): Expression | null {
  const { range, items, score } = instrument;
  const parts = Object.keys(score({} as never).items);
  if (range === null) return null;
  const questions = parts.map((part) => items.find(({ id }) => id === part));
  const scored = (item: (typeof questions)[number]) =>
    item?.type === 'choice' && item.options?.every(({ points }) => points !== undefined) === true;
  if (questions.every(scored)) return sumOf(...parts.map(pointsOf));
  const [only, ...others] = questions;
  const isNumber = only?.type === 'integer' || only?.type === 'decimal' || only?.type === 'quantity';
  return isNumber && others.length === 0 ? numberOf(instrument, only.id) : null;
}
