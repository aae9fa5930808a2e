import { getAttribute, localName } from '../content/native.ts';
import type { Step } from '../hosts/template.ts';
import { nameWords } from '../messages/name-words.ts';
import { isLabelWord } from './label-words.ts';

/** A step without its relation to the one before. */
export type Descriptor = Omit<Step, 'rel'>;

const namesOf = Element.prototype.getAttributeNames;

/** Words of a place that many pages also show: a title says `Patient record`, and a class is `record-banner`. */
const PLACE_WORDS: ReadonlySet<string> = new Set(
  'record records banner header summary details demographics panel page view room'.split(' '),
);

/** Decides whether a word of the page's source may be kept: it has to name a place, and nobody. */
export type MayKeep = (token: string) => boolean;

/**
 * Keeps words that name a place. Refused are those with figures: they are of a number or a date, or count the rows of a
 * list, as `row-2` does. Refused too are those with a word of the person or of what stands around them on the screen: an
 * id such as `patient-hughes` names the person and not the place.
 *
 * @param values what was read
 * @param around what a person sees around it
 */
export function mayKeep(values: string, around: string): MayKeep {
  const own = nameWords(values);
  const near = [...own, ...nameWords(around).filter((word) => !isLabelWord(word) && !PLACE_WORDS.has(word))];
  const parts = new Set([...near, ...joined(near)]);
  // Anywhere in a token: words that stand in few others. `ann` stands in `banner`.
  const inside = [...near, ...joined(own)].filter((word) => word.length > 3);
  return (token) => {
    if (token.length > 40 || /[0-9]/.test(token)) return false;
    if (nameWords(token).some((part) => parts.has(part))) return false;
    const letters = token.toLowerCase().replace(/[^a-z]/g, '');
    return !inside.some((word) => letters.includes(word));
  };
}

/** Words that stand side by side as programs join them: both, or the second after the initial of the first. */
function joined(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) =>
    [words[at - 1], words[at + 1]]
      .filter((beside) => beside !== undefined)
      .flatMap((beside) => [`${beside}${word}`, `${beside.slice(0, 1)}${word}`]),
  );
}

/** What names an element by itself, the surest first. Its tag alone is not among it, but for a component's. */
export function named(element: Element, may: MayKeep): readonly Descriptor[] {
  const tag = localName(element);
  const id = getAttribute(element, 'id') ?? '';
  return [
    ...attributesOf(element, may),
    ...(isWord(id) && isLasting(id) && may(id) ? [{ id }] : []),
    ...classesOf(element, may).map((cls) => ({ cls: [cls] })),
    ...(tag.includes('-') && isTag(tag) ? [{ tag }] : []),
  ];
}

/** What an element is called, named or not. */
export function described(element: Element, may: MayKeep): readonly Descriptor[] {
  const tag = localName(element);
  return isTag(tag) ? [...named(element, may), { tag }] : named(element, may);
}

/** A program defines its tags before it knows anybody, so a tag names no person. */
export function isTag(tag: string): boolean {
  return isWord(tag) && !/\d{3}/.test(tag);
}

/** Attributes that say what a place is for. Others, such as `data-value`, hold what stands there now. */
const PLACES =
  /^(?:itemprop|name|data-(?:test|test-?id|qa|cy|field|fieldname|name|role|label|key|element|part|column|col|bind))$/;

function attributesOf(element: Element, may: MayKeep): readonly Descriptor[] {
  return namesOf
    .call(element)
    .filter((name) => PLACES.test(name))
    .toSorted((one, other) => rank(one) - rank(other))
    .flatMap((name) => {
      const value = getAttribute(element, name) ?? '';
      return isWord(value) && isLasting(value) && may(value)
        ? [{ attr: [{ name, op: '=' as const, value }] }]
        : [];
    });
}

function rank(name: string): number {
  return name.startsWith('data-') ? 0 : name === 'itemprop' ? 1 : 2;
}

function classesOf(element: Element, may: MayKeep): readonly string[] {
  const classes = (getAttribute(element, 'class') ?? '').split(/\s+/);
  // Words come before the classes of a toolkit, such as `md:flex`.
  return classes
    .filter((cls) => /^[A-Za-z][A-Za-z_-]{2,}$/.test(cls) && isLasting(cls) && may(cls))
    .slice(0, 4);
}

function isWord(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_:.-]*$/.test(text) && text.length <= 40;
}

/** False for names that a build tool makes anew, such as `sc-kpDqfm`, and for those of a framework's state. */
function isLasting(token: string): boolean {
  if (
    /^(?:sc|css|jss|emotion|svelte|ember|react|radix|mui)[-_:]|^ng-|^:r|^is-|^(?:active|open|show|hidden|selected)$/i.test(
      token,
    )
  )
    return false;
  return token.split(/[-_:.]/).every((part) => {
    const isMixed = /[a-z][A-Z]/.test(part);
    const parts = part.split(/(?=[A-Z])/);
    return !isMixed || parts.every((each) => /^nhs$/i.test(each) || /[aeiouy]/i.test(each));
  });
}
