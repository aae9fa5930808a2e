import type { OperationPart } from '@ehch/store';
import { editAt } from '../raw-json/edit-at.ts';

type Address = Pick<OperationPart, 'type' | 'id'>;

/** References to resources that the same transaction creates under ids of the server's. */
export function withUrns(body: string, posted: readonly Address[]): string {
  return posted.reduce((text, { type, id }) => withReference(text, `${type}/${id}`, `urn:uuid:${id}`), body);
}

/** A text in which each reference to one address leads to another. Other text that looks like it stays. */
export function withReference(text: string, from: string, to: string): string {
  return text.replaceAll(
    new RegExp(`("reference"\\s*:\\s*)${literal(JSON.stringify(from))}`, 'g'),
    (_, name: string) => name + JSON.stringify(to),
  );
}

/** A body for a server that gives the id itself. */
export function withoutId(body: string): string {
  return editAt(body, ['id'], { is: 'absent' });
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
