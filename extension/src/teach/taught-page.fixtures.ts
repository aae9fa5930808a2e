import type { OnScreen } from '../messages/page.ts';
import type { TakenFields } from './draft-of.ts';
import { fieldAt } from './field-at.ts';
import type { Wanted } from '../messages/teaching.ts';
import type { Pointed } from './pointed.ts';

/** The middle of what is drawn of a text on a page, as a person would point at it. An input counts by its value. */
function whereIs(page: Document, isIt: (text: string) => boolean): { x: number; y: number } | null {
  const said = everything(page)
    .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((each) => !['SCRIPT', 'STYLE', 'TITLE'].includes(each.tagName) && isIt(saidBy(each)))
    .at(-1);
  return said === undefined ? null : middleOf(said, isIt);
}

function everything(root: Document | ShadowRoot): readonly Element[] {
  return [...root.querySelectorAll('*')].flatMap((each) => [
    each,
    ...(each.shadowRoot ? everything(each.shadowRoot) : []),
  ]);
}

function saidBy(element: Element): string {
  return element.localName === 'input' ? (element as HTMLInputElement).value : (element.textContent ?? '');
}

/** The middle of the last line of the text itself, and not of the box around it. */
export function middleOf(element: Element, isIt: (text: string) => boolean = () => true) {
  const texts = [...element.childNodes].filter((each) => each.nodeType === Node.TEXT_NODE);
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(texts.find((each) => isIt(each.textContent ?? '')) ?? element);
  const box = [...range.getClientRects()].at(-1) ?? element.getBoundingClientRect();
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

const digits = (text: string) => text.replace(/[^0-9]/g, '');

/** Points at each field of a person on a page, and says that the right reading of it is right. */
export function pointAt(
  page: Document,
  person: OnScreen,
): { readonly taken: TakenFields; readonly notTaken: readonly string[] } {
  const taken: Partial<Record<Wanted, NonNullable<TakenFields[Wanted]>>> = {};
  const notTaken: string[] = [];
  for (const [wanted, value] of wantedOf(person)) {
    const isIt = (text: string) =>
      text.length < 60 && (wanted === 'nhsNumber' ? digits(text).includes(value) : text.includes(value));
    const point = whereIs(page, isIt) ?? middleOfFrame(page);
    const found = point === null ? 'nowhere' : fieldAt(page, point, wanted, () => false);
    const reading =
      typeof found === 'string' ? undefined : found.readings.find((each) => isRight(wanted, each, person));
    if (typeof found !== 'string' && reading) taken[wanted] = { ...found, reading };
    else notTaken.push(`${wanted}: ${typeof found === 'string' ? found : 'another reading'}`);
  }
  return { taken, notTaken };
}

function wantedOf({ nhsNumber, born, family, given }: OnScreen): readonly (readonly [Wanted, string])[] {
  const all = { nhsNumber, dob: born?.slice(0, 4) ?? null, family, given };
  return Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [[name as Wanted, value] as const],
  );
}

function isRight(wanted: Wanted, { parsed }: Pointed['readings'][number], person: OnScreen): boolean {
  return wanted === 'dob' ? parsed.born === person.born : parsed[wanted] === person[wanted];
}

function middleOfFrame(page: Document) {
  const frame = page.querySelector('iframe, frame');
  if (frame === null) return null;
  const { left, top, width, height } = frame.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
