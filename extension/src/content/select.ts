import type { Step } from '../hosts/adapter.ts';
import { nodeType, selectInDocument, selectInElement } from './native.ts';

/** All elements that a path of structured steps leads to, from an element or a whole document. */
export function select(within: Document | Element, path: readonly Step[]): readonly Element[] {
  const selector = selectorOf(path);
  return [...(isDocument(within) ? selectInDocument(within, selector) : selectInElement(within, selector))];
}

/** The selector is written here, from parts that are escaped, so that nothing in an adapter can be read as CSS. */
export function selectorOf(path: readonly Step[]): string {
  return [':scope', ...path.map((step) => `${step.rel === 'child' ? '> ' : ''}${compound(step)}`)].join(' ');
}

function compound({ tag, id, cls = [], attr = [], nth }: Step): string {
  return [
    tag === undefined ? '' : escape(tag),
    id === undefined ? '' : `#${escape(id)}`,
    ...cls.map((each) => `.${escape(each)}`),
    ...attr.map(({ name, op, value }) => `[${escape(name)}${op}"${escape(value)}"]`),
    nth === undefined ? '' : `:nth-of-type(${nth})`,
  ].join('');
}

/** A whole identifier or the inside of a string: whatever is not plainly a letter is written as its number. */
function escape(text: string): string {
  return Array.from(text)
    .map((character, at) =>
      /[a-zA-Z_]/.test(character) || (at > 0 && /[0-9-]/.test(character))
        ? character
        : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
    )
    .join('');
}

/** By the node's own word: `instanceof` says no for a document of another frame. */
function isDocument(node: Document | Element): node is Document {
  return nodeType(node) === Node.DOCUMENT_NODE;
}
