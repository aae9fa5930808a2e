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
export interface Reading extends Pick<FormState, 'form' | 'draft' | 'hidden' | 'totals'> {
  readonly layout: Layout;
}

/**
 * What `at` reads of some items. What is hidden has no answer, for nobody is asked it; it may be `raw` all the same.
 *
 * Several are read as FHIRPath's `descendants()` finds them in a response, level by level and row by row: the last digit of
 * a sum depends on it.
 */
export function valuesRead(
  from: Reading,
  at: Instance,
  sources: readonly FormNode[],
  everywhere: boolean,
  raw: (source: FormNode) => boolean,
): readonly ExpressionValue[] | Unscored {
  if (sources.some(({ total }) => total?.circular === true)) return 'depends-on-unscored';
  const all = sources.flatMap((source) => nearest(from.layout, at, source, everywhere));
  const ordered = all.toSorted((a, b) => a.node.level - b.node.level || a.place - b.place);
  const values: ExpressionValue[] = [];
  for (const instance of ordered) {
    const { key, node } = instance;
    const { item } = node;
    if (from.hidden.has(key) && !raw(node)) continue;
    const read = isQuestion(item)
      ? answersRead(from, at, instance, everywhere).map((value) => expressionValue(item, value))
      : totalRead(from.totals.get(key));
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
