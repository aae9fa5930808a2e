import type { Source } from '../banner/reading.ts';
import type { Field, Label, Step } from '../hosts/template.ts';
import { MOST, valuesBeside } from './beside-label.ts';
import { labelIn, saysLabel } from './label-text.ts';
import { documentElement, isDocument, ownerDocument } from './native.ts';
import { select } from './select.ts';

/** A place where the value of a field may stand. */
export interface Place {
  readonly source: Source;
  /** The element that says what the value is, where it is another one. */
  readonly label?: Element;
}

/** The places of a field, for each path that the template gives. `null`: too many to look at. */
export function findField(root: Document | Element, field: Field): readonly (readonly Place[] | null)[] {
  if (field.read === 'page title') return [titleOfPage(root)];
  const { path, or = [], label, read } = field;
  const sight = isOfDate(field) && read === 'text' ? 'date' : 'words';
  return [path, ...or].map((each) => placesAt(root, each, label, { read, sight }));
}

function isOfDate({ parser }: Field): boolean {
  return [parser].flat().some((each) => each === 'ukDate' || each === 'isoDate');
}

function placesAt(
  root: Document | Element,
  path: readonly Step[],
  label: Label | undefined,
  how: Pick<Source, 'read' | 'sight'>,
): readonly Place[] | null {
  const found = select(root, path);
  if (found.length > MOST) return null;
  const own = found.map((element) => ({ source: { element, ...how } }));
  if (label === undefined) return own;
  const { says, value } = label;
  if (value === 'same element') return own.filter(({ source }) => labelIn(source, says));
  const labels = found.filter((element) => saysLabel(element, says));
  if (value === 'text after')
    return labels.map((element) => ({
      source: { element, read: 'text after', sight: 'words' },
      label: element,
    }));
  const places: Place[] = [];
  for (const element of labels) {
    const values = valuesBeside(element, value);
    if (values === null || places.length + values.length > MOST) return null;
    places.push(...values.map((each) => ({ source: { element: each, ...how }, label: element })));
  }
  return places;
}

/** The title belongs to no element that could be pointed at, and no page has two. */
function titleOfPage(root: Document | Element): readonly Place[] {
  const document = isDocument(root) ? root : ownerDocument(root);
  const element = document && documentElement(document);
  return element ? [{ source: { element, read: 'page title', sight: 'shown' } }] : [];
}
