/** How many of the words that a reader sees stand back: dates, sources and names in the secondary colour. */
export interface WordShare {
  readonly words: number;
  readonly secondary: number;
  /** 0 to 1. */
  readonly share: number;
}

/** Counts the words on screen under a root, by the colour in which each is drawn. */
export function secondaryWords(root: ParentNode): WordShare {
  const base = root.querySelector<HTMLElement>('.base');
  if (base === null) throw new Error('There is no component under this root.');
  const secondaryColour = colourOf(base, 'var(--_secondary)');
  const walker = document.createTreeWalker(base, NodeFilter.SHOW_TEXT);
  let words = 0;
  let secondary = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest('style, .spoken, [hidden]') !== null) continue;
    if (!parent.checkVisibility()) continue;
    const n = node.textContent?.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
    words += n;
    if (getComputedStyle(parent).color === secondaryColour) secondary += n;
  }
  return { words, secondary, share: words === 0 ? 0 : secondary / words };
}

/** A colour as the browser computes it. */
function colourOf(base: HTMLElement, colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  base.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
