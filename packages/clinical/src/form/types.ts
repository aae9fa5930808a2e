import type { ResidentId } from '../resident/identity.ts';
import type { Instant, PartialDate } from '../time/types.ts';

/** A form: an instrument's items, an assessment template, or a Questionnaire that a place imported. */
export interface FormDefinition {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly items: readonly FormItem[];
}

export type FormItem = FormGroup | FormQuestion | FormDisplay | FormTotal;

interface FormItemBase {
  /** Unique in its form. FHIR's `linkId`. */
  readonly id: string;
  readonly text: string;
  /** Shown only while this holds; hidden answers are kept but neither counted nor sent. */
  readonly when?: Condition;
}

export interface FormGroup extends FormItemBase {
  readonly type: 'group';
  readonly repeats?: boolean;
  readonly items: readonly FormItem[];
}

export interface FormDisplay extends FormItemBase {
  readonly type: 'display';
}

export interface FormQuestion extends FormItemBase {
  readonly type: 'choice' | 'open-choice' | 'boolean' | 'integer' | 'decimal' | 'quantity' | 'date' | 'text';
  readonly required?: boolean;
  readonly repeats?: boolean;
  readonly options?: readonly FormOption[];
  /** Units a person may choose from, for `quantity`. */
  readonly units?: readonly string[];
  /** Hard limits: outside is impossible and refused. */
  readonly limits?: Range;
  /** Soft limits: outside is questioned, and may be confirmed. */
  readonly plausible?: Range;
  /** Longest text, in characters. */
  readonly maxLength?: number;
  readonly initial?: readonly AnswerValue[];
}

/** A calculated number. It is never editable and never guessed: what cannot be evaluated "cannot score". */
export interface FormTotal extends FormItemBase {
  readonly type: 'total';
  readonly expression: Expression;
}

export interface FormOption {
  readonly value: string;
  readonly text: string;
  /** FHIR's `ordinalValue` or `itemWeight`. Absent: the option scores nothing, which is not zero. */
  readonly points?: number;
}

export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** FHIR's enableWhen: all or any of its tests. */
export interface Condition {
  readonly match: 'all' | 'any';
  readonly tests: readonly {
    readonly item: string;
    readonly operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
    readonly value: AnswerValue;
  }[];
}

/** What a total is made of. A tree of data, so that it can be checked, explained and sent. */
export type Expression =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'points'; readonly item: string }
  | { readonly op: 'value'; readonly item: string }
  | { readonly op: 'sum'; readonly of: readonly Expression[] }
  | { readonly op: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'if'; readonly test: Test; readonly then: Expression; readonly else: Expression }
  /** Beyond our subset: shown as "cannot score" unless an evaluator was given. */
  | { readonly op: 'foreign'; readonly language: string; readonly text: string };

export type Test =
  | { readonly op: 'answered'; readonly item: string }
  | {
      readonly op: '=' | '!=' | '>' | '<' | '>=' | '<=';
      readonly left: Expression;
      readonly right: Expression;
    };

/** An answer as given. Unable, refused, not asked and not known are four values, and none of them is zero. */
export type Answer =
  | {
      readonly state: 'given';
      readonly values: readonly AnswerValue[];
      readonly at: Instant;
      readonly from: AnswerOrigin;
    }
  | {
      readonly state: 'unable' | 'refused' | 'not-asked' | 'not-known';
      readonly reason: string | null;
      readonly at: Instant;
    };

export type AnswerValue =
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number; readonly unit?: string }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'date'; readonly value: PartialDate }
  | { readonly type: 'option'; readonly value: string };

/** Entered by a person now, or taken over from the record by a person's press, with the record's date. */
export type AnswerOrigin =
  | { readonly kind: 'entered' }
  | { readonly kind: 'accepted'; readonly recordedOn: PartialDate | null; readonly source: string };

export type Answers = Readonly<Record<string, Answer>>;

/** What a person is filling in. Immutable; it belongs to the form that is open, and new data never overwrites it. */
export interface Draft {
  readonly id: string;
  readonly resident: ResidentId;
  readonly form: { readonly id: string; readonly version: string };
  readonly answers: Answers;
  readonly startedAt: Instant;
  readonly changedAt: Instant;
}
