import { formatDate } from '../../display/date.ts';
import { plainText } from '../../display/plain-text.ts';
import type { Section, Side } from '../../section.ts';

/**
 * A section in one sentence to be read aloud (SPEC S1). Each state has its own: what was not read is not "none".
 *
 * @param name the subject with its verb left out, such as "Allergies"
 * @param words what is recorded, as a whole sentence; `null`: the section has nothing to say here
 */
export function sectionLine<T>(
  name: string,
  section: Section<T>,
  words: (value: T) => string | null,
): string {
  switch (section.state) {
    case 'loading':
      return `${name}: not known yet, still loading.`;
    case 'withheld':
      return `${name}: withheld from this role.`;
    case 'failed':
      return `${name}: could not be read.`;
    case 'known':
      return [contentLine(name, section.content, words), ...gapLines(section.gaps)].join(' ');
  }
}

type KnownContent<T> = Extract<Section<T>, { state: 'known' }>['content'];

function contentLine<T>(name: string, content: KnownContent<T>, words: (value: T) => string | null): string {
  switch (content.kind) {
    case 'not-recorded':
      return `${name}: not recorded.`;
    case 'recorded-as-none':
      return sentences(content.statements.map(({ text, on }) => `${text}, recorded ${formatDate(on)}`));
    case 'recorded':
      return words(content.value) ?? `${name}: nothing recorded.`;
    case 'disagree':
      return `${name}: the records disagree. ${content.sides.map((side) => sideLine(side, words)).join(' ')}`;
  }
}

function sideLine<T>({ value, none, source, on }: Side<T>, words: (value: T) => string | null): string {
  const said = none?.text ?? words(value) ?? 'Nothing of the kind';
  return `${plainText(source.label)}, ${formatDate(on)}: ${ended(said)}`;
}

function gapLines(gaps: readonly { readonly what: string }[]): readonly string[] {
  return gaps.length === 0
    ? []
    : [`Not all of it could be read: ${gaps.map(({ what }) => what).join(', ')}.`];
}

/** Several statements as sentences. */
export function sentences(statements: readonly string[]): string {
  return statements.map(ended).join(' ');
}

/** A text with one full stop at its end. */
export function ended(text: string): string {
  const plain = plainText(text);
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}
