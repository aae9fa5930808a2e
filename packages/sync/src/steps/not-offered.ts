import type { Gap } from '@ehch/clinical';
import { isObject, listAt, RESOURCE_WORDS, textAt, type ResourceType } from '@ehch/fhir';
import { withinBase } from '../http/within-base.ts';
import { askPage, type AskContext } from './ask.ts';

/** Statuses under which a server may say that it does not know a type. Each may mean something else as well. */
const OF_UNKNOWN_TYPE: ReadonlySet<number | undefined> = new Set([400, 404, 405, 501]);
/** [P] Milliseconds for which a server is believed to offer what it stated. A new release of it may offer more. */
const BELIEVED_FOR_MS = 3_600_000;

/**
 * Whether the server has no such type of record: it refused the question, and its CapabilityStatement names other types alone
 * (SPEC L19). A server that states nothing has failed: nobody knows whether it holds any.
 */
export async function isNotOffered(
  context: AskContext,
  kind: ResourceType,
  status: number | undefined,
): Promise<boolean> {
  // Without the Patient there is nobody to show, whatever the server says.
  if (kind === 'Patient' || !OF_UNKNOWN_TYPE.has(status)) return false;
  const types = await offeredBy(context);
  return types !== null && !types.has(kind);
}

/** What is missing where a server does not offer a type. */
export function notOfferedGap(kind: ResourceType): Gap {
  return { why: 'not-offered', what: RESOURCE_WORDS[kind][1] };
}

async function offeredBy(context: AskContext): Promise<ReadonlySet<string> | null> {
  const { server, base } = context;
  const known = server?.offered;
  const age = Date.now() - (known?.at ?? 0);
  if (known !== undefined && age >= 0 && age < BELIEVED_FOR_MS) return known.types;
  const page = await askPage(context, withinBase(base, 'metadata'), 'CapabilityStatement', null);
  if (page.state !== 'loaded') return null;
  const types = new Set(typesIn(page.value));
  // A statement without the type of every question that was answered says nothing about the others.
  if (!types.has('Patient')) return null;
  if (server !== undefined) server.offered = { types, at: Date.now() };
  return types;
}

function typesIn(statement: unknown): readonly string[] {
  return listAt(statement, 'rest')
    .filter((rest) => isObject(rest) && textAt(rest, 'mode') === 'server')
    .flatMap((rest) => listAt(rest, 'resource'))
    .flatMap((resource) => textAt(resource, 'type') ?? []);
}
