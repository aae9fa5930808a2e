import type { Findings } from './findings.ts';

/**
 * How this server is written to, so that no intent is lost or doubled (sync SPEC P1).
 *
 * - `A`: resource and marker in one transaction. The marker proves that both arrived.
 * - `A-`: single requests with ids of our own. The resource, or its history, proves it.
 * - `B`: the server gives ids. A conditional create finds its own first copy.
 * - `read-only`: nothing can be written without the risk of doubling it.
 */
export interface ServerProfile {
  readonly level: 'A' | 'A-' | 'B' | 'read-only';
  /**
   * How a resource is created. `put`: under our id, only if nothing is there. `post`: by a condition on the intent, under
   * an id of the server's.
   */
  readonly create: 'put' | 'post';
  /** Several resources of one intent arrive together or not at all. */
  readonly transactions: boolean;
  /** The history of a resource can be read, so that an unknown outcome of an update can be proved. */
  readonly hasHistory: boolean;
  /** The server overwrites newer versions. It gets no updates (P13). */
  readonly ignoresIfMatch: boolean;
  /** The server overwrites what a create should have found. Creates go by `post` then. */
  readonly ignoresIfNoneMatch: boolean;
  /** Deletions can be read from the history of a type. */
  readonly hasTypeHistory: boolean;
  /** Searches find a write only after a while, so that a pull has to begin earlier (SPEC L1). */
  readonly indexesLate: boolean;
  readonly findings: Findings;
}

/** Chooses how to write to a server. A pure function: what is not known counts as what is worse. */
export function profileOf(found: Findings): ServerProfile {
  const updatesInTransaction = found.transactions === true && found.refusesStaleIfMatchInTransaction === true;
  const ignoresIfMatch = found.refusesStaleIfMatch !== true;
  const ownIds = found.clientIds === true;
  const ignoresIfNoneMatch = ownIds && !refusesAgain(found, updatesInTransaction);
  const byCondition = updatesInTransaction ? found.findsIfNoneExistInTransaction : found.findsIfNoneExist;
  const create = ownIds && !(ignoresIfNoneMatch && byCondition === true) ? 'put' : 'post';
  return {
    level: levelOf(found, ownIds, updatesInTransaction, byCondition === true),
    create,
    transactions: updatesInTransaction,
    hasHistory: found.instanceHistory === true,
    ignoresIfMatch,
    ignoresIfNoneMatch,
    hasTypeHistory: found.typeHistory === true,
    indexesLate: found.searchesAtOnce === false,
    findings: found,
  };
}

function levelOf(
  { creates, fhirVersion }: Findings,
  ownIds: boolean,
  transactions: boolean,
  byCondition: boolean,
): ServerProfile['level'] {
  if (isOtherVersion(fhirVersion)) return 'read-only';
  if (ownIds) return transactions ? 'A' : 'A-';
  return creates === true && byCondition ? 'B' : 'read-only';
}

function refusesAgain(found: Findings, transactions: boolean): boolean {
  return (transactions ? found.refusesIfNoneMatchInTransaction : found.refusesIfNoneMatch) === true;
}

/** Whether a server states another FHIR version than R4 (4.0) or R4B (4.3). What we write would mean something else there. */
export function isOtherVersion(stated: string | null): boolean {
  return stated !== null && !stated.startsWith('4.');
}
