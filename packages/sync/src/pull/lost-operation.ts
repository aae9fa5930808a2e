import { textAt } from '@ehch/fhir';
import type { Acknowledgement, Operation, OperationPart } from '@ehch/store';
import { pressIdIn } from '../push/marks.ts';
import { withReference } from '../push/references.ts';

/**
 * What a lost write asked of the server, made again from its trace (SPEC L7). What it changed are the same edits as before,
 * and what it made are the accepted bodies, under the ids that the press gave them.
 */
export function lostOperation(acknowledgement: Acknowledgement): Operation {
  const { intent, resident, at, about, author, class: kind, bodies, updates } = acknowledgement;
  const changed = new Set(updates.map(({ type, id }) => `${type}/${id}`));
  const made = bodies.filter(({ type, id }) => !changed.has(`${type}/${id}`));
  const named = made.map(({ type, id, text }) => ({ type, id, own: pressIdIn(text) ?? id, text }));
  const parts = named.map(({ type, own, text }): OperationPart => {
    // A server that gave its own ids will give others.
    const body = named.reduce(
      (now, other) => withReference(now, `${other.type}/${other.id}`, `${other.type}/${other.own}`),
      text,
    );
    return { op: 'create', type, id: own, body };
  });
  return {
    format: 1,
    intent,
    resident,
    class: kind,
    author,
    pressedAt: textAt(about, 'pressedAt') ?? at,
    clockOffsetMs: null,
    dependsOn: [],
    parts: [...parts, ...updates],
    about,
  };
}
