import { formatDate } from '../../display/date.ts';
import { formatNumber } from '../../display/quantity.ts';
import { answerOf } from '../../form/answer-of.ts';
import type { Answer } from '../../form/answer.ts';
import type { AskedItem } from '../../form/asked.ts';
import type { FormState, Total } from '../../form/state.ts';
import type { ScoreResult } from '../../score.ts';
import { answerText, labelled } from '../answer-text.ts';

/** What else a line is made of. */
export interface Lines {
  readonly state: FormState;
  readonly score: (instrument: string) => ScoreResult | null;
  /** The line of a score, with what else was answered in its group. */
  readonly scoreLine: (score: ScoreResult, also: readonly string[]) => string;
  readonly total: (key: string) => Total | null;
  /** When and where from an answer is; absent: with its source. */
  readonly origin?: (answer: Answer) => string;
}

/**
 * A line for everything that was answered, in the order of the form. What has no answer has no line.
 *
 * Each line has the title of its own group, the innermost one: "Breaths 16" of what is usual is not what was seen today. A
 * section's title stands above its lines.
 */
export function itemLines(items: readonly AskedItem[], lines: Lines): readonly string[] {
  return linesUnder(items, (section) =>
    isTitled(section) ? linesWithin(section.children, lines, null) : itemLine(section, lines),
  );
}

function linesWithin(items: readonly AskedItem[], lines: Lines, title: string | null): readonly string[] {
  const titled = (line: string) => (title === null ? line : labelled(title, line));
  return linesUnder(
    items,
    (asked) =>
      isTitled(asked)
        ? linesWithin(asked.children, lines, asked.item.text)
        : itemLine(asked, lines).map(titled),
    titled,
  );
}

/** Words on screen go with the answer that they stand after: a form about CPR is named with what it is not. */
function linesUnder(
  items: readonly AskedItem[],
  linesOf: (item: AskedItem) => readonly string[],
  titled: (line: string) => string = (line) => line,
): readonly string[] {
  let before: readonly string[] = [];
  return items.flatMap((asked) => {
    const words = asked.item.type === 'display';
    const own = words ? (before.length > 0 ? [titled(asked.item.text)] : []) : linesOf(asked);
    before = own;
    return own;
  });
}

/** A group that is asked once and is no instrument: its title says what its lines are about. */
function isTitled({ item, rows }: AskedItem): boolean {
  return item.type === 'group' && item.instrument === undefined && rows === undefined;
}

function itemLine(asked: AskedItem, lines: Lines): readonly string[] {
  const { item, key, children, rows = [] } = asked;
  if (item.type === 'group' && item.instrument !== undefined)
    return instrumentLine(asked, item.instrument, lines);
  if (item.type === 'total') {
    const text = totalWords(lines.total(key));
    return text === null ? [] : [labelled(item.text, text)];
  }
  const inRows = rows.flatMap((row) => {
    const said = itemLines(row.children, lines);
    return said.length === 0 ? [] : [said.join('; ')];
  });
  const below = [
    ...itemLines(children, lines),
    ...inRows.map((line, at) => `${item.text} ${at + 1}: ${line}`),
  ];
  if (item.type === 'group') return below;
  if (item.type !== 'display' && item.keptBack === true) return [];
  const answer = answerOf(lines.state, key);
  return answer === null
    ? below
    : [`${labelled(item.text, answerText(item, answer))}${(lines.origin ?? originText)(answer)}`, ...below];
}

function instrumentLine({ item, children }: AskedItem, instrument: string, lines: Lines): readonly string[] {
  const score = lines.score(instrument);
  // What was answered is copied, scored or not.
  if (score === null) {
    const said = itemLines(children, lines);
    return said.length === 0 ? [] : [labelled(item.text, 'cannot be scored here'), ...said];
  }
  const also = children.filter((child) => !Object.hasOwn(score.items, child.key.slice(item.id.length + 1)));
  const line = lines.scoreLine(score, itemLines(also, lines));
  return line === '' ? [] : [line];
}

function originText(answer: Answer): string {
  if (answer.state !== 'given' || answer.from.kind !== 'accepted') return '';
  const { recordedOn, source } = answer.from;
  return ` (${recordedOn === null ? 'date not recorded' : formatDate(recordedOn)}, ${source})`;
}

function totalWords(total: Total | null): string | null {
  if (total === null || total.state === 'nothing') return null;
  if (total.state === 'cannot-score' || total.state === 'waiting') return 'cannot be scored here';
  const value = typeof total.value === 'number' ? formatNumber(total.value) : String(total.value);
  return total.missing.length === 0
    ? value
    : `not complete: so far ${value}, ${total.missing.length} missing`;
}
