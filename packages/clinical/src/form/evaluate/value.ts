import type { PartialDate } from '../../time/types.ts';

/** One value of an expression, as FHIRPath sees it. */
export type ExpressionValue = number | string | boolean | CodingValue | TimeValue | ChosenValue;

/** A value without what an option is beside it. */
export type PlainValue = Exclude<ExpressionValue, ChosenValue>;

/** A chosen option that is a code. */
export interface CodingValue {
  readonly kind: 'coding';
  readonly system?: string;
  /** Absent: an option of words alone. */
  readonly code?: string;
  readonly display: string;
  /** Absent: it scores nothing, which is not zero. */
  readonly points?: number;
}

/** A date, known perhaps in part, or a time of day. */
export interface TimeValue {
  readonly kind: 'date' | 'time';
  readonly value: PartialDate;
}

/** A chosen option that is no code but a text, a number or a date, with its points. */
export interface ChosenValue {
  readonly kind: 'chosen';
  readonly value: string | number | TimeValue;
  readonly points?: number;
}

/** Without what an option is beside its value. */
export function plain(value: ExpressionValue): PlainValue {
  return typeof value === 'object' && value.kind === 'chosen' ? value.value : value;
}
