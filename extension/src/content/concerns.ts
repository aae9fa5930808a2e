import type { Adapter, Step } from '../hosts/adapter.ts';
import { hasInside, matches, nodeType } from './native.ts';
import { selectorOfStep } from './select.ts';

/**
 * Tells of a change in the page whether it may put another banner there, or something that makes the page nobody's: a
 * list, a search. It looks at the changed elements alone, so a page pays only for what it changed itself.
 */
export function concerns(adapters: readonly Adapter[]): (change: MutationRecord) => boolean {
  const selector = adapters.flatMap(pathsOf).flat().map(selectorOfAny).join();
  const isElement = (node: Node): node is Element => nodeType(node) === 1;
  return ({ type, target, addedNodes, removedNodes }) => {
    if (type === 'attributes') return isElement(target) && matches(target, selector);
    return [...addedNodes, ...removedNodes].some(
      (node) => isElement(node) && (matches(node, selector) || hasInside(node, selector)),
    );
  };
}

function pathsOf({ root, reject, subject }: Adapter): readonly (readonly Step[])[] {
  const { nhsNumber, dob, family, given } = subject;
  const fields = [nhsNumber, dob, family, given].flatMap((field) => (field ? [field.path] : []));
  return [...(root ? [root] : []), ...reject, ...fields];
}

/** Each step by itself, because a change further out can complete a path. One that comes or goes moves the count. */
function selectorOfAny(step: Step): string {
  return selectorOfStep({ ...step, nth: undefined });
}
