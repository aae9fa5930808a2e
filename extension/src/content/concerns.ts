import type { Adapter } from '../hosts/binding.ts';
import type { Step } from '../hosts/template.ts';
import { hasInside, matches, nodeType } from './native.ts';
import { selectorOfStep } from './select.ts';

/**
 * Tells of a change in the page whether it may put another banner there, or something that makes the page nobody's: a
 * list, a search. It looks at the changed elements alone, so a page pays only for what it changed itself.
 */
export function concerns(adapters: readonly Adapter[]): (change: MutationRecord) => boolean {
  const selector = adapters.flatMap(pathsOf).map(lastStep).join();
  const isElement = (node: Node): node is Element => nodeType(node) === 1;
  return ({ type, target, addedNodes }) => {
    if (type === 'attributes') return isElement(target) && matches(target, selector);
    return [...addedNodes].some(
      (node) => isElement(node) && (matches(node, selector) || hasInside(node, selector)),
    );
  };
}

function pathsOf({ template: { layouts, reject } }: Adapter): readonly (readonly Step[])[] {
  const banners = layouts.flatMap(({ root, subject }) => [...(root ? [root] : []), subject.nhsNumber.path]);
  return [...reject, ...banners];
}

/** The last step alone finds more than the whole path does, and never less. */
function lastStep(path: readonly Step[]): string {
  const last = path.at(-1);
  return last === undefined ? '*' : selectorOfStep(last);
}
