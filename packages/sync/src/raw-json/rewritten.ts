import { isObject } from '@ehch/fhir';
import type { Json } from '@ehch/store';
import type { RawNode } from './raw-tree.ts';
import { sameValue } from './same-value.ts';
import { parsed } from './value-at.ts';

/**
 * The characters of a value that takes a node's place. What says the same as before keeps its characters, so that a
 * `7.10` beside a changed field stays `7.10`.
 */
export function rewritten(text: string, node: RawNode, value: Json): string {
  if (sameValue(parsed(text, node), value)) return text.slice(node.start, node.end);
  if (node.kind === 'object' && isObject(value)) return rewrittenObject(text, node, value);
  if (node.kind === 'array' && Array.isArray(value)) return rewrittenList(text, node.items, value);
  return JSON.stringify(value);
}

function rewrittenObject(
  text: string,
  { members }: Extract<RawNode, { kind: 'object' }>,
  value: { readonly [key: string]: Json },
): string {
  const before = new Map(members.map((member) => [member.key, member.value]));
  const order = [...before.keys(), ...Object.keys(value)].filter((key) => Object.hasOwn(value, key));
  const fields = [...new Set(order)].map((key) => {
    const node = before.get(key);
    const field = value[key] ?? null;
    return `${JSON.stringify(key)}:${node === undefined ? JSON.stringify(field) : rewritten(text, node, field)}`;
  });
  return `{${fields.join(',')}}`;
}

function rewrittenList(text: string, items: readonly RawNode[], values: readonly Json[]): string {
  const free = new Set(items);
  const take = (node: RawNode | undefined): RawNode | undefined => {
    if (node === undefined || !free.has(node)) return undefined;
    free.delete(node);
    return node;
  };
  // Unchanged rows claim their characters first, wherever they stand now.
  const same = values.map((value) => take([...free].find((item) => sameValue(parsed(text, item), value))));
  const rows = values.map((value, at) => {
    const node = same[at] ?? take(items[at]);
    return node === undefined ? JSON.stringify(value) : rewritten(text, node, value);
  });
  return `[${rows.join(',')}]`;
}
