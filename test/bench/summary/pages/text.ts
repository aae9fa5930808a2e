/** All that the eye reads, lower case, across shadow roots. */
export function textOf(root: Node): string {
  const read = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (node.nodeName === 'STYLE' || (node instanceof HTMLElement && node.hidden)) return '';
    const within = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
    return [...within.childNodes].map(read).join(' ');
  };
  return read(root).replace(/\s+/g, ' ').toLowerCase();
}
