/** What an observer in a page notes at every change of its document. It samples nothing, so it misses nothing. */
export interface Noted {
  readonly at: number;
  readonly where: 'shell' | 'renderer';
  /** Family names of known residents in the document. */
  readonly names: readonly string[];
  /** The number of the shell's renderer frame, counted from one. 0: the shell has none. */
  readonly frame: number;
}

const MARK = 'observed:';

/**
 * Runs in a page of the extension. In the shell it notes the names in the header. In the renderer it notes all names
 * in the document, shadow roots included. With a mark it writes each change to the console, which outlives a removed
 * frame. Without a mark the shell keeps the changes as `noted`.
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
    // A removed frame leaves nothing behind, so the observer reports at once.
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

/** Every moment at which a record stood below another person's name, or below no name. */
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
      // Removing a frame also removes everything in it.
      if (frame !== current) drawn = [];
      current = frame;
    }
    for (const name of drawn)
      if (!header.includes(name)) found.push(`${name} below ${header.join() || 'nobody'} at ${at}`);
  }
  return found;
}
