import type { FormNode } from './compile.ts';

/**
 * Whether an answer to an item may change what else is asked: something is shown by it or by a total of it, or stands under it.
 * Where not, that can be told without answering it.
 */
export function decidesWhatIsAsked(node: FormNode): boolean {
  return node.children.length > 0 || isReadToShow(node, new Set());
}

/** The same of a row that is added to a list. */
export function rowDecidesWhatIsAsked(list: FormNode): boolean {
  return isReadToShow(list, new Set()) || list.children.some(decidesWhatIsAsked);
}

/** `seen`: totals may need each other. */
function isReadToShow(node: FormNode, seen: Set<FormNode>): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  return node.readers.some((step) => step.does === 'show' || isReadToShow(step.node, seen));
}
