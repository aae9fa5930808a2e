import type { ItemKey } from '../../form/answer.ts';
import type { FormDefinition, FormItem } from '../../form/definition.ts';
import type { AnswerOffer, Offer, RowOffer } from '../../form/offer.ts';
import { rowsFromView } from '../../form/suggest/rows-from-view.ts';
import { suggestionsFromView } from '../../form/suggest/suggestions-from-view.ts';
import type { Suggestion } from '../../form/suggestion.ts';
import type { ResidentView } from '../../resident/view.ts';
import { addDays } from '../../time/civil-date.ts';
import { londonDate } from '../../time/london.ts';
import { spanOf } from '../../time/partial-date.ts';
import type { Instant, PartialDate } from '../../time/types.ts';
import { carriedForward } from '../carried-forward.ts';
import { findItem } from '../find-item.ts';
import { splitKey } from '../../form/key.ts';
import { repeatingGroups } from '../merge/row-keys.ts';
import type { FinishedAssessment } from '../types.ts';

/** [P] A comprehensive assessment is made at least once a year. */
const LAST_IS_USEFUL_MONTHS = 12;

const DAYS_IN_A_MONTH = 30.44;

/**
 * All that the record and the last assessment offer to a form, in the order of the form. Both have to be of the resident
 * whose form it is: the arguments cannot tell.
 *
 * @param view `null`: there is no record. @param last `null`: there is no finished assessment before this one.
 * @throws {EhchError} `bad-argument` where the last assessment is of another form.
 */
export function offersFor(
  form: FormDefinition,
  view: ResidentView | null,
  last: FinishedAssessment | null,
  now: Instant,
): readonly Offer[] {
  const record = view === null ? [] : suggestionsFromView(form, view, now);
  const rows = view === null ? [] : rowsFromView(form, view, now);
  const before = last === null ? [] : carriedForward(form, last);
  const offers: readonly Offer[] = [
    ...record.map((each) => answerOffer(form, each, now)),
    ...rows.map(({ usefulMonths, ...row }): RowOffer => ({
      kind: 'row',
      ...row,
      ...about(form, row.list, row, usefulMonths ?? null, now),
      id: idOf('record', row.list, row.answers, row.recordedOn),
      from: 'record',
    })),
    ...lastOffers(form, before, now),
  ];
  const places = placesIn(form);
  return offers.toSorted((a, b) => (places.get(placeOf(a)) ?? 0) - (places.get(placeOf(b)) ?? 0));
}

function answerOffer(
  form: FormDefinition,
  { usefulMonths, ...suggestion }: Suggestion,
  now: Instant,
): AnswerOffer {
  const { from, item, values, recordedOn } = suggestion;
  const months = from === 'last-assessment' ? LAST_IS_USEFUL_MONTHS : (usefulMonths ?? null);
  return {
    kind: 'answer',
    ...suggestion,
    ...about(form, item, suggestion, months, now),
    id: idOf(from, item, values, recordedOn),
  };
}

/** What stood in one row of a list is one offer: half of a row would be another row. */
function lastOffers(form: FormDefinition, all: readonly Suggestion[], now: Instant): readonly Offer[] {
  const lists = repeatingGroups(form);
  const listOf = ({ item }: Suggestion) => {
    const { id, rows } = splitKey(item);
    const list = rows.length === 1 ? lists.find(({ under }) => under.has(id)) : undefined;
    return list === undefined ? null : { list: list.id, row: rows[0] ?? '', id };
  };
  const alone = all.filter((each) => splitKey(each.item).rows.length === 0);
  const inRows = Map.groupBy(
    all.flatMap((each) => {
      const at = listOf(each);
      return at === null ? [] : [{ ...at, each }];
    }),
    ({ list, row }) => `${list} ${row}`,
  );
  const rows = [...inRows.values()].flatMap((row): RowOffer[] => {
    const [first] = row;
    if (first === undefined) return [];
    const { list, each } = first;
    const answers = row.map(({ id, each: { values } }) => ({ item: id, values }));
    const text = row.map((one) => one.each.text).join(', ');
    const { recordedOn, source } = each;
    return [
      {
        kind: 'row',
        list,
        answers,
        text,
        recordedOn,
        source,
        ...about(form, list, each, LAST_IS_USEFUL_MONTHS, now),
        id: idOf('last-assessment', list, answers, recordedOn),
        from: 'last-assessment',
      },
    ];
  });
  return [...alone.map((each) => answerOffer(form, each, now)), ...rows];
}

function about(
  form: FormDefinition,
  key: ItemKey,
  { recordedOn }: Pick<Suggestion, 'recordedOn'>,
  usefulMonths: number | null,
  now: Instant,
): Pick<Offer, 'about' | 'tooOld'> {
  const { id } = splitKey(key);
  return {
    about: findItem(form.items, (item) => item.id === id)?.text ?? '',
    tooOld:
      usefulMonths !== null && isOver(recordedOn, usefulMonths, now)
        ? `Older than ${spanText(usefulMonths)}`
        : null,
  };
}

/** Surely older: "2026" may be of yesterday. */
function isOver(on: PartialDate | null, months: number, now: Instant): boolean {
  const span = spanOf(on);
  return span !== null && span.to < addDays(londonDate(now), -Math.round(months * DAYS_IN_A_MONTH));
}

function spanText(months: number): string {
  if (months % 12 !== 0) return `${months} months`;
  return months === 12 ? 'a year' : `${months / 12} years`;
}

function idOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}

function placeOf(offer: Offer): string {
  return splitKey(offer.kind === 'row' ? offer.list : offer.item).id;
}

function placesIn(form: FormDefinition): ReadonlyMap<string, number> {
  const ids: string[] = [];
  const walk = (items: readonly FormItem[]): void => {
    for (const item of items) {
      ids.push(item.id);
      if ('items' in item) walk(item.items ?? []);
    }
  };
  walk(form.items);
  return new Map(ids.map((id, at) => [id, at]));
}
