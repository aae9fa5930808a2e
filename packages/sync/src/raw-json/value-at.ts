import type { FieldValue, Json, PathStep } from '@ehch/store';
import { rawTree, type RawNode } from './raw-tree.ts';
import { rowKey } from './row-key.ts';

/**
 * The value at a path of a JSON text. A path that leads nowhere is `absent`.
 *
 * @throws {EhchError} `malformed` if the text is not JSON
 */
export function valueAt(text: string, path: readonly PathStep[]): FieldValue {
  const raw = rawAt(text, path);
  return raw === null ? { is: 'absent' } : { is: 'value', value: JSON.parse(raw) as Json };
}

/**
 * The characters of the value at a path, exactly as they were written. `null` if there is none.
 *
 * @throws {EhchError} `malformed` if the text is not JSON
 */
export function rawAt(text: string, path: readonly PathStep[]): string | null {
  let node: RawNode | undefined = rawTree(text);
  let field = '';
  for (const step of path) {
    node = childAt(text, node, field, step);
    if (node === undefined) return null;
    if (typeof step === 'string') field = step;
  }
  return text.slice(node.start, node.end);
}

/** The value below a node. `field` names the list that the node is, if it is one. */
export function childAt(text: string, node: RawNode, field: string, step: PathStep): RawNode | undefined {
  if (typeof step === 'string')
    // A name that is given twice counts as its last value, as JSON.parse has it.
    return node.kind === 'object' ? node.members.findLast(({ key }) => key === step)?.value : undefined;
  if (node.kind !== 'array') return undefined;
  if (typeof step === 'number') return node.items[step];
  return node.items.find((item) => rowKey(field, parsed(text, item)) === step.key);
}

/** A node's value. */
export function parsed(text: string, node: RawNode): Json {
  return JSON.parse(text.slice(node.start, node.end)) as Json;
}
