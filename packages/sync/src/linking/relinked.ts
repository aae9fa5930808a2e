import { EhchError, type ResidentId } from '@ehch/clinical';
import { isObject } from '@ehch/fhir';
import type { FieldEdit, Json, Operation, OperationAuthor, OperationPart } from '@ehch/store';
import { withReference } from '../push/references.ts';

/**
 * The same operation about the server's resident. Its intent stays, so that it arrives once, whoever sends it and from
 * whichever PC. So does its author; whoever linked it is named beside them (SPEC J3).
 *
 * @throws {EhchError} `unsupported` if something of it would still name the local resident
 */
export function relinked(
  operation: Operation,
  { from, to }: { readonly from: ResidentId; readonly to: ResidentId },
  linkedBy: OperationAuthor,
): Operation {
  const [before, after] = [`Patient/${from}`, `Patient/${to}`];
  const parts = operation.parts.map((part): OperationPart => {
    if (part.op === 'create') return { ...part, body: withReference(part.body, before, after) };
    const edits = JSON.parse(withReference(JSON.stringify(part.edits), before, after)) as FieldEdit[];
    // The version was one of the local copy. What each field was before is compared all the same (SPEC P7).
    return { ...part, edits, base: null };
  });
  const next = { ...operation, resident: to, linkedBy, parts, about: renamed(operation.about, from, to) };
  // Guard: half of a resident's record under another id would be two people in one.
  if (JSON.stringify(parts).includes(from))
    throw new EhchError(
      'unsupported',
      'This names the resident in a way that cannot be linked. It stays where it is.',
    );
  return next;
}

/** The trace of an intent, about the server's resident: what this device shows of it, and what undoes it. */
function renamed(value: Json, from: ResidentId, to: ResidentId): Json {
  if (value === from) return to;
  if (Array.isArray(value)) return (value as readonly Json[]).map((each) => renamed(each, from, to));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamed(each, from, to)]));
}
