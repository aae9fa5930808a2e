import { isElement, localName, parentElement, previousElement, rootOf, shadowOf } from '../content/native.ts';
import { select } from '../content/select.ts';
import type { Step } from '../hosts/template.ts';
import { described, isTag, named, type Descriptor, type MayKeep } from './tokens.ts';

/** Steps of a path, as a template allows them. */
const MOST_STEPS = 8;
/** Elements around another that are looked at. Each costs a search of the page. */
const MOST_AROUND = 12;
const MOST_COUNTED = 99;

/**
 * The shortest path that leads to exactly this element, from a page or an element around it; through open shadow
 * roots too. `null`: no path of a template does.
 */
export function stepsTo(target: Element, within: Document | Element, may: MayKeep): readonly Step[] | null {
  const hosts = hostsAround(target, within);
  if (hosts === null) return null;
  const trees = [...hosts, target];
  const steps = trees.map((each, at) => stepsInTree(each, trees[at - 1] ?? within, at > 0, may));
  if (steps.some((each) => each === null)) return null;
  const path = steps.flatMap((each) => each ?? []);
  if (path.length === 0 || path.length > MOST_STEPS) return null;
  const [found, ...more] = select(within, path);
  return found === target && more.length === 0 ? path : null;
}

/** The elements in whose shadow roots a target stands, the outermost first. `null`: it is not inside at all. */
export function hostsAround(target: Element, within: Document | Element): readonly Element[] | null {
  const hosts: Element[] = [];
  let root = rootOf(target);
  while (root !== rootOf(within)) {
    const { host } = root as ShadowRoot;
    if (!host || shadowOf(host) !== root) return null;
    hosts.unshift(host);
    root = rootOf(host);
  }
  return hosts;
}

function stepsInTree(
  target: Element,
  within: Document | Element,
  isShadow: boolean,
  may: MayKeep,
): readonly Step[] | null {
  const first: Step['rel'] = isShadow ? 'shadow' : 'descendant';
  const leads = (path: readonly Step[]) => {
    const isSound = path.length <= MOST_STEPS && path.every(isKept);
    const [found, ...more] = isSound ? select(within, path) : [];
    return found === target && more.length === 0;
  };
  const own = described(target, may);
  const around = ancestors(target, within);
  for (const step of own) if (leads([as(step, first)])) return [as(step, first)];
  for (const outer of around)
    for (const outside of named(outer, may))
      for (const step of own) {
        const path = [as(outside, first), as(step, 'descendant')];
        if (leads(path)) return path;
      }
  const path = counted(target, around, first, may).find(leads);
  return path === undefined ? null : uncounted(path, leads);
}

/** Counts only where it has to: in a list of one row, a count would read the first row of every longer one. */
function uncounted(path: readonly Step[], leads: (path: readonly Step[]) => boolean): readonly Step[] {
  return path.reduce((kept, { nth, ...step }, at) => {
    if (nth === undefined) return kept;
    const without = kept.with(at, step);
    return leads(without) ? without : kept;
  }, path);
}

/** A template holds no three figures in a row: they could be of a person. */
function isKept({ tag, nth = 1 }: Step): boolean {
  return (tag === undefined || isTag(tag)) && nth <= MOST_COUNTED;
}

/** Paths that count siblings: they break first when a page changes. */
function counted(
  target: Element,
  around: readonly Element[],
  first: Step['rel'],
  may: MayKeep,
): readonly (readonly Step[])[] {
  const chain = [target, ...around];
  return [
    ...around.flatMap((outer, at) =>
      named(outer, may).map((step) => [as(step, first), ...down(chain.slice(0, at + 1))]),
    ),
    [as(counting(target), first)],
    ...around.map((outer, at) => [as(counting(outer), first), ...down(chain.slice(0, at + 1))]),
  ];
}

/** From the outermost of these elements to the first, each directly inside the one before. */
function down(chain: readonly Element[]): readonly Step[] {
  return chain.toReversed().map((each) => as(counting(each), 'child'));
}

function counting(element: Element): Descriptor {
  const tag = localName(element);
  let nth = 1;
  for (let at = previousElement(element); at !== null; at = previousElement(at))
    if (localName(at) === tag) nth += 1;
  return { tag, nth };
}

/** The elements around another in its own tree, the nearest first. */
function ancestors(target: Element, within: Document | Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = parentElement(target); at !== null && at !== within; at = parentElement(at))
    if (isElement(at) && localName(at) !== 'html') found.push(at);
  return found.slice(0, MOST_AROUND);
}

function as(step: Descriptor, rel: Step['rel']): Step {
  return { ...step, rel };
}
