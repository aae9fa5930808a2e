import type { FormQuestion } from '@ehch/clinical/form';
import { answerExtensions } from './own-extensions.ts';
import { CALCULATED_CHOICES } from './item-fates.ts';
import { initialOf } from './initial.ts';
import { hintOf } from './item-text.ts';
import { defined, extension, extensionValue } from './json-value.ts';
import { optionsOf, valueSetOf } from './options.ts';
import type { OutlineItem } from './outline.ts';
import { limit, type AnswerShape, type FormReading } from './reading.ts';
import { plainWords } from './plain-words.ts';
import { unitsOf } from './units.ts';
import { EXT } from './urls.ts';
import { limitsOf } from './value-limits.ts';

type Kind = Pick<FormQuestion, 'type' | 'sentAs'>;

/**
 * R4 item types, as questions of the form engine. `sentAs` is the type to write, where the engine has one
 * question type for several.
 */
const KINDS: { readonly [type: string]: Kind } = {
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  decimal: { type: 'decimal' },
  quantity: { type: 'quantity' },
  date: { type: 'date' },
  dateTime: { type: 'date', sentAs: 'dateTime' },
  time: { type: 'time' },
  text: { type: 'text' },
  string: { type: 'text', sentAs: 'string' },
  url: { type: 'text', sentAs: 'url' },
  choice: { type: 'choice' },
  'open-choice': { type: 'open-choice' },
  reference: { type: 'text', sentAs: 'reference' },
  attachment: { type: 'text', sentAs: 'attachment' },
};

/** Why nobody can answer a question of this type here. */
const NOT_HERE: { readonly [type: string]: string } = {
  reference: 'The form asks for a link to another record; such links cannot be made here.',
  attachment: 'The form asks for a file; files cannot be added here.',
};

/** The kind of answers that an item takes. */
export function shapeOf(reading: FormReading, item: OutlineItem): AnswerShape {
  const kind: Kind = (Object.hasOwn(KINDS, item.type) ? KINDS[item.type] : undefined) ?? { type: 'text' };
  const options = kind.type === 'choice' || kind.type === 'open-choice' ? optionsOf(reading, item) : [];
  const numeric = kind.type === 'quantity' || kind.type === 'decimal' || kind.type === 'integer';
  const units = numeric ? unitsOf(reading, item) : [];
  return {
    ...kind,
    ...(options === null || options.length === 0 ? {} : { options }),
    ...(units.length === 0 ? {} : { units }),
  };
}

/** What a question has, besides what every item has. */
export function readQuestion(
  reading: FormReading,
  item: OutlineItem,
  shape: AnswerShape,
): Omit<FormQuestion, 'id' | 'text' | 'items'> {
  const { json } = item;
  const closed = whyNotHere(item, shape);
  // A form that was imported and written again states the exact reason why it has no choices.
  const said = reading.limits.some((each) => each.item === item.id && WHY_NO_CHOICES.has(each.words));
  if (closed !== null && !(closed === NO_CHOICES && said)) limit(reading, item, closed);
  const listElsewhere = closed === ELSEWHERE || (shape.type === 'open-choice' && shape.options === undefined);
  const optionsIn = listElsewhere ? (valueSetOf(json) ?? undefined) : undefined;
  if (closed === null && optionsIn !== undefined)
    limit(reading, item, 'The choices of this are kept elsewhere; write the answer in words.');
  if (shape.sentAs === 'dateTime')
    limit(reading, item, 'The form asks for a date and a time; here only the date is asked.');
  const required = json['required'] === true || atLeastOne(item);
  const question = defined({
    ...shape,
    // A question that cannot be answered here must not prevent anybody from finishing the form.
    required: (required && closed === null) || undefined,
    repeats: item.repeats || undefined,
    ...limitsOf(reading, item, shape),
    optionsIn,
    readOnly: json['readOnly'] === true || closed !== null || undefined,
    hint: hintOf(item) ?? undefined,
    ...answerExtensions(json),
  });
  const initial = initialOf(reading, item, question);
  return initial.length === 0 ? question : { ...question, initial };
}

const NO_CHOICES = 'The form lists no choices for this.';
const ELSEWHERE = 'The choices of this are kept elsewhere and cannot be opened here.';

const WHY_NO_CHOICES = new Set([ELSEWHERE, CALCULATED_CHOICES]);

/** Why nobody can answer this question here, in words for the screen. `null`: somebody can. */
function whyNotHere({ json, type, named }: OutlineItem, { options }: AnswerShape): string | null {
  if (!named) return 'An answer to this could not be sent, since it has no linkId; it is only shown.';
  if (!Object.hasOwn(KINDS, type))
    return `The form asks for an answer of the kind "${plainWords(type) ?? ''}", which is not known here.`;
  if (Object.hasOwn(NOT_HERE, type)) return NOT_HERE[type] ?? null;
  if (type !== 'choice' || options !== undefined) return null;
  const elsewhere =
    'answerValueSet' in json || 'options' in json || extension(json, EXT.externallyDefined) !== undefined;
  if (extension(json, EXT.answerExpression) !== undefined) return CALCULATED_CHOICES;
  return elsewhere ? ELSEWHERE : NO_CHOICES;
}

/** Whether nobody can answer this item here, whatever its choices. */
export function isClosed({ type, named }: OutlineItem): boolean {
  return !named || !Object.hasOwn(KINDS, type) || Object.hasOwn(NOT_HERE, type);
}

function atLeastOne({ json }: OutlineItem): boolean {
  const min = extensionValue(json, EXT.minOccurs);
  return typeof min === 'number' && min > 0;
}
