import type { Syntax } from './syntax.ts';

/** The direct parts of an expression. */
export function partsOf(node: Syntax): readonly Syntax[] {
  switch (node.kind) {
    case 'member':
      return node.of === null ? [] : [node.of];
    case 'call':
      return node.of === null ? node.args : [node.of, ...node.args];
    case 'indexer':
      return [node.of, node.at];
    case 'sign':
    case 'type':
      return [node.of];
    case 'operation':
      return [node.left, node.right];
    default:
      return [];
  }
}
