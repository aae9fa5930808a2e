import type { Adapter } from '../hosts/binding.ts';
import type { Field, Layout } from '../hosts/template.ts';
import { NOBODY, type ReadElement, type Reading } from '../banner/reading.ts';
import { getAttribute, isConnected, localName, selectInElement, textContent } from './native.ts';
import { isPaintedPlainly } from './painted.ts';
import { parsers, type Parsed } from './parsers.ts';
import { select } from './select.ts';
import { isTopmost } from './topmost.ts';
import { isVisible } from './visible.ts';

/** Characters. No field of a banner is longer, even with all the white space of its source. */
const LONGEST = 1000;

/**
 * Reads the identity banner of a page as it stands now: one person, nobody, or ambiguous.
 *
 * A field that it cannot read stays `null` and is never guessed. It changes nothing in the page, and no content of a
 * page makes it throw.
 */
export function readBanner(document: Document, adapter: Adapter): Reading {
  const { layouts, reject } = adapter.template;
  if (reject.some((path) => select(document, path).length > 0)) return NOBODY;
  const readings = layouts.map((layout) => readLayout(document, adapter, layout)).filter(isSomebody);
  const [reading, other] = readings;
  if (!reading) return NOBODY;
  if (!other) return reading;
  return { kind: 'ambiguous', adapter, elements: readings.flatMap(({ elements }) => elements) };
}

function isSomebody(reading: Reading): reading is Exclude<Reading, { kind: 'none' }> {
  return reading.kind !== 'none';
}

function readLayout(document: Document, adapter: Adapter, layout: Layout): Reading {
  const roots = layout.root ? select(document, layout.root) : [document];
  const [root] = roots;
  if (!root) return NOBODY;
  // Two banners can show two people. Reading the first would be a guess.
  if (roots.length > 1) return { kind: 'ambiguous', adapter, elements: [] };

  const { nhsNumber, dob, family, given } = layout.subject;
  const parts = [nhsNumber, dob, family, given].flatMap((field) =>
    field ? [{ field, found: select(root, field.path) }] : [],
  );
  if (parts[0]?.found.length === 0) return NOBODY;
  const elements = parts.flatMap(({ field: { read }, found }) =>
    found.map((element) => ({ element, read, raw: rawOf(element, read), isSeen: isSeen(element) })),
  );
  if (parts.some(({ found }) => found.length > 1)) return { kind: 'ambiguous', adapter, elements };

  const say = (field: Field | undefined): Parsed | null => {
    const [element] = parts.find((part) => part.field === field)?.found ?? [];
    const read = elements.find((one) => one.element === element);
    return field && read ? valueOf(read, field) : null;
  };
  const number = say(nhsNumber)?.nhsNumber;
  // Without a valid NHS number there is nobody whom the vault could look up.
  if (number === undefined) return NOBODY;
  return {
    kind: 'person',
    adapter,
    elements,
    person: {
      nhsNumber: number,
      born: say(dob)?.born ?? null,
      family: say(family)?.family ?? null,
      given: say(given)?.given ?? null,
    },
  };
}

/** Whether the same words still stand in the same elements. It is cheap, so the watcher asks at every change. */
export function stillStands(reading: Reading): boolean {
  return (
    reading.kind === 'none' ||
    reading.elements.every(({ element, read, raw }) => isConnected(element) && rawOf(element, read) === raw)
  );
}

/**
 * Whether a person can still see the words that were read. It looks at the elements of the reading alone, so it takes
 * as long on a page of a hundred thousand elements as on a small one.
 */
export function isStillSeen(reading: Reading): boolean {
  return reading.kind !== 'person' || reading.elements.every((read) => read.isSeen === isSeen(read.element));
}

function isSeen(element: Element): boolean {
  return isVisible(element) && isPaintedPlainly(element) && isTopmost(element);
}

/** The value of a field that the user can see. Hidden text may belong to the patient shown before. */
function valueOf({ element, raw, isSeen }: ReadElement, { label, parser }: Field): Parsed | null {
  if (holdsControl(element) || !isSeen) return null;
  if (raw.length > LONGEST) return null;
  const text = raw.replace(/\s+/gu, ' ').trim();
  if (label === undefined) return parsers[parser](text);
  return text.startsWith(label) ? parsers[parser](text.slice(label.length)) : null;
}

function rawOf(element: Element, read: Field['read']): string {
  return (read === 'text' ? textContent(element) : getAttribute(element, read.attribute)) ?? '';
}

/** The DOM text of a control is its options or its first value, not the value that the user sees. */
const CONTROLS = ['select', 'option', 'datalist', 'input', 'textarea', 'script', 'style', 'template'];

function holdsControl(element: Element): boolean {
  return CONTROLS.includes(localName(element)) || selectInElement(element, CONTROLS.join()).length > 0;
}
