import type { Entry } from '@ehch/fhir';
import type { OperationPart, OutboxEntry, StoredRecord } from '@ehch/store';
import { takenIntentIn } from '../actions/intents-in.ts';
import { addressOn } from '../pages/page-rows.ts';

/** [P] The kinds in which a signed assessment is read back. */
const TOLD: readonly string[] = ['Observation', 'QuestionnaireResponse'];

/** States in which the server may have it already. */
const MAY_HAVE_ARRIVED: readonly OutboxEntry['state'][] = ['sending', 'unknown'];

/**
 * What people here have signed and the server has not accepted, as records that say so (store SPEC R5). Whoever looks at the
 * resident next must not see the score before it as the last one. What the server has under the same id is told from there.
 */
export function unsentEntries(
  { pending, resources }: Pick<StoredRecord, 'pending' | 'resources'>,
  base: string,
): readonly Entry[] {
  const parts = pending.flatMap(({ operation }) => operation?.parts ?? []);
  const undone = new Set(parts.filter(marksAsError).map(nameOf));
  const had = new Set(resources.map(({ type, text }) => nameIn(type, text)));
  return pending.flatMap(({ operation, state }) =>
    (operation?.parts ?? []).flatMap((part) => {
      if (part.op !== 'create' || !isTold(operation, part)) return [];
      if (undone.has(nameOf(part)) || had.has(nameOf(part))) return [];
      const unsent = MAY_HAVE_ARRIVED.includes(state) ? 'arrival-not-known' : 'not-sent';
      const resource: unknown = JSON.parse(part.body);
      return [{ fullUrl: addressOn(base, part.type, part.id), resource, unsent } as const];
    }),
  );
}

/**
 * A line of the plan is told of every type. Its marker and the task of a proposal are told where they are sent. Of a press on a
 * thread its message says everything: the place where it was pressed goes with its window, and who comes next must know of it.
 */
function isTold(operation: OutboxEntry['operation'], { type }: OperationPart): boolean {
  const what = takenIntentIn(operation?.about ?? null)?.what.kind;
  const isLine = what === 'plan-line' && type !== 'Provenance';
  const isPress = what === 'thread-entry' && type === 'Communication';
  return TOLD.includes(type) || isLine || isPress;
}

function nameOf({ type, id }: Pick<OperationPart, 'type' | 'id'>): string {
  return `${type}/${id}`;
}

function nameIn(type: string, text: string): string {
  const { id } = JSON.parse(text) as { readonly id?: unknown };
  return `${type}/${typeof id === 'string' ? id : ''}`;
}

/** Whether a part takes back, or marks as entered in error, what another one creates. */
function marksAsError(part: OperationPart): boolean {
  return (
    part.op === 'update' &&
    part.edits.some(
      ({ path, to }) => path[0] === 'status' && to.is === 'value' && to.value === 'entered-in-error',
    )
  );
}
