import type { FormGroup, FormItem } from '../definition.ts';
import type { ScoringInstrument } from '../open.ts';
import type { Condition } from '../expression.ts';
import { isQuestion } from './is-question.ts';
import { same } from './same.ts';

const known = new WeakMap<FormGroup, Map<ScoringInstrument, boolean>>();

/**
 * Whether a group asks what its instrument asks: the same questions, in the same words, with the same choices and units, none
 * of them filled in. An imported form may say of other questions that they are an instrument, and then its rule would
 * score answers that nobody gave to it.
 */
export function asksInstrument(group: FormGroup, instrument: ScoringInstrument): boolean {
  const { id, items } = instrument;
  if (items === undefined) return true;
  const found = known.get(group) ?? new Map<ScoringInstrument, boolean>();
  known.set(group, found);
  const asks = found.get(instrument) ?? sameItems(group.items, items, id);
  found.set(instrument, asks);
  return asks;
}

function sameItems(found: readonly FormItem[], own: readonly FormItem[], id: string): boolean {
  // A calculated total beside them is for programs that do not know the rule, and no part of it.
  const asked = found.filter(({ type }) => type !== 'total');
  return asked.length === own.length && own.every((item, i) => sameItem(asked[i] ?? item, item, id));
}

function sameItem(found: FormItem, own: FormItem, id: string): boolean {
  const under = (item: FormItem) => ('items' in item ? (item.items ?? []) : []);
  return (
    found.id === `${id}/${own.id}` &&
    same(
      asked(found, (item) => item),
      asked(own, (item) => `${id}/${item}`),
    ) &&
    sameItems(under(found), under(own), id)
  );
}

/** What decides how an item is understood and what its answers mean. */
function asked(item: FormItem, name: (id: string) => string): unknown {
  const { type, text, hidden, when } = item;
  const base = [type, text, hidden === true, when === undefined ? null : testsOf(when, name)];
  if (type === 'group') return [...base, item.repeats === true];
  if (!isQuestion(item)) return base;
  const { repeats, readOnly, initial = [], options = [], units = [] } = item;
  return [
    ...base,
    repeats === true,
    readOnly === true,
    initial,
    options.map(({ value, text: words, points, exclusive }) => [value, words, points, exclusive === true]),
    units.map(({ code, factor, offset = 0 }) => [code, factor, offset]),
  ];
}

function testsOf(when: Condition, name: (id: string) => string): unknown {
  if (when.match === 'expression') return when.expression;
  const { match, tests } = when;
  // Of one test, all and any are the same.
  const how = tests.length > 1 ? match : 'all';
  return [how, tests.map(({ item, operator, value }) => [name(item), operator, value])];
}
