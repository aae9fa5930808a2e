/** What one question to the server has shown. `null`: it was not asked, or gave no clear answer. */
export type Found = boolean | null;

/** What the probe has seen of a server, on a scratch resource of its own. */
export interface Findings {
  /** A PUT to an id that the client chose creates it. */
  readonly clientIds: Found;
  /** A POST creates. */
  readonly creates: Found;
  /** A stale `If-Match` is refused, and nothing is written. */
  readonly refusesStaleIfMatch: Found;
  /** A PUT with `If-None-Match: *` on what exists is refused, on its own and inside a transaction. */
  readonly refusesIfNoneMatch: Found;
  readonly refusesIfNoneMatchInTransaction: Found;
  /** A transaction writes all of its entries, or none. */
  readonly transactions: Found;
  /** A stale `ifMatch` inside a transaction is refused, with everything else in it. */
  readonly refusesStaleIfMatchInTransaction: Found;
  /** A POST with `ifNoneExist` finds the resource that is there, alone and inside a transaction. */
  readonly findsIfNoneExist: Found;
  readonly findsIfNoneExistInTransaction: Found;
  readonly deletes: Found;
  /** A deleted resource answers 410. */
  readonly answersGone: Found;
  readonly instanceHistory: Found;
  readonly typeHistory: Found;
  readonly postSearch: Found;
  /** A search finds what was written a moment ago. */
  readonly searchesAtOnce: Found;
  /** The name that the server gives itself in its CapabilityStatement, for the administrator's page alone. */
  readonly software: string | null;
  /** The FHIR version that it states there, such as `4.0.1`. */
  readonly fhirVersion: string | null;
}

export const NOTHING_FOUND: Findings = {
  clientIds: null,
  creates: null,
  refusesStaleIfMatch: null,
  refusesIfNoneMatch: null,
  refusesIfNoneMatchInTransaction: null,
  transactions: null,
  refusesStaleIfMatchInTransaction: null,
  findsIfNoneExist: null,
  findsIfNoneExistInTransaction: null,
  deletes: null,
  answersGone: null,
  instanceHistory: null,
  typeHistory: null,
  postSearch: null,
  searchesAtOnce: null,
  software: null,
  fhirVersion: null,
};
