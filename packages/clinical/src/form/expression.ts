import type { AnswerValue } from './answer.ts';

/** Whether an item is shown: FHIR's enableWhen (all or any of its tests), or an expression that must be true. */
export type Condition =
  | {
      readonly match: 'all' | 'any';
      readonly tests: readonly {
        readonly item: string;
        readonly operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
        readonly value: AnswerValue;
      }[];
    }
  | { readonly match: 'expression'; readonly expression: Expression };

/**
 * What a total is made of. A tree of data, so that it can be checked, explained, sent and asked what it depends on.
 *
 * Every node gives a list of values, as FHIRPath does, and nothing is an empty list. Arithmetic with nothing gives
 * nothing, so that a missing part leaves no total; `sum` adds what there is.
 */
export type Expression =
  | { readonly op: 'literal'; readonly value: number | string | boolean }
  | { readonly op: 'nothing' }
  /**
   * The answers to these items, level by level of the form and row by row. In a row: of the same row, else of the enclosing one, else of
   * every row. `everywhere`: of every row, wherever it is asked, as `%resource` does.
   */
  | { readonly op: 'answers'; readonly items: readonly string[]; readonly everywhere?: boolean }
  /** The points of the options among the values; an option without points gives nothing. */
  | { readonly op: 'points'; readonly of: Expression }
  | { readonly op: 'code' | 'text'; readonly of: Expression }
  /** FHIRPath's functions of one list. */
  | {
      readonly op:
        'sum' | 'min' | 'max' | 'count' | 'exists' | 'empty' | 'first' | 'last' | 'not' | 'all-true';
      readonly of: Expression;
    }
  | { readonly op: 'to-integer' | 'to-decimal' | 'to-number'; readonly of: Expression }
  | { readonly op: 'round'; readonly of: Expression; readonly digits: number }
  | {
      readonly op: 'abs' | 'negative' | 'exp' | 'ln' | 'sqrt' | 'floor' | 'ceiling' | 'truncate';
      readonly of: Expression;
    }
  | {
      readonly op: '+' | '-' | '*' | '/' | 'div' | 'mod' | 'power';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly op: '=' | '!=' | '>' | '<' | '>=' | '<=' | 'and' | 'or' | 'xor' | 'implies';
      readonly left: Expression;
      readonly right: Expression;
    }
  /** Of the two lists, one after the other; `union` leaves out what is there already. */
  | { readonly op: 'combine' | 'union'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'if'; readonly test: Expression; readonly then: Expression; readonly else: Expression }
  /** Beyond our subset: shown as "cannot score" unless an evaluator was given. `items`: what it may read; `null`: anything. */
  | {
      readonly op: 'foreign';
      readonly language: string;
      readonly text: string;
      readonly items: readonly string[] | null;
    };
