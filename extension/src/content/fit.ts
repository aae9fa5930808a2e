import type { Adapter } from '../hosts/binding.ts';
import type { Field, Label, Layout } from '../hosts/template.ts';
import { fieldsOf, frameOf, readBanner, rootsOf, type FieldName, type FrameKind } from './read-banner.ts';
import { readField, type FieldTrouble } from './read-field.ts';
import { select } from './select.ts';

/** How well an adapter fits a page, for whoever writes it. It holds no word of the page itself. */
export interface Fit {
  /** What the content script makes of the page. */
  readonly reads: 'person' | 'part' | 'none' | 'ambiguous';
  /** What keeps the whole page from being read, such as a list on it. */
  readonly words: readonly string[];
  readonly layouts: readonly LayoutFit[];
}

interface LayoutFit {
  /** How many banners the root leads to that are drawn. */
  readonly banners: number;
  readonly words: readonly string[];
  readonly fields: readonly FieldFit[];
}

interface FieldFit {
  readonly field: FieldName;
  readonly state: 'read' | FieldTrouble;
  readonly words: string;
}

/** Says of each field of an adapter what it read on a page, or why it read nothing, and what to do about it. */
export function fitOf(document: Document, adapter: Adapter, frame: FrameKind = adapter.template.frame): Fit {
  const { layouts, reject } = adapter.template;
  return {
    reads: readBanner(document, adapter, frame).kind,
    words: reject.flatMap((path, at) =>
      select(document, path).length > 0
        ? [`Nobody is read here, because the page has what path ${at + 1} of "reject" leads to.`]
        : [],
    ),
    layouts: layouts
      .filter((layout) => frameOf(layout, adapter) === frame)
      .map((layout) => layoutFit(document, layout)),
  };
}

function layoutFit(document: Document, layout: Layout): LayoutFit {
  const roots = rootsOf(document, layout);
  const [root] = roots;
  const banners = roots.length;
  if (!root) return { banners, words: ['"root" leads to nothing on this page that is drawn.'], fields: [] };
  if (banners > 1)
    return {
      banners,
      words: [`"root" leads to ${banners} banners. Add a step, so that it leads to one.`],
      fields: [],
    };
  const fields = Object.entries(fieldsOf(layout)) as [FieldName, Field][];
  return { banners, words: [], fields: fields.map(([name, field]) => fieldFit(root, name, field)) };
}

function fieldFit(root: Document | Element, name: FieldName, field: Field): FieldFit {
  const { state } = readField(root, field);
  const words = state === 'nothing' ? whyNothing(root, field) : wordsOf(state, field);
  return { field: name, state, words: `${NAMES[name]}: ${words}` };
}

const NAMES: Record<FieldName, string> = {
  nhsNumber: 'NHS number',
  dob: 'Date of birth',
  family: 'Family name',
  given: 'Given name',
};

function whyNothing(root: Document | Element, field: Field): string {
  const paths = field.read === 'page title' ? [] : [field.path, ...(field.or ?? [])];
  const { label } = field;
  return label === undefined || paths.every((path) => select(root, path).length === 0)
    ? '"path" leads to nothing. Compare its steps with the page, from the first.'
    : `no element at "path" says ${listed(label)}, with a value ${WHERE[label.value]}.`;
}

function wordsOf(state: Exclude<FieldTrouble, 'nothing'> | 'read', field: Field): string {
  switch (state) {
    case 'read':
      return 'read.';
    case 'several':
      return 'more than one place is seen. Add a step or a label, so that there is one.';
    case 'contradictory':
      return 'the places that are read differ, a date from its hidden copy, or an attribute from its text. Read one.';
    case 'not-seen':
      return field.read === 'value'
        ? 'nobody can see it, or it is no read-only input. An input that a person can change is never read.'
        : 'nobody can see it (hidden, covered, cut off, transparent), it is in pieces, or anybody can write in it.';
    case 'control':
      return 'a control stands in it. Read a place beside the control; for a read-only input "read" is "value".';
    case 'not-understood':
      return `the text is not written as ${parsersOf(field)} expects. Look for words around it, or for another parser.`;
  }
}

const WHERE: Record<Label['value'], string> = {
  'same element': 'after it in the same element',
  'next element': 'in the next element',
  'next cell': 'in the next cell',
  'cell below': 'in the cell below',
  'text after': 'as text after it',
  labelled: 'in the element that it labels',
};

function parsersOf({ parser }: Field): string {
  return [parser].flat().join(' or ');
}

function listed({ says }: Pick<Label, 'says'>): string {
  return says.map((each) => `"${each}"`).join(' or ');
}
