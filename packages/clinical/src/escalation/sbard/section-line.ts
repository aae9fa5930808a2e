import { formatDate } from '../../display/date.ts';
import { plainText } from '../../display/plain-text.ts';
import type { Section, Side } from '../../section.ts';

/**
 * A section in sentences to be read aloud, one a line (SPEC S1). Each state has its own: what was not read is not "none".
 *
 * @param name the subject with its verb left out, such as "Allergies"
 * @param words what is recorded, each statement by itself; an empty list: the section has nothing to say here
 */
export function sectionLines<T>(
  name: string,
  section: Section<T>,
  words: (value: T) => readonly string[],
): readonly string[] {
  switch (section.state) {
    case 'loading':
      return [`${name}: not known yet, still loading.`];
    case 'withheld':
      return [`${name}: withheld from this role.`];
    case 'failed':
      return [`${name}: could not be read.`];
    case 'known':
      return [...contentLines(name, section.content, words), ...gapLines(section.gaps)].map(ended);
  }
}

type KnownContent<T> = Extract<Section<T>, { state: 'known' }>['content'];

function contentLines<T>(
  name: string,
  content: KnownContent<T>,
  words: (value: T) => readonly string[],
): readonly string[] {
  switch (content.kind) {
    case 'not-recorded':
      return [`${name}: not recorded`];
    case 'recorded-as-none':
      return content.statements.map(({ text, on }) => `${unended(text)}, recorded ${formatDate(on)}`);
    case 'recorded': {
      const said = words(content.value);
      return said.length === 0 ? [`${name}: nothing recorded`] : said;
    }
    case 'disagree':
      return [`${name}: the records disagree`, ...content.sides.map((side) => sideLine(side, words))];
  }
}

function sideLine<T>({ value, none, source, on }: Side<T>, words: (value: T) => readonly string[]): string {
  const said = none === undefined ? words(value) : [none.text];
  const all = said.length === 0 ? 'Nothing of the kind' : said.map(ended).join(' ');
  return `${plainText(source.label)}, ${formatDate(on)}: ${all}`;
}

function gapLines(gaps: readonly { readonly what: string }[]): readonly string[] {
  return gaps.length === 0 ? [] : [`Not all of it could be read: ${gaps.map(({ what }) => what).join(', ')}`];
}

/** A text with one full stop at its end. */
export function ended(text: string): string {
  const plain = plainText(text);
  return /[.!?…]$/.test(plain) ? plain : `${plain}.`;
}

/** A text without a full stop at its end, where the sentence goes on. */
export function unended(text: string): string {
  return plainText(text).replace(/\.$/, '');
}
