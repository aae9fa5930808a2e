import { formatDate } from '../../display/date.ts';
import { doubtWords } from '../../display/doubt.ts';
import { plainText } from '../../display/plain-text.ts';
import type { Recorded } from '../../recorded.ts';
import type { Gap, Section, Side } from '../../section.ts';
import { unreadIn } from '../../unread-in.ts';

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
      return [...contentLines(name, section.content, words), ...gapLines(unreadIn(section))].map(ended);
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
      return [`${name}: not recorded`, ...(content.statements ?? []).map(statementLine)];
    case 'recorded-as-none':
      return content.statements.map(statementLine);
    case 'recorded': {
      const said = [...words(content.value), ...(content.nones ?? []).map(statementLine)];
      return said.length === 0 ? [`${name}: nothing recorded`] : said;
    }
    case 'disagree':
      return [
        `${name}: the records disagree`,
        ...content.sides.map((side) => sideLine(side, words)),
        // What they do not dispute is as much agreed as it would be otherwise.
        ...(content.common === null ? [] : words(content.common)),
        ...(content.nones ?? []).map(statementLine),
      ];
  }
}

/** "None", or "unknown", as somebody wrote it. */
function statementLine(one: Recorded & { readonly text: string }): string {
  return aloud(`${unended(one.text)}, recorded ${formatDate(one.on)}`, one);
}

function sideLine<T>({ value, none, source, on }: Side<T>, words: (value: T) => readonly string[]): string {
  const said = none === undefined ? words(value) : [aloud(none.text, none)];
  const all = said.length === 0 ? 'Nothing of the kind' : said.map(ended).join(' ');
  return `${plainText(source.label) || 'One record'}, ${formatDate(on)}: ${all}`;
}

function gapLines(gaps: readonly Gap[]): readonly string[] {
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

/** A statement as it is read aloud: no surer than the record, and not as the whole where the record holds more (SPEC S1). */
export function aloud(text: string, { cautions, more = [] }: Pick<Recorded, 'cautions' | 'more'>): string {
  const doubt = doubtWords({ cautions });
  const rest = [
    ...(doubt === null ? [] : [doubt]),
    ...(cautions.includes('past-its-date') ? ['past its date'] : []),
    ...(cautions.includes('future-dated') ? ['dated in the future'] : []),
    ...(cautions.includes('partly-unreadable') ? ['a part could not be read'] : []),
    ...(more.length === 0
      ? []
      : [`more in the record: ${more.map(({ name }) => plainText(name)).join(', ')}`]),
  ];
  return rest.length === 0 ? text : `${unended(text)} (${rest.join('; ')})`;
}
