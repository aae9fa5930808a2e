/** What an observer in a page notes, on every change of its document and not by looking now and then. */
export interface Noted {
  readonly at: number;
  readonly where: 'shell' | 'renderer';
  /** Family names of known residents that stand in the document. */
  readonly names: readonly string[];
  /** Which renderer frame the shell has, counted from one. 0: none. */
  readonly frame: number;
}

const MARK = 'observed:';

/**
 * Runs in a page of the extension. The shell's names are those of its header; the renderer's are all in its document,
 * shadow roots and all. With a mark, each change is written to the console, which outlives a frame that is taken away;
 * without one, the shell keeps all of them as `noted`.
 */
export function observer(families: readonly string[], mark: string): void {
  const where = location.pathname.endsWith('render.html') ? 'renderer' : 'shell';
  const observed = new WeakSet<Node>();
  const kept: unknown[] = [];
  const numbers = new WeakMap<Element, number>();
  let count = 0;
  if (where === 'shell' && mark === '') {
    Object.assign(globalThis, { noted: kept });
    addEventListener(
      'message',
      ({ data }: MessageEvent<{ noted?: unknown } | null>) => data?.noted && kept.push(data.noted),
    );
  }
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
    const iframe = document.querySelector('iframe');
    if (iframe && !numbers.has(iframe)) numbers.set(iframe, ++count);
    const frame = (iframe && numbers.get(iframe)) ?? 0;
    const noted = { at: performance.timeOrigin + performance.now(), where, names, frame };
    // A frame that is taken away leaves nothing behind: what it saw is told at once.
    if (mark !== '') console.debug(mark + JSON.stringify(noted));
    else if (where === 'renderer') parent.postMessage({ noted }, '*');
    else kept.push(noted);
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
  let drawn: readonly string[] = [];
  let current = 0;
  for (const { where, names, at, frame } of inOrder) {
    if (where === 'renderer') drawn = names;
    else {
      header = names;
      // What was drawn went with the frame that it was drawn in.
      if (frame !== current) drawn = [];
      current = frame;
    }
    for (const name of drawn)
      if (!header.includes(name)) found.push(`${name} below ${header.join() || 'nobody'} at ${at}`);
  }
  return found;
}
