import type { FieldEdit } from '@ehch/store';
import { valueAt } from '../raw-json/value-at.ts';
import { edited, mergeEdits, same, type Merged } from './merge.ts';
import { pathWords } from './path-words.ts';

export type EditDecision =
  /** Every field has the value already. */
  | { readonly state: 'already' }
  | { readonly state: 'safe'; readonly body: string }
  | { readonly state: 'conflict'; readonly paths: readonly string[] };

/**
 * Decides what edits mean on the newest version of a resource (sync SPEC P7). A field is safe only if it still has the
 * value that the person saw.
 *
 * @throws {EhchError} `malformed` if the body is not JSON
 */
export function decideEdits(edits: readonly FieldEdit[], body: string): EditDecision {
  // The edits of one person may build on each other, so each is judged on what the ones before it have made.
  let text = body;
  const paths: string[] = [];
  for (const edit of edits) {
    const now = valueAt(text, edit.path);
    if (same(now, edit.to) && !isOvertaken(edit)) continue;
    if (same(now, edit.from)) text = edited(text, [edit]);
    else paths.push(pathWords(edit.path));
  }
  if (paths.length > 0) return { state: 'conflict', paths };
  return text === body ? { state: 'already' } : { state: 'safe', body: text };
}

/** Whether somebody else was first, where the value is there already. Who decides over the other version has seen it. */
function isOvertaken({ from, to, isFirst }: FieldEdit): boolean {
  return isFirst === true && !same(from, to);
}

/**
 * Decides the same where somebody has changed the resource since. Untouched fields are not enough then: the two changes
 * must also be of a kind that may be put together (P10).
 *
 * @param base the body on which the edits were made. `null`: it cannot be read any more, so a person decides
 */
export function decideOnChanged(
  type: string,
  edits: readonly FieldEdit[],
  base: string | null,
  body: string,
): EditDecision | Extract<Merged, { state: 'merged' }> {
  const alone = decideEdits(edits, body);
  if (alone.state !== 'safe') return alone;
  if (base === null) return { state: 'conflict', paths: edits.map(({ path }) => pathWords(path)) };
  return mergeEdits(type, edits, base, body);
}
