import { planKind, type PlanLineKind } from '@ehch/clinical/care-plan';
import { isObject, textAt } from '@ehch/fhir';
import type { OperationUpdate, OutboxEntry, StoredRecord, StoredResource } from '@ehch/store';
import { decideEdits } from '../conflicts/decide-edits.ts';

/** A copy as it is shown, with whether something of it still waits to be sent. */
export interface ShownCopy {
  readonly stored: StoredResource;
  readonly unsent: 'not-sent' | 'arrival-not-known' | null;
}

/**
 * The copies with what people here have changed of the plan and the server has not accepted. Whoever opens the plan again, offline or
 * after a restart, must see what was saved, and that it was not sent. A decision is shown as the server has it, and so is what
 * waits for a person: there both versions are shown.
 */
export function withWaitingLines({
  resources,
  pending,
}: Pick<StoredRecord, 'resources' | 'pending'>): readonly ShownCopy[] {
  const waiting = pending.flatMap(({ operation, state }) =>
    operation === null || !ON_THE_WAY.includes(state) || !isLineOfWords(operation.about)
      ? []
      : operation.parts.flatMap((part) => (part.op === 'update' ? [{ part, state }] : [])),
  );
  // Two copies under one name stay two: nobody here knows which is right.
  return resources.map((stored) =>
    waiting
      .filter(({ part }) => part.type === stored.type && part.id === stored.id)
      .reduce<ShownCopy>(withEdits, { stored, unsent: null }),
  );
}

function withEdits(
  copy: ShownCopy,
  { part, state }: { part: OperationUpdate; state: OutboxEntry['state'] },
): ShownCopy {
  const decided = decideEdits(part.edits, copy.stored.text);
  // Edits that do not fit the copy are a conflict, which their push finds.
  if (decided.state !== 'safe') return copy;
  const unsent = MAY_HAVE_ARRIVED.includes(state) ? 'arrival-not-known' : 'not-sent';
  return { stored: { ...copy.stored, text: decided.body }, unsent };
}

const ON_THE_WAY: readonly OutboxEntry['state'][] = [
  'queued',
  'sending',
  'unknown',
  'wait-auth',
  'wait-dependency',
];
const MAY_HAVE_ARRIVED: readonly OutboxEntry['state'][] = ['sending', 'unknown'];

function isLineOfWords(about: unknown): boolean {
  const what = isObject(about) ? about['what'] : null;
  if (textAt(what, 'kind') !== 'plan-line') return false;
  const kind = planKind((textAt(what, 'of') ?? '') as PlanLineKind) as
    ReturnType<typeof planKind> | undefined;
  return kind?.decided === null;
}
