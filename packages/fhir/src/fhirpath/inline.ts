import { lineage, type OutlineItem } from '../questionnaire/outline.ts';
import { notCovered } from './not-covered.ts';
import type { Syntax } from './syntax.ts';

/** A variable's own text, and the item that it stands at (`null`: the form). */
export interface Declared {
  readonly syntax: Syntax;
  readonly at: OutlineItem | null;
}

/** The declaration that a name means, seen from an item. `null`: it is given from outside, or not at all. */
export type Find = (name: string, from: OutlineItem | null) => Declared | null;

/** These look at each member of their list, so that a path in their brackets begins there. */
const EACH = new Set(['where', 'select', 'all', 'exists', 'repeat', 'aggregate']);
/** These begin nowhere. */
const ROOTLESS = new Set(['iif', 'today', 'now', 'timeOfDay']);
const MOST_PARTS = 5000;

/**
 * The expression of an item with its variables written into it, so that it can be evaluated by itself.
 * @throws {NotCovered} where a variable stands in a row that cannot be named from elsewhere, or all would be too long.
 */
export function inlined(syntax: Syntax, item: OutlineItem | null, find: Find): Syntax {
  let parts = 0;
  const within = (
    it: Syntax,
    at: OutlineItem | null,
    root: Syntax | null,
    open: readonly string[],
  ): Syntax => {
    parts += 1;
    if (parts > MOST_PARTS) notCovered('too long with its variables');
    const again = (each: Syntax) => within(each, at, root, open);
    switch (it.kind) {
      case 'variable': {
        if (it.name === 'context' && root !== null) return root;
        const found = find(it.name, at);
        if (found === null) return it;
        const name = `${found.at?.id ?? ''}|${it.name}`;
        if (open.includes(name)) return notCovered('a variable made of itself');
        const begins = found.at === item ? null : rootOf(found.at);
        return within(found.syntax, found.at, begins, [...open, name]);
      }
      case 'this':
        return root ?? it;
      case 'member':
        return { ...it, of: it.of === null ? root : again(it.of) };
      case 'call': {
        const of = it.of === null ? (ROOTLESS.has(it.name) ? null : root) : again(it.of);
        const inner = EACH.has(it.name) ? (each: Syntax) => within(each, at, null, open) : again;
        return { ...it, of, args: it.args.map(inner) };
      }
      case 'indexer':
        return { ...it, of: again(it.of), at: again(it.at) };
      case 'sign':
      case 'type':
        return { ...it, of: again(it.of) };
      case 'operation':
        return { ...it, left: again(it.left), right: again(it.right) };
      default:
        return it;
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
