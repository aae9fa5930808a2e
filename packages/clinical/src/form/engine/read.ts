import type { AnswerValue } from '../answer.ts';
import { answerOf } from '../answer-of.ts';
import type { Unscored } from '../evaluate/unscored.ts';
import type { ExpressionValue } from '../evaluate/value.ts';
import type { FormState, Total } from '../state.ts';
import type { FormNode } from './compile.ts';
import { expressionValue } from './expression-value.ts';
import { isQuestion } from './is-question.ts';
import { nearest, rowsOf, type Instance, type Layout } from './layout.ts';

/** What there is to read from. */
export interface Reading extends Pick<FormState, 'draft' | 'hidden' | 'totals'> {
  readonly layout: Layout;
}

/** What `at` reads of an item. What is hidden has no answer, for nobody is asked it; it may be `raw` all the same. */
export function valuesRead(
  from: Reading,
  at: Instance,
  source: FormNode,
  everywhere: boolean,
  raw: boolean,
): readonly ExpressionValue[] | Unscored {
  const { item } = source;
  if (source.total?.circular === true) return 'depends-on-unscored';
  const values: ExpressionValue[] = [];
  for (const instance of nearest(from.layout, at, source, everywhere)) {
    if (from.hidden.has(instance.key) && !raw) continue;
    const read = isQuestion(item)
      ? answersRead(from, at, instance, everywhere).map((value) => expressionValue(item, value))
      : totalRead(from.totals.get(instance.key));
    if (typeof read === 'string') return read;
    values.push(...read);
  }
  return values;
}

/** The answers of one asking; for what is under one of several answers, that one, unless all are asked for. */
function answersRead(
  { draft }: Reading,
  at: Instance,
  instance: Instance,
  everywhere: boolean,
): readonly AnswerValue[] {
  const answer = answerOf({ draft }, instance.key);
  if (answer?.state !== 'given') return [];
  if (everywhere) return answer.values;
  const depth = at.node.rowed.indexOf(instance.node);
  if (depth < 0) return answer.values;
  const i = rowsOf(draft, instance).indexOf(at.rows[depth] ?? '');
  return i < 0 ? [] : answer.values.slice(i, i + 1);
}

function totalRead(total: Total | undefined): readonly ExpressionValue[] | Unscored {
  if (total === undefined || total.state === 'nothing') return [];
  if (total.state === 'waiting') return 'waiting';
  return total.state === 'cannot-score' ? 'depends-on-unscored' : [total.value];
}
