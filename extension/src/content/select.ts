import type { Step } from '../hosts/template.ts';
import { nodeType, selectInDocument, selectInElement, selectInShadow, shadowOf } from './native.ts';

/** Returns all elements that a path of structured steps leads to, from an element or a whole document. */
export function select(within: Document | Element, path: readonly Step[]): readonly Element[] {
  const [first = [], ...inside] = atShadows(path);
  let found = first.length === 0 && !isDocument(within) ? [within] : selectIn(within, first);
  for (const steps of inside) {
    const next = found.flatMap((host) => {
      const shadow = shadowOf(host);
      return shadow === null ? [] : [...selectInShadow(shadow, selectorInShadow(steps))];
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
    tag === undefined ? '' : escape(tag),
    id === undefined ? '' : `#${escape(id)}`,
    ...cls.map((each) => `.${escape(each)}`),
    ...attr.map(selectorOfAttribute),
    nth === undefined ? '' : `:nth-of-type(${nth})`,
  ].join('');
}

function selectorOfAttribute(attribute: NonNullable<Step['attr']>[number]): string {
  const name = escape(attribute.name);
  return attribute.op === 'present' ? `[${name}]` : `[${name}${attribute.op}"${escape(attribute.value)}"]`;
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

function selectIn(within: Document | Element, path: readonly Step[]): Element[] {
  if (path.length === 0) return [];
  const selector = selectorOf(path);
  return [...(isDocument(within) ? selectInDocument(within, selector) : selectInElement(within, selector))];
}

/** Escapes an identifier or the inside of a string. Every character but plain letters and digits becomes its code. */
export function escape(text: string): string {
  return Array.from(text)
    .map((character, at) =>
      /[a-zA-Z_]/.test(character) || (at > 0 && /[0-9-]/.test(character))
        ? character
        : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
    )
    .join('');
}

/** Compares the node type, because `instanceof` is false for a document of another frame. */
function isDocument(node: Document | Element): node is Document {
  return nodeType(node) === Node.DOCUMENT_NODE;
}
