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
}

/** A line for everything that was answered, in the order of the form. What has no answer has no line. */
export function itemLines(
  items: readonly AskedItem[],
  lines: Lines,
  within: 'section' | 'group' = 'section',
): readonly string[] {
  let before: readonly string[] = [];
  return items.flatMap((asked) => {
    // Words on screen go with the answer that they stand after: a form about CPR is named with what it is not.
    const own =
      asked.item.type === 'display'
        ? before.length > 0
          ? [asked.item.text]
          : []
        : grouped(asked, itemLine(asked, lines), within);
    before = own;
    return own;
  });
}

/** Under the title of its section a group has its own: "Breaths 16" of what is usual is not what was seen today. */
function grouped(
  { item, rows }: AskedItem,
  own: readonly string[],
  within: 'section' | 'group',
): readonly string[] {
  const named = item.type === 'group' && item.instrument === undefined && rows === undefined;
  return named && within === 'group' ? own.map((line) => labelled(item.text, line)) : own;
}

function itemLine({ item, key, children, rows = [] }: AskedItem, lines: Lines): readonly string[] {
  if (item.type === 'group' && item.instrument !== undefined) {
    const score = lines.score(item.instrument);
    // What was answered is copied, scored or not.
    if (score === null) {
      const said = itemLines(children, lines);
      return said.length === 0 ? [] : [labelled(item.text, 'cannot be scored here'), ...said];
    }
    const also = children.filter((child) => !Object.hasOwn(score.items, child.key.slice(item.id.length + 1)));
    return [lines.scoreLine(score, itemLines(also, lines))];
  }
  if (item.type === 'total') {
    const text = totalWords(lines.total(key));
    return text === null ? [] : [labelled(item.text, text)];
  }
  const inRows = rows.flatMap((row) => {
    const said = itemLines(row.children, lines);
    return said.length === 0 ? [] : [said.join('; ')];
  });
  const below = [
    ...itemLines(children, lines, 'group'),
    ...inRows.map((line, at) => `${item.text} ${at + 1}: ${line}`),
  ];
  if (item.type === 'group') return below;
  if (item.type !== 'display' && item.keptBack === true) return [];
  const answer = answerOf(lines.state, key);
  return answer === null
    ? below
    : [`${labelled(item.text, answerText(item, answer))}${originText(answer)}`, ...below];
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
