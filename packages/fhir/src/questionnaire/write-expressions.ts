import type { Expression, FormDefinition, FormItem } from '@ehch/clinical/form';
import type { JsonObject } from '../entry.ts';
import { printed, placesOf, reading } from '../fhirpath/print.ts';
import { FHIRPATH } from '../fhirpath/read-expression.ts';
import { EXT } from './urls.ts';

/** Writes the expressions of a form. */
export interface ExpressionWriter {
  /**
   * The extension of an item that holds an expression. Empty, where FHIRPath cannot express what it reads.
   */
  write(url: string, expression: Expression, at: FormItem): readonly JsonObject[];
  /** The variables that a group must hold for the items in its rows. */
  variablesOf(group: FormItem): readonly JsonObject[];
}

/**
 * An expression that reads answers of its own row cannot say so from its place, because FHIRPath has no way
 * up. The group with that row reads the answers, as a variable of its own.
 */
export function expressionWriter(form: FormDefinition): ExpressionWriter {
  const rowed = rowsOf(form.items, []);
  const places = placesOf(form.items);
  const variables = new Map<FormItem, JsonObject[]>();
  const variable = (group: FormItem, text: string): string => {
    const held = variables.get(group) ?? [];
    variables.set(group, held);
    const known = held.findIndex((each) => each['expression'] === text);
    const n = known < 0 ? held.push({ expression: text }) : known + 1;
    return `row${[...variables.keys()].indexOf(group) + 1}_${n}`;
  };
  const write = (expression: Expression, at: FormItem): string | null => {
    if (expression.op === 'foreign') return expression.text;
    // FHIRPath may have no words for one of the readings. Half a calculation would be another one, so none is
    // written.
    let sayable = true;
    const around = rowed.get(at.id) ?? [];
    const text = printed(expression, ({ items, everywhere }) => {
      const rows = items.map((item) => sharedRow(around, rowed.get(item) ?? [], item));
      const [row = null] = rows;
      if (everywhere === true || rows.every((each) => each === null))
        return reading('%resource.', items, places);
      // Only this product's own engine can express a row of several answers, or two rows at once.
      sayable &&= row?.type === 'group' && rows.every((each) => each === row);
      if (row === null) return '{}';
      return `%${variable(row, reading('', items, places))}`;
    });
    return sayable ? text : null;
  };
  return {
    write(url, expression, at) {
      const text = write(expression, at);
      const language = expression.op === 'foreign' ? expression.language : FHIRPATH;
      return text === null ? [] : [{ url, valueExpression: { language, expression: text } }];
    },
    variablesOf(group) {
      const n = [...variables.keys()].indexOf(group) + 1;
      return (variables.get(group) ?? []).map((each, i) => ({
        url: EXT.variable,
        valueExpression: { name: `row${n}_${i + 1}`, language: FHIRPATH, ...each },
      }));
    },
  };
}

/** For each item, the repeating items around it, nearest last. */
function rowsOf(
  items: readonly FormItem[],
  around: readonly FormItem[],
): ReadonlyMap<string, readonly FormItem[]> {
  const rows = new Map<string, readonly FormItem[]>();
  for (const item of items) {
    rows.set(item.id, around);
    const under = 'items' in item ? (item.items ?? []) : [];
    const repeats = 'repeats' in item && item.repeats;
    for (const [id, its] of rowsOf(under, repeats ? [...around, item] : around)) rows.set(id, its);
  }
  return rows;
}

/**
 * The innermost row that both items are in. A question with several answers is a row for the items under it.
 */
function sharedRow(around: readonly FormItem[], rows: readonly FormItem[], id: string): FormItem | null {
  return around.filter((each) => each.id === id || rows.includes(each)).at(-1) ?? null;
}
