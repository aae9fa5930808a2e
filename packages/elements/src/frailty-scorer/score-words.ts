import { bandText, isUsed } from '@ehch/clinical/assessment';
import { progressOf } from '@ehch/clinical/form';
import type { ScoreResult } from '@ehch/clinical';
import type { FormState, FormTotal, ItemKey } from '@ehch/clinical/form';
import { scoreWords, totalWords } from '../form/total.ts';
import { count, plain } from '../internal/text.ts';
import { itemId, itemsOf } from './items-of.ts';

/** "NEWS2: 5 of 20 · medium · complete". What is to be careful about comes after it, all of it or so many of them. */
export function scoreLine(
  title: string,
  score: ScoreResult,
  careful: readonly string[],
  cautions = Infinity,
): string {
  if (!isUsed(score)) return `${title}: not answered yet`;
  const more = careful.length - cautions;
  return [
    `${title}: ${scoreWords(score)}`,
    ...soFar(score),
    ...careful.slice(0, cautions),
    ...(more > 0 ? [`and ${count(more, 'caution')} more`] : []),
  ].join(' · ');
}

/** The instruments of which anything was answered, be it why there is no answer. */
export function usedAt(state: FormState): readonly (readonly [ItemKey, ScoreResult])[] {
  return [...state.scores].filter(([at]) => {
    const { answered, notAssessed } = progressOf(state, at);
    return answered + notAssessed > 0;
  });
}

/** What an instrument is called where it stands in the form. */
export function titleAt({ form, scores }: FormState, at: ItemKey): string {
  return itemsOf(form).get(itemId(at))?.text || plain(scores.get(at)?.instrument ?? at);
}

/** An instrument of the form that is not scored here; why stands at its questions. `null`: there is none. */
export function notScoredLine(state: FormState): string | null {
  const [at] = state.notScored?.keys() ?? [];
  return at === undefined ? null : `${titleAt(state, at)}: cannot be scored here`;
}

/** The line of a form's last total, which is its grand total where it has several. */
export function totalLine({ form, totals }: FormState): string | null {
  const all = form.items.flatMap(function under(item): FormTotal[] {
    if (item.type === 'total') return item.hidden === true ? [] : [item];
    return 'items' in item ? (item.items ?? []).flatMap(under) : [];
  });
  const last = all.at(-1);
  const total = last && totals.get(last.id);
  return last === undefined || total === undefined ? null : `${last.text}: ${totalWords(total, last)}`;
}

/** The band that an incomplete set reaches already, where the instrument says so. */
function soFar(score: ScoreResult & { readonly atLeastBand?: string | null }): string[] {
  return score.atLeastBand ? [`already ${bandText(score.atLeastBand)}`] : [];
}
