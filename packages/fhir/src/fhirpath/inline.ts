import { lineage, type OutlineItem } from '../questionnaire/outline.ts';
import { notCovered } from './not-covered.ts';
import type { Syntax } from './syntax.ts';

/** The text of a variable, and the item that declares it. `null`: the form declares it. */
export interface Declared {
  readonly syntax: Syntax;
  readonly at: OutlineItem | null;
}

/** The declaration of a name as seen from an item. `null`: the name comes from outside, or does not exist. */
export type Find = (name: string, from: OutlineItem | null) => Declared | null;

/** Functions that look at each member of their list, so that a path in their brackets begins there. */
const EACH = new Set(['where', 'select', 'all', 'exists', 'repeat', 'aggregate']);
/** Functions without a list before them. */
const ROOTLESS = new Set(['iif', 'today', 'now', 'timeOfDay']);
/** Parts of an expression. Variables within variables could multiply without end. */
const MOST_PARTS = 5000;

/**
 * The expression of an item with its variables written into it, so that it can be evaluated on its own.
 * @throws {NotCovered} where a variable is in a row that cannot be named from elsewhere, or the whole would
 * be too long
 */
export function inlined(syntax: Syntax, item: OutlineItem | null, find: Find): Syntax {
  let parts = 0;
  const within = (
    node: Syntax,
    at: OutlineItem | null,
    root: Syntax | null,
    open: readonly string[],
  ): Syntax => {
    parts += 1;
    if (parts > MOST_PARTS) notCovered('too long with its variables');
    const again = (each: Syntax) => within(each, at, root, open);
    switch (node.kind) {
      case 'variable': {
        if (node.name === 'context' && root !== null) return root;
        const found = find(node.name, at);
        if (found === null) return node;
        const name = `${found.at?.id ?? ''}|${node.name}`;
        if (open.includes(name)) return notCovered('a variable made of itself');
        const begins = found.at === item ? null : rootOf(found.at);
        return within(found.syntax, found.at, begins, [...open, name]);
      }
      case 'this':
        return root ?? node;
      case 'member':
        return { ...node, of: node.of === null ? root : again(node.of) };
      case 'call': {
        const of = node.of === null ? (ROOTLESS.has(node.name) ? null : root) : again(node.of);
        const inner = EACH.has(node.name) ? (each: Syntax) => within(each, at, null, open) : again;
        return { ...node, of, args: node.args.map(inner) };
      }
      case 'indexer':
        return { ...node, of: again(node.of), at: again(node.at) };
      case 'sign':
      case 'type':
        return { ...node, of: again(node.of) };
      case 'operation':
        return { ...node, left: again(node.left), right: again(node.right) };
      default:
        return node;
    }
  };
  return within(syntax, item, null, []);
}

/** The path from the response to an item. */
function rootOf(item: OutlineItem | null): Syntax {
  let path: Syntax = { kind: 'variable', name: 'resource' };
  for (const each of [...lineage(item)].reverse()) {
    if (each.repeats) notCovered('a variable in a row');
    const underAnswer = each.parent !== null && each.parent.type !== 'group';
    const of: Syntax = underAnswer ? { kind: 'member', of: path, name: 'answer' } : path;
    path = {
      kind: 'call',
      of: { kind: 'member', of, name: 'item' },
      name: 'where',
      args: [
        {
          kind: 'operation',
          op: '=',
          left: { kind: 'member', of: null, name: 'linkId' },
          right: { kind: 'literal', value: each.id },
        },
      ],
    };
  }
  return path;
}
