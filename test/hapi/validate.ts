import type { Json } from '../emitted/operation-bundle.ts';
import { ask, HAS_UK_CORE } from './hapi.ts';
import { knownFault } from './known-faults.ts';

export interface Issue {
  readonly severity: string;
  readonly diagnostics?: string;
  readonly location?: readonly string[];
}

/** What the validation of many resources came to. */
export interface Validation {
  readonly validated: number;
  /** Errors that are ours: each once, with the first resource that has it. */
  readonly errors: readonly string[];
  /** Codes of terminologies that the server does not have, by system. */
  readonly unknownCodes: ReadonlyMap<string, number>;
  /** Known faults of HAPI that were met, by their reason. */
  readonly knownFaults: ReadonlyMap<string, number>;
}

/** Parallel requests. More would only wait for each other on two cores. */
const AT_ONCE = 3;

/**
 * Has the server judge resources by base R4, and by the profiles that they claim where it has UK Core. Without UK Core, an
 * unknown profile would be an error of its own, so the claim is left out.
 */
export async function validateAll(
  given: readonly { readonly from: string; readonly resource: Json }[],
): Promise<Validation> {
  const errors = new Map<string, string>();
  const unknownCodes = new Map<string, number>();
  const knownFaults = new Map<string, number>();
  const waiting = [...given];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        for (const issue of await issuesOf(next.resource)) {
          const [, system] =
            /(?:CodeSystem|code system|Code System).*?((?:https?|urn):[^\s'"|,)#]+)/.exec(
              issue.diagnostics ?? '',
            ) ?? [];
          if (/unknown|could not be found|not be validated/i.test(issue.diagnostics ?? '') && system)
            count(unknownCodes, system);
          if (issue.severity !== 'error' && issue.severity !== 'fatal') continue;
          const known = knownFault(issue);
          if (known !== null) count(knownFaults, known);
          else if (!errors.has(wordsOf(issue))) errors.set(wordsOf(issue), next.from);
        }
      }
    }),
  );
  return {
    validated: given.length,
    errors: [...errors].map(([words, from]) => `${from}: ${words}`),
    unknownCodes,
    knownFaults,
  };
}

async function issuesOf(resource: Json): Promise<readonly Issue[]> {
  const { meta, ...unclaimed } = resource;
  const judged = HAS_UK_CORE || meta === undefined ? resource : unclaimed;
  const { body } = await ask('POST', `${String(resource['resourceType'])}/$validate`, judged);
  return (body['issue'] ?? []) as readonly Issue[];
}

function wordsOf({ location, diagnostics = '' }: Issue): string {
  const place = (location?.[0] ?? '').replaceAll(/\[\d+\]/g, '');
  return `${place}: ${diagnostics.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')}`;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Prints what was let pass, so that the log lists it. */
export function reported(what: string, { validated, errors, unknownCodes, knownFaults }: Validation): void {
  console.log(`${what}: ${validated} resources validated, ${errors.length} kinds of error of ours`);
  for (const [system, times] of unknownCodes) console.log(`  unknown terminology: ${system} (${times})`);
  for (const [why, times] of knownFaults) console.log(`  fault of HAPI: ${why} (${times})`);
}
