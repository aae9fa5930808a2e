import { readField } from '../content/read-field.ts';
import { findField } from '../content/find-field.ts';
import {
  childNodes,
  getAttribute,
  inputValue,
  isElement,
  isText,
  localName,
  parentOf,
  shadowOf,
  textContent,
  titleOf,
} from '../content/native.ts';
import { rootsOf } from '../content/read-banner.ts';
import { textOf } from '../content/source.ts';
import { isInput } from '../content/words.ts';
import { TAUGHT } from '../hosts/taught.ts';
import type { Field, Step, Template } from '../hosts/template.ts';
import type { Wanted } from '../messages/teaching.ts';
import type { Pointed, Understood } from './pointed.ts';
import { hostsAround, stepsTo } from './steps-to.ts';
import { described, mayKeep, named, type MayKeep } from './tokens.ts';
import { understand, understandLabelled } from './understand.ts';

/** A place that somebody pointed at, and which of its readings is right. */
interface Taken extends Omit<Pointed, 'readings'> {
  readonly reading: Understood;
}

export type TakenFields = Readonly<Partial<Record<Wanted, Taken>>>;

/** [P] As most templates have it (docs/adapters.md). */
const SETTLE_MS = 300;

/** Characters. What stands around a banner, and no whole page: its words would refuse every token. */
const MOST_AROUND = 2000;

/**
 * A template of the fields that somebody pointed at. Each of its fields was tried with the real reader, and reads what
 * was pointed at. `null`: the places cannot be found again by any path of a template, but for a count of people.
 */
export function draftOf(document: Document, taken: TakenFields): Template | null {
  const places = Object.values(taken);
  const around = commonTo(places.flatMap(({ element, label }) => [element, label?.element ?? element]));
  const values = places.flatMap(({ reading }) => Object.values(reading.parsed)).join(' ');
  const may = mayKeep(values, wordsAround(document, places));
  for (const root of rootsFor(document, around, may)) {
    const within = root === null ? document : root.element;
    const entries = Object.entries(taken).map(([name, each]) => [name, fieldFor(each, within, may)] as const);
    if (entries.some(([, field]) => field === null)) continue;
    const subject: Readonly<Record<string, Field | null>> = Object.fromEntries(entries);
    const { nhsNumber } = subject;
    if (nhsNumber && isCountedAlone(root, nhsNumber)) continue;
    if (taken.nhsNumber && nhsNumber && isOneOfSeveral(document, root, taken.nhsNumber, nhsNumber)) continue;
    // The types of a template are those of its schema, which stays out of a page. The vault checks the draft by it.
    const layout = { ...(root === null ? {} : { root: root.path }), subject };
    return {
      schema: 'ehch-template/1',
      id: TAUGHT.id,
      version: 1,
      title: TAUGHT.title,
      frame: 'top',
      layouts: [layout],
      reject: [],
      settleMs: SETTLE_MS,
    } as unknown as Template;
  }
  return null;
}

/** What stands around each of the places: names that nobody pointed at among it. */
function wordsAround(document: Document, places: readonly Taken[]): string {
  const around = places.flatMap(({ element }) =>
    outwards(element)
      .filter((each) => textContent(each).length <= MOST_AROUND)
      .slice(-1),
  );
  return [titleOf(document), ...[...new Set(around)].flatMap((each) => [...saidIn(each)])].join(' ');
}

/** Attributes that say a word to a person. */
const SAID = ['alt', 'aria-label', 'title', 'placeholder'];

/** What a part of a page says, in inputs, for pictures and in open components too. */
function* saidIn(part: Node): Generator<string> {
  if (isText(part)) yield textContent(part);
  if (isElement(part)) {
    if (['script', 'style'].includes(localName(part))) return;
    for (const name of SAID) yield getAttribute(part, name) ?? '';
    if (isInput(part)) yield inputValue(part);
    const shadow = shadowOf(part);
    if (shadow !== null) yield* saidIn(shadow);
  }
  for (const inside of childNodes(part)) yield* saidIn(inside);
}

/** The innermost element around all of these, also across shadow roots. `null`: only the page itself. */
function commonTo(elements: readonly Element[]): Element | null {
  const [first, ...more] = elements.map(outwards);
  const common = first?.find((each) => more.every((other) => other.includes(each))) ?? null;
  return common && !isPage(common) ? common : null;
}

function isPage(element: Element): boolean {
  return ['body', 'html'].includes(localName(element));
}

function outwards(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at !== null; at = parentOf(at)) found.push(at);
  return found;
}

interface Root {
  readonly element: Element;
  readonly path: readonly Step[];
}

/** Banners to try, the surest first: one with a name of its own, one that is counted out, and the page without any. */
function* rootsFor(document: Document, around: Element | null, may: MayKeep): Generator<Root | null> {
  const all = around === null ? [] : outwards(around).filter((each) => !isPage(each));
  const inPage = all.filter((each) => hostsAround(each, document)?.length === 0);
  for (const element of inPage)
    for (const step of named(element, may)) {
      const path = [{ ...step, rel: 'descendant' as const }];
      if (isOnlyRoot(document, { element, path })) yield { element, path };
    }
  for (const element of inPage) {
    const path = stepsTo(element, document, may);
    if (path !== null && isOnlyRoot(document, { element, path })) yield { element, path };
  }
  yield null;
}

/** Whether a path leads to this banner alone, of those that are drawn. */
function isOnlyRoot(document: Document, { element, path }: Root): boolean {
  const [found, ...more] = rootsOf(document, { root: [...path] } as Parameters<typeof rootsOf>[1]);
  return found === element && more.length === 0;
}

/**
 * Guard: whether a field only counts out one number of several, as in a list. Another person would stand in that row
 * tomorrow. It leaves out one count after the other, and looks whether another number stands there as well.
 */
function isOneOfSeveral(document: Document, root: Root | null, taken: Taken, field: Field): boolean {
  if (!('path' in field)) return false;
  const own = taken.reading.parsed.nhsNumber;
  const found = [
    ...withoutACount(field.path).map((path) => findField(root?.element ?? document, { ...field, path })),
    ...withoutACount(root?.path ?? []).map((path) =>
      findField(document, { ...field, path: [...path, ...field.path] }),
    ),
  ];
  return found.flat(2).some((place) => {
    // Too many to look at: a list and no banner.
    if (place === null) return true;
    const text = textOf(place.source);
    const alone = understand('nhsNumber', text);
    const labelled = understandLabelled('nhsNumber', text)?.readings ?? [];
    return [...alone, ...labelled].some(({ parsed }) => parsed.nhsNumber !== own);
  });
}

/**
 * Guard: whether nothing but a count tells the number's place. On the next page a relative's number may stand before the
 * patient's, and the relative may live in the same home. So a label has to say what the number is, or a name in the page.
 */
function isCountedAlone(root: Root | null, field: Field): boolean {
  if (!('path' in field) || field.label !== undefined) return false;
  return [...(root?.path ?? []), ...field.path].some(({ nth }) => nth !== undefined);
}

/** A path once for each step that counts siblings, without that count. */
function withoutACount(path: readonly Step[]): readonly Step[][] {
  return path.flatMap(({ nth, ...step }, at) => (nth === undefined ? [] : [path.with(at, step)]));
}

/** The first form of a field that the real reader reads as it was pointed at. */
function fieldFor(taken: Taken, within: Document | Element, may: MayKeep): Field | null {
  for (const { path, label } of pathsFor(taken, within, may)) {
    const field = {
      path: [...path],
      ...(label === null ? {} : { label: { says: [label.says], value: label.value } }),
      read: taken.read,
      parser: taken.reading.parser.length === 1 ? taken.reading.parser[0] : [...taken.reading.parser],
    } as Field;
    if (readsAs(field, taken, within)) return field;
  }
  return null;
}

function readsAs(field: Field, { element, reading }: Taken, within: Document | Element): boolean {
  const [place, ...more] = findField(within, field).flat();
  if (place?.source.element !== element || more.length > 0) return false;
  const { state, parsed } = readField(within, field);
  return (
    state === 'read' && JSON.stringify(sorted(parsed)) === JSON.stringify(sorted(parsedBy(field, reading)))
  );
}

/** A part that stands alone is read as both parts of a name, of which the field takes its own. */
function parsedBy({ parser }: Field, { parsed }: Understood): object {
  const part = parsed.family ?? parsed.given;
  return parser === 'namePart' ? { family: part, given: part } : parsed;
}

const sorted = (of: object) => Object.entries(of).toSorted(([one], [other]) => one.localeCompare(other));

type Way = { readonly path: readonly Step[]; readonly label: Taken['label'] };

/** With a label the place may move. The label's own words tell it apart, so a plain path is enough. */
function* pathsFor({ element, label }: Taken, within: Document | Element, may: MayKeep): Generator<Way> {
  if (label !== null) {
    const prefix = prefixTo(label.element, within, may);
    const rel = prefix !== null && prefix.length > 0 ? 'shadow' : 'descendant';
    const isBeside = label.value !== 'same element';
    const steps = described(label.element, may);
    // Beside a label, the kind of element is what stays from page to page: `dt`, `th`, `label`.
    for (const step of isBeside ? steps.toReversed() : steps)
      if (prefix !== null) yield { path: [...prefix, { ...step, rel }], label };
    const path = stepsTo(label.element, within, may);
    if (path !== null) yield { path, label };
    if (!isBeside) return;
  }
  const path = stepsTo(element, within, may);
  if (path !== null) yield { path, label: null };
}

/** The steps to the innermost shadow root in which an element stands. Empty: it stands in none. */
function prefixTo(element: Element, within: Document | Element, may: MayKeep): readonly Step[] | null {
  const host = hostsAround(element, within)?.at(-1);
  return host === undefined ? [] : stepsTo(host, within, may);
}
