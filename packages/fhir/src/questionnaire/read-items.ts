import type { FormItem, FormTotal } from '@ehch/clinical/form';
import { enableWhenOf } from './conditions.ts';
import { calculationOf, shownWhen } from './expressions.ts';
import { codesOf, isHint, itemText } from './item-text.ts';
import type { ItemKind } from './fate.ts';
import { defined, extension, extensionValue } from './json-value.ts';
import { nameLeftOver } from './left-over.ts';
import { nameWhatIsNotDone } from './not-carried-out.ts';
import type { OutlineItem } from './outline.ts';
import { isClosed, readQuestion } from './read-question.ts';
import { limit, type AnswerShape, type FormReading } from './reading.ts';
import { EXT, OWN_EXT } from './urls.ts';

/** The items of a form, in their order. */
export function readItems(reading: FormReading, items: readonly OutlineItem[]): readonly FormItem[] {
  return items.flatMap((each) => {
    if (!isHint(each)) return readItem(reading, each);
    nameLeftOver(reading, each, 'display', each.parent ?? each);
    return [];
  });
}

function readItem(reading: FormReading, item: OutlineItem): readonly FormItem[] {
  const { json, type } = item;
  const shape = reading.shapes.get(item.id);
  nameWhatIsNotDone(reading, item, kindOf(item, shape));
  const codes = codesOf(json);
  const base = defined({
    id: item.id,
    text: itemText(item),
    when: shownWhen(reading, item) ?? enableWhenOf(reading, item),
    codes: codes.length === 0 ? undefined : codes,
    hidden: extensionValue(json, EXT.hidden) === true || undefined,
  });
  const children = readItems(reading, item.items);
  if (type === 'display') return [{ ...base, type: 'display' }, ...beside(reading, item, children)];
  if (shape === undefined) {
    const instrument = extensionValue(json, OWN_EXT.instrument);
    const own = { instrument: typeof instrument === 'string' ? instrument : undefined };
    return [
      { ...base, ...defined({ ...own, repeats: item.repeats || undefined }), type: 'group', items: children },
    ];
  }
  const expression = calculationOf(reading, item);
  if (expression !== null) {
    const total: FormTotal = defined({
      ...base,
      type: 'total' as const,
      expression,
      as: calculatedAs(shape),
      unit: shape.units?.[0]?.code,
    });
    return [total, ...beside(reading, item, children)];
  }
  const under = children.length === 0 ? {} : { items: children };
  return [{ ...base, ...readQuestion(reading, item, shape), ...under }];
}

/** The kind of an item, which decides the fate of its elements. */
function kindOf(item: OutlineItem, shape: AnswerShape | undefined): ItemKind {
  if (shape === undefined) return item.type === 'display' ? 'display' : 'group';
  if (extension(item.json, EXT.calculated) !== undefined) return 'total';
  return isClosed(item) ? 'closed' : shape.type;
}

/** Items under an item that can have none here. They are kept, after it. */
function beside(reading: FormReading, item: OutlineItem, children: readonly FormItem[]): readonly FormItem[] {
  if (children.length > 0)
    limit(reading, item, 'The form has items under this one; here they stand beside it.');
  return children;
}

function calculatedAs({ type }: AnswerShape): FormTotal['as'] {
  if (type === 'open-choice') return 'choice';
  // A calculated time of day is text, because nothing is calculated from it.
  return type === 'time' ? 'text' : type;
}
