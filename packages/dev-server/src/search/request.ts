import type { SearchParameterRule } from '../definitions/search-parameters.ts';

/** One filter. Its values are alternatives; filters must all hold. */
export interface Filter {
  readonly rule: SearchParameterRule;
  readonly modifier: string | null;
  readonly values: readonly string[];
}

export interface SortKey {
  readonly rule: SearchParameterRule;
  readonly descending: boolean;
}

/** `_include` and `_revinclude`, read: `Observation:subject:Patient`. */
export interface Include {
  readonly from: string;
  readonly rule: SearchParameterRule;
  readonly target: string | null;
  readonly iterate: boolean;
}

/** A search, understood. What could not be understood is in `ignored`, by parameter name. */
export interface SearchRequest {
  readonly type: string;
  readonly filters: readonly Filter[];
  readonly sort: readonly SortKey[];
  readonly includes: readonly Include[];
  readonly revIncludes: readonly Include[];
  /** Matches per page. 0 asks for the total alone. */
  readonly count: number;
  readonly elements: readonly string[] | null;
  readonly ignored: readonly string[];
  /** What was understood, in the order given: the self link. */
  readonly used: readonly (readonly [name: string, value: string])[];
}
