/** What a reader sees of a node, without what is there for a screen reader alone. */
export function shownText(root: Node): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('style, .spoken, .kit-foot') === null) text += node.textContent ?? '';
  }
  return text.replace(/\s+/g, ' ').trim();
}
