import type { Step } from '../hosts/template.ts';
import { isDocument, selectAll, shadowOf } from './native.ts';

/** Returns all elements that a path of structured steps leads to, from an element or a whole document. */
export function select(within: Document | Element, path: readonly Step[]): readonly Element[] {
  const [first = [], ...inside] = atShadows(path);
  let found: readonly Element[];
  if (first.length > 0) found = [...selectAll(within, selectorOf(first))];
  else found = isDocument(within) ? [] : [within];
  for (const steps of inside) {
    const next = found.flatMap((host) => {
      const shadow = shadowOf(host);
      return shadow === null ? [] : [...selectAll(shadow, selectorInShadow(steps))];
    });
    found = [...new Set(next)];
  }
  return found;
}

/** The open shadow roots that a path leads through, on a page as it stands now. */
export function shadowsOn(within: Document | Element, path: readonly Step[]): readonly ShadowRoot[] {
  return path.flatMap(({ rel }, at) =>
    rel === 'shadow' && at > 0
      ? select(within, path.slice(0, at)).flatMap((host) => shadowOf(host) ?? [])
      : [],
  );
}

/** Builds the selector from escaped parts, so that no text of a template can act as CSS. */
export function selectorOf(path: readonly Step[]): string {
  return [':scope', ...path.map(selectorOfRelated)].join(' ');
}

/** In a shadow root there is no `:scope`. The first step may stand anywhere in it. */
function selectorInShadow(path: readonly Step[]): string {
  return path.map(selectorOfRelated).join(' ');
}

function selectorOfRelated(step: Step): string {
  return `${step.rel === 'child' ? '> ' : ''}${selectorOfStep(step)}`;
}

/** The selector of one step, without its relation to the step before. */
export function selectorOfStep({ tag, id, cls = [], attr = [], nth }: Step): string {
  return [
    tag === undefined ? '' : CSS.escape(tag),
    id === undefined ? '' : `#${CSS.escape(id)}`,
    ...cls.map((each) => `.${CSS.escape(each)}`),
    ...attr.map(selectorOfAttribute),
    nth === undefined ? '' : `:nth-of-type(${nth})`,
  ].join('');
}

function selectorOfAttribute(attribute: NonNullable<Step['attr']>[number]): string {
  const name = CSS.escape(attribute.name);
  return attribute.op === 'present'
    ? `[${name}]`
    : `[${name}${attribute.op}"${CSS.escape(attribute.value)}"]`;
}

/** The parts of a path: the steps up to a shadow root, those inside it up to the next, and so on. */
function atShadows(path: readonly Step[]): readonly (readonly Step[])[] {
  const parts: Step[][] = [[]];
  for (const step of path) {
    if (step.rel === 'shadow') parts.push([]);
    parts.at(-1)?.push(step);
  }
  return parts;
}
