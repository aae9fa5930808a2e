/** What an observer in a page notes, on every change of its document and not by looking now and then. */
export interface Noted {
  readonly at: number;
  readonly where: 'shell' | 'renderer';
  /** Family names of known residents that stand in the document. */
  readonly names: readonly string[];
  readonly frames: number;
}

const MARK = 'observed:';

/**
 * Runs in a page of the extension. The shell's names are those of its header; the renderer's are all in its document,
 * shadow roots and all. Each change is written to the console, which outlives a frame that is taken away.
 */
export function observer(families: readonly string[], mark: string): void {
  const where = location.pathname.endsWith('render.html') ? 'renderer' : 'shell';
  const observed = new WeakSet<Node>();
  const textOf = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    let text = '';
    if (node instanceof Element && node.shadowRoot) {
      observe(node.shadowRoot);
      text += textOf(node.shadowRoot);
    }
    for (const child of node.childNodes) text += ` ${textOf(child)}`;
    return text;
  };
  const note = (): void => {
    const text = textOf(
      where === 'shell' ? (document.querySelector('header') ?? document.body) : document.body,
    ).toUpperCase();
    const names = families.filter((family) => text.includes(family));
    const frames = document.querySelectorAll('iframe').length;
    // eslint-disable-next-line no-console -- the console is how this gets out of a sandboxed frame
    console.debug(
      mark + JSON.stringify({ at: performance.timeOrigin + performance.now(), where, names, frames }),
    );
  };
  const watching = new MutationObserver(note);
  function observe(root: Node): void {
    if (observed.has(root)) return;
    observed.add(root);
    watching.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  }
  const start = (): void => {
    observe(document.documentElement);
    note();
  };
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start, { once: true });
}

export const observing = (families: readonly string[]): [readonly string[], string] => [families, MARK];

export function readNote(line: string): Noted | null {
  return line.startsWith(MARK) ? (JSON.parse(line.slice(MARK.length)) as Noted) : null;
}

/** Every moment at which a record stood below another person's name, or below none. */
export function mixed(notes: readonly Noted[]): string[] {
  const found: string[] = [];
  const inOrder = [...notes].sort((a, b) => a.at - b.at);
  let header: readonly string[] = [];
  for (const { where, names, at } of inOrder) {
    if (where === 'shell') header = names;
    else
      for (const name of names)
        if (!header.includes(name)) found.push(`${name} below ${header.join() || 'nobody'} at ${at}`);
  }
  return found;
}
