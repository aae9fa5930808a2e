import type { Adapter } from '../hosts/binding.ts';
import type { Step } from '../hosts/template.ts';
import { hasInside, isElement, matches } from './native.ts';
import { fieldsOf } from './read-banner.ts';
import { selectorOfStep, shadowsOn } from './select.ts';

/**
 * Tells of a change in the page whether it may put another banner there, or something that makes the page nobody's: a
 * list, a search. It looks at the changed elements alone, so a page pays only for what it changed itself.
 */
export function concerns(adapters: readonly Adapter[]): (change: MutationRecord) => boolean {
  const selector = adapters.flatMap(pathsOf).flat().map(selectorOfAny).join();
  return ({ type, target, addedNodes, removedNodes }) => {
    if (type === 'attributes') return isElement(target) && matches(target, selector);
    return [...addedNodes, ...removedNodes].some(
      (node) => isElement(node) && (matches(node, selector) || hasInside(node, selector)),
    );
  };
}

/** The shadow roots in which banners stand. A page's changes inside them reach nobody who observes the page alone. */
export function shadowsOfBanners(document: Document, adapters: readonly Adapter[]): readonly ShadowRoot[] {
  return adapters.flatMap(pathsOf).flatMap((path) => shadowsOn(document, path));
}

function pathsOf({ template: { layouts, reject } }: Adapter): readonly (readonly Step[])[] {
  const banners = layouts.flatMap((layout) => {
    const { root = [] } = layout;
    const places = Object.values(fieldsOf(layout)).flatMap((field) =>
      field && 'path' in field ? [field.path, ...(field.or ?? [])] : [],
    );
    return [...(root.length > 0 ? [root] : []), ...places.map((path) => [...root, ...path])];
  });
  return [...reject, ...banners];
}

/** Each step by itself, because a change further out can complete a path. One that comes or goes moves the count. */
function selectorOfAny(step: Step): string {
  return selectorOfStep({ ...step, nth: undefined });
}
