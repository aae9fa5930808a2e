import type { Step } from '../hosts/template.ts';
import { nodeType, selectInDocument, selectInElement } from './native.ts';

/** Returns all elements that a path of structured steps leads to, from an element or a whole document. */
export function select(within: Document | Element, path: readonly Step[]): readonly Element[] {
  const selector = selectorOf(path);
  return [...(isDocument(within) ? selectInDocument(within, selector) : selectInElement(within, selector))];
}

/** Builds the selector from escaped parts, so that no text of an adapter can act as CSS. */
export function selectorOf(path: readonly Step[]): string {
  return [':scope', ...path.map((step) => `${step.rel === 'child' ? '> ' : ''}${selectorOfStep(step)}`)].join(
    ' ',
  );
}

/** The selector of one step, without its relation to the step before. */
export function selectorOfStep({ tag, id, cls = [], attr = [], nth }: Step): string {
  return [
    tag === undefined ? '' : escape(tag),
    id === undefined ? '' : `#${escape(id)}`,
    ...cls.map((each) => `.${escape(each)}`),
    ...attr.map(({ name, op, value }) => `[${escape(name)}${op}"${escape(value)}"]`),
    nth === undefined ? '' : `:nth-of-type(${nth})`,
  ].join('');
}

/** Escapes an identifier or the inside of a string. Every character but plain letters and digits becomes its code. */
function escape(text: string): string {
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
