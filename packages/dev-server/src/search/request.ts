import type { SearchParameterRule } from '../definitions/search-parameters.ts';

/** One filter. Any of its values may match; all filters must. */
export interface Filter {
  readonly rule: SearchParameterRule;
  readonly modifier: string | null;
  readonly values: readonly string[];
}

export interface SortKey {
  readonly rule: SearchParameterRule;
  readonly descending: boolean;
}

/** A parsed `_include` or `_revinclude`, such as `Observation:subject:Patient`. */
export interface Include {
  readonly from: string;
  readonly rule: SearchParameterRule;
  readonly target: string | null;
  readonly iterate: boolean;
}

/** A parsed search. `ignored` names the parameters that the server did not understand. */
export interface SearchRequest {
  readonly type: string;
  readonly filters: readonly Filter[];
  readonly sort: readonly SortKey[];
  readonly includes: readonly Include[];
  readonly revIncludes: readonly Include[];
  /** Matches per page. 0 asks for the total alone. */
  readonly count: number;
  readonly elements: readonly string[] | null;
  /** What `_total` asks for; null without it. */
  readonly total: 'none' | 'estimate' | 'accurate' | null;
  readonly ignored: readonly string[];
  /** The understood parameters in their order, for the self link. */
  readonly used: readonly (readonly [name: string, value: string])[];
}
