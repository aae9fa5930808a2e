import type { Syntax } from './syntax.ts';

/** What an expression is made of. */
export function partsOf(it: Syntax): readonly Syntax[] {
  switch (it.kind) {
    case 'member':
      return it.of === null ? [] : [it.of];
    case 'call':
      return it.of === null ? it.args : [it.of, ...it.args];
    case 'indexer':
      return [it.of, it.at];
    case 'sign':
    case 'type':
      return [it.of];
    case 'operation':
      return [it.left, it.right];
    default:
      return [];
  }
}
