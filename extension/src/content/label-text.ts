import type { Source } from '../banner/reading.ts';
import { childNodes, isElement, isText, textContent } from './native.ts';
import { oneLine } from './one-line.ts';
import { textOf } from './source.ts';
import { LONGEST } from './words.ts';

/** Characters. No label of a banner is longer. */
const LONGEST_LABEL = 120;
/** Nodes. A label is a few words, so nothing with more inside is one. */
const MOST_NODES = 30;

/** Whether an element says one of these labels and nothing else. */
export function saysLabel(element: Element, says: readonly string[]): boolean {
  const text = shortText(element);
  return text !== null && says.some((each) => plainLabel(each) === plainLabel(text));
}

/** Whether the words of a source begin with one of these labels. */
export function labelIn(source: Source, says: readonly string[]): boolean {
  return afterLabel(textOf(source), says) !== null;
}

/** What follows the longest of these labels at the beginning of a text. `null`: it begins with none of them. */
export function afterLabel(whole: string, says: readonly string[]): string | null {
  const text = oneLine(whole, LONGEST);
  if (text === null) return null;
  const lengths = says.flatMap((each) => lengthOfLabel(text, collapsed(each)) ?? []);
  return lengths.length === 0 ? null : text.slice(Math.max(...lengths)).trim();
}

function lengthOfLabel(text: string, label: string): number | null {
  if (!text.slice(0, label.length).toLowerCase().startsWith(label.toLowerCase())) return null;
  const rest = text.slice(label.length);
  // A label that goes on is another word: `Name` in `Namesake`.
  if (/\p{L}$/u.test(label) && /^\p{L}/u.test(rest)) return null;
  return label.length + (/^ ?:/.exec(rest)?.[0].length ?? 0);
}

/** A label without its case, its colon and the white space of its source. */
function plainLabel(text: string): string {
  return collapsed(text).replace(/ ?:$/, '').toLowerCase();
}

/** The words of a source as one line; none where they are too many. */
export function collapsed(text: string): string {
  return oneLine(text, LONGEST) ?? '';
}

/** The text of an element, if it is short. On a large page it looks at no more than a few nodes of it. */
function shortText(element: Element): string | null {
  let text = '';
  let nodes = 0;
  const isShort = (within: Node): boolean => {
    for (const node of childNodes(within)) {
      nodes += 1;
      if (nodes > MOST_NODES) return false;
      if (isText(node)) text += textContent(node);
      if (text.length > LONGEST_LABEL) return false;
      if (isElement(node) && !isShort(node)) return false;
    }
    return true;
  };
  return isShort(element) ? text : null;
}
