/** All text that a person can read, in lower case, across shadow roots. */
export function textOf(root: Node): string {
  return read(root).replace(/\s+/g, ' ').toLowerCase();
}

function read(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof Element)) return childrenOf(node);
  if (node.localName === 'style' || node.hasAttribute('hidden')) return '';
  if (node.shadowRoot) return childrenOf(node.shadowRoot);
  // The probe asks in every frame and must not slow what it measures. So it reads an element that holds only text at once.
  return node.childElementCount === 0 ? (node.textContent ?? '') : childrenOf(node);
}

function childrenOf(node: Node): string {
  let words = '';
  for (let child = node.firstChild; child; child = child.nextSibling) words += ` ${read(child)}`;
  return words;
}
