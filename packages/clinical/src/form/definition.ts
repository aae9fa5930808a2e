import type { Condition, Expression } from './expression.ts';
import type { PartialDate } from '../time/types.ts';
import type { AnswerValue } from './answer.ts';

/** A form: an instrument's items, an assessment template, or a Questionnaire that a place imported. */
export interface FormDefinition {
  readonly id: string;
  readonly title: string;
  /** Printed on every output. An answer set names the version it answers, and an older version stays readable. */
  readonly version: string;
  readonly items: readonly FormItem[];
  /** Whose words these are and on what terms, for the foot of the form and of every export. */
  readonly notices?: readonly string[];
  /** What of an imported form this program does not carry out, in words for the reader. Shown on top of the form. */
  readonly limits?: readonly FormLimit[];
}

/** Something that an imported form asks for and this program does not do. Never left out in silence. */
export interface FormLimit {
  /** The item that it is about; `null`: the whole form. */
  readonly item: string | null;
  readonly words: string;
}

/** Anything that a form holds: a group, a question, words between questions, or a calculated value. */
export type FormItem = FormGroup | FormQuestion | FormDisplay | FormTotal;

/** What every item of a form has. */
export interface FormItemBase {
  /** Unique in its form. FHIR's `linkId`. Items of an instrument are `<instrument>/<item>` wherever they stand. */
  readonly id: string;
  readonly text: string;
  /** Shown only while this holds; hidden answers are kept but neither counted nor sent. */
  readonly when?: Condition;
  /** Codes of the item, for export. */
  readonly codes?: readonly FormCode[];
  /** Never on screen: calculated in the background, and sent. */
  readonly hidden?: boolean;
}

/** A code with the address of its code system, and the words that the system has for it. */
export interface FormCode {
  readonly system?: string;
  readonly code: string;
  readonly display?: string;
}

/** Questions under one heading. A repeating group is answered once for each row, such as each fall. */
export interface FormGroup extends FormItemBase {
  readonly type: 'group';
  readonly repeats?: boolean;
  /** The group is this instrument of the registry: its answers are scored by the instrument's own rule. */
  readonly instrument?: string;
  /** Whose words the group holds and on what terms: of an instrument, its owner's notices. */
  readonly notices?: readonly string[];
  readonly items: readonly FormItem[];
}

/** Words between questions. */
export interface FormDisplay extends FormItemBase {
  readonly type: 'display';
}

/**
 * A question that a person answers. A `quantity` is kept in the first of its `units`. Limits and ranges are in that unit
 * too.
 */
export interface FormQuestion extends FormItemBase {
  readonly type:
    'choice' | 'open-choice' | 'boolean' | 'integer' | 'decimal' | 'quantity' | 'date' | 'time' | 'text';
  readonly required?: boolean;
  /** Several answers. */
  readonly repeats?: boolean;
  readonly options?: readonly FormOption[];
  /** The canonical address of an imported form's value set that could not be opened. It then has no options. */
  readonly optionsIn?: string;
  /** Units a person may choose from, for `quantity`; answers are kept in the first one. */
  readonly units?: readonly FormUnit[];
  /** Hard limits: outside is impossible and refused. In the first unit. */
  readonly limits?: Range;
  /** A date that lies wholly before or after is impossible and refused. */
  readonly earliest?: PartialDate;
  readonly latest?: PartialDate;
  /** A day that has happened: one that lies wholly after the moment of the answer is a slip and refused. */
  readonly past?: boolean;
  /** A day that is still to come: one that lies wholly before the day of the answer is a slip and refused. Today is taken. */
  readonly future?: boolean;
  /** The questions, by id, whose answers were found on the day that this one gives, and not on that of the assessment. */
  readonly dayOf?: readonly string[];
  /** Soft limits: outside is questioned, and may be confirmed. In the first unit. */
  readonly plausible?: Range;
  /** Shortest and longest text, in characters. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Most decimal places of a number, in the unit that it is given in. */
  readonly decimals?: number;
  /** Of a repeating question: how many answers it takes. More is refused; fewer is asked for when the form is finished. */
  readonly answerCount?: Range;
  /** What an imported form fills in at the start. Our own forms have none: no default is silent. */
  readonly initial?: readonly AnswerValue[];
  /** Shown, not answered here. */
  readonly readOnly?: boolean;
  /**
   * What an imported form says that the answer is, where several of its kinds are one of ours: `string` (one line of
   * text), `url`, `dateTime`, and `reference` and `attachment`, which nobody can answer here.
   */
  readonly sentAs?: 'string' | 'url' | 'dateTime' | 'reference' | 'attachment';
  /** The fact of a resident's record that answers this question, offered with its date and never filled in. */
  readonly fact?: string;
  /** May be left out: without an answer it is not counted as still to ask, and nothing is read into that. */
  readonly optional?: boolean;
  /** Decided anew each time, such as capacity: no earlier answer is ever offered for it. */
  readonly fresh?: boolean;
  /** The answer stays in the form: no copy, print or shared card carries it, as with a safeguarding concern. */
  readonly keptBack?: boolean;
  /** Why this question, or how to ask it: one sentence under it. */
  readonly hint?: string;
  /** Questions about the answer. Under a repeating question each answer has its own. */
  readonly items?: readonly FormItem[];
}

/** A calculated value. It is never editable and never guessed: what cannot be evaluated "cannot score". */
export interface FormTotal extends FormItemBase {
  readonly type: 'total';
  readonly expression: Expression;
  /** What the imported form declares the answer to be. */
  readonly as?: 'integer' | 'decimal' | 'quantity' | 'boolean' | 'text' | 'choice' | 'date';
  readonly unit?: string;
}

/** One choice of a question. */
export interface FormOption {
  /** Unique in its question: the code, or the text or number where there is none. */
  readonly value: string;
  readonly text: string;
  /** FHIR's `ordinalValue` or `itemWeight`. Absent: the option scores nothing, which is not zero. */
  readonly points?: number;
  /** How the option is sent where it is more than its `value`. */
  readonly code?: FormCode;
  /** The option is no code but a value of this kind; `display`: a coding that has words and no code. */
  readonly kind?: 'text' | 'integer' | 'date' | 'time' | 'display';
  /** Choosing it takes every other choice away. */
  readonly exclusive?: boolean;
}

/** A unit in which a person may give a quantity. The kit keeps the answer in the question's first unit. */
export interface FormUnit {
  /** UCUM. */
  readonly code: string;
  readonly text: string;
  /** One of this is so many of the first unit: value × factor + offset. The first has factor 1. */
  readonly factor: number;
  readonly offset?: number;
  /** `code` is an imported form's own word for it and not UCUM. */
  readonly notUcum?: boolean;
}

/** A range of numbers. Both ends are part of it. An absent end is open. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}
