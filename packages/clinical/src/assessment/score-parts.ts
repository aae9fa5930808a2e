import { formatNumber, formatQuantity } from '../display/quantity.ts';
import { EhchError } from '../errors.ts';
import type { FormItem, FormQuestion } from '../form/definition.ts';
import { isOpen } from '../instruments/not-answered.ts';
import type { ScoreItem, ScoreResult } from '../score.ts';
import { findItem } from './find-item.ts';
import { plainValue, titleOf } from './plain-value.ts';

/** One part of a finished score: the points that it gave, or what was read where it gives none. */
export interface ScorePart {
  readonly id: string;
  /** The question in our own short words. */
  readonly label: string;
  readonly value: PartValue;
}

export type PartValue =
  | { readonly kind: 'points'; readonly points: number }
  /** `unit` as it is read, `code` in UCUM. */
  | { readonly kind: 'reading'; readonly value: number; readonly unit: string; readonly code: string }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  /** An option by its own words, or readings in words. */
  | { readonly kind: 'words'; readonly text: string };

/** Units of readings whose questions say them in their words. */
const READING_UNITS: Readonly<Record<string, readonly [text: string, code: string]>> = {
  'orthostatic-bp/lyingSbp': ['mmHg', 'mm[Hg]'],
  'orthostatic-bp/lyingDbp': ['mmHg', 'mm[Hg]'],
  'gait-speed/metres': ['m', 'm'],
  'gait-speed/seconds': ['s', 's'],
  'cockcroft-gault/ageYears': ['years', 'a'],
};

/** Counts, which have no unit. */
const COUNTS: ReadonlySet<string> = new Set([
  'frailty-index/present',
  'frailty-index/considered',
  'frailty-index/total',
]);

/**
 * The parts of a complete score. What is the result itself is no part of it.
 * @param items The instrument's own questions; of a template's index none, whose parts are deficits.
 * @throws {EhchError} `bad-argument` of a reading without a unit: it would leave as a number that may mean anything.
 */
export function partsOfScore(score: ScoreResult, items: readonly FormItem[]): readonly ScorePart[] {
  const parts = Object.entries(score.items);
  return parts.flatMap(([id, item]): readonly ScorePart[] => {
    if (isOpen(item.value) || isResult(score, item, parts.length)) return [];
    const question = findItem(items, (each) => each.id === id && each.type !== 'group');
    const value = valueOf(`${score.instrument}/${id}`, item, question as FormQuestion | null);
    return value === null ? [] : [{ id, label: question?.text ?? titleOf(id), value }];
  });
}

/** A part as it is read: "2", "50 kg", "Yes". */
export function partText(value: PartValue): string {
  switch (value.kind) {
    case 'points':
      return formatNumber(Number(value.points.toFixed(2)));
    case 'reading':
      return formatQuantity(value.value, value.unit);
    case 'yes-no':
      return value.value ? 'Yes' : 'No';
    case 'words':
      return value.text;
  }
}

function isResult(
  { total, band, instrument }: ScoreResult,
  { value, score }: ScoreItem,
  of: number,
): boolean {
  if (of === 1) return true;
  const number = instrument === 'efi2' || instrument === 'cfs';
  return (number && (score ?? value) === total) || (band !== null && value === band);
}

function valueOf(key: string, { value, score }: ScoreItem, question: FormQuestion | null): PartValue | null {
  if (score !== null) return { kind: 'points', points: score };
  if (typeof value === 'number') return { kind: 'reading', value, ...unitOf(key, question) };
  if (typeof value === 'boolean') return { kind: 'yes-no', value };
  const option = question?.options?.find((each) => each.value === value)?.text;
  const text = option ?? plainValue(value);
  return text === null ? null : { kind: 'words', text };
}

function unitOf(key: string, question: FormQuestion | null) {
  const [first] = question?.units ?? [];
  if (first !== undefined) return { unit: first.text, code: first.code };
  if (COUNTS.has(key)) return { unit: '', code: '1' };
  const known = READING_UNITS[key];
  if (known === undefined) {
    throw new EhchError(
      'bad-argument',
      `"${key}" has no unit. Give its question \`units\`, or add it to the units here.`,
    );
  }
  return { unit: known[0], code: known[1] };
}
