import { NOBODY, type ReadElement, type Reading, type Source } from '../banner/reading.ts';
import type { Adapter } from '../hosts/binding.ts';
import type { Field, Layout } from '../hosts/template.ts';
import { agreed } from '../messages/agreed.ts';
import type { PartOnScreen } from '../messages/page.ts';
import { EVERY_READ_GUARD } from './guards.ts';
import { readField } from './read-field.ts';
import { select } from './select.ts';
import { isShown } from './shown.ts';
import { isSeen, nothingKnown, readSource, stillStandsAs } from './source.ts';

export type FrameKind = 'top' | 'child';

/**
 * Reads the identity banner of a page as it stands now: one person, a part of one, nobody, or ambiguous.
 *
 * A field that it cannot read stays `null` and is never guessed. It changes nothing in the page, and no content of a
 * page makes it throw.
 */
export function readBanner(
  document: Document,
  adapter: Adapter,
  frame: FrameKind = adapter.template.frame,
): Reading {
  const { layouts, reject } = adapter.template;
  if (reject.some((path) => select(document, path).length > 0)) return NOBODY;
  const look = lookingOnce();
  const read = layouts
    .filter((layout) => frameOf(layout, adapter) === frame)
    .map((layout) => readLayout(document, layout, look))
    .filter((each) => each !== null);
  const elements = [...new Set(read.flatMap((each) => each.elements))];
  const ambiguous: Reading = { kind: 'ambiguous', adapter, elements };
  if (read.length === 0) return NOBODY;
  const people = read.map(({ person }) => person);
  // Two layouts may read the same person. Somebody else in one of them makes both a guess.
  const person = people.includes(null) ? null : agreed(people.filter((each) => each !== null));
  if (person === null) return ambiguous;
  const { nhsNumber } = person;
  // A whole person beside a part of the same one is that person.
  if (read.every(({ isPart }) => isPart) || nhsNumber === null)
    return { kind: 'part', adapter, elements, person };
  return { kind: 'person', adapter, elements, person: { ...person, nhsNumber } };
}

/** The fields of a layout, by their names. */
export function fieldsOf(layout: Layout): Fields {
  return 'subject' in layout ? layout.subject : layout.part;
}

type Fields = Readonly<Partial<Record<FieldName, Field | undefined>>>;
export type FieldName = 'nhsNumber' | 'dob' | 'family' | 'given';

export function frameOf(layout: Layout, { template }: Pick<Adapter, 'template'>): FrameKind {
  return ('part' in layout ? layout.frame : undefined) ?? template.frame;
}

/** The banners on a page by the root of a layout: those that are drawn. */
export function rootsOf(document: Document, layout: Layout): readonly (Document | Element)[] {
  if (!layout.root) return [document];
  const roots = select(document, layout.root);
  // Many pages keep the banner of another patient, or of a narrow window, and do not draw it.
  return roots.length > 1 ? roots.filter(isShown) : roots;
}

interface ReadLayout {
  readonly isPart: boolean;
  /** `null`: more than one. */
  readonly person: PartOnScreen | null;
  readonly elements: readonly ReadElement[];
}

type Look = (source: Source) => ReadElement;

/** What one layout reads. `null`: nobody. */
function readLayout(document: Document, layout: Layout, look: Look): ReadLayout | null {
  const isPart = 'part' in layout;
  const [root, another] = rootsOf(document, layout);
  if (!root) return null;
  // Two banners can show two people. Reading the first would be a guess.
  if (another) return { isPart, person: null, elements: [] };
  const fields = fieldsOf(layout);
  const read = (name: FieldName) => {
    const field = fields[name];
    return field ? readField(root, field, look) : null;
  };
  const number = read('nhsNumber');
  const dob = read('dob');
  const family = read('family');
  const given = read('given');
  const key = number ?? dob;
  if (!key || key.state === 'nothing') return null;
  const all = [number, dob, family, given].filter((each) => each !== null);
  const elements = [...hiddenRoots(document, layout, look), ...all.flatMap((each) => each.elements)];
  if (all.some(({ state }) => state === 'several') || number?.state === 'contradictory')
    return { isPart, person: null, elements };
  // Without a valid NHS number there is nobody whom the vault could look up.
  if (key.state !== 'read') return null;
  const person: PartOnScreen = {
    nhsNumber: number?.parsed.nhsNumber ?? null,
    born: dob?.parsed.born ?? null,
    family: family?.parsed.family ?? null,
    given: given?.parsed.given ?? null,
  };
  return { isPart, person, elements };
}

/** Banners that are not drawn now. If one of them is, the page shows two. */
function hiddenRoots(document: Document, { root }: Layout, look: Look): readonly ReadElement[] {
  const roots = root ? select(document, root) : [];
  return roots.length > 1
    ? roots.slice(0, MOST_ROOTS).map((element) => look({ element, read: 'nothing', sight: 'shown' }))
    : [];
}

/** Of more banners than these the whole reading takes care. */
const MOST_ROOTS = 50;

/** Two fields often stand in one place, and looking is what costs. */
function lookingOnce(): Look {
  const around = nothingKnown();
  const known = new Map<Element, ReadElement[]>();
  return (source) => {
    const same = known.get(source.element) ?? [];
    const found = same.find(({ read, sight }) => read === source.read && sight === source.sight);
    if (found) return found;
    const read = readSource(source, EVERY_READ_GUARD, around);
    known.set(source.element, [...same, read]);
    return read;
  };
}

/** Whether the same words still stand in the same elements. It is cheap, so the watcher asks at every change. */
export function stillStands(reading: Reading): boolean {
  return reading.kind === 'none' || reading.elements.every(stillStandsAs);
}

/**
 * Whether a person can still see the words that were read. It looks at the elements of the reading alone, so it takes
 * as long on a page of a hundred thousand elements as on a small one. Of an input it also looks at the words, because
 * no change of them is announced.
 */
export function isStillSeen(reading: Reading, guards = EVERY_READ_GUARD): boolean {
  if (reading.kind === 'none' || reading.kind === 'ambiguous') return true;
  const known = nothingKnown();
  return reading.elements.every(
    (read) =>
      read.isSeen === isSeen(read, guards, known) &&
      (!guards.inputAgain || read.read !== 'value' || stillStandsAs(read)),
  );
}
