import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import { base, coding, quantity, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import { withHarmless } from '../elements/harmless.ts';

const file = withHarmless(z.object({ title: z.optional(z.string()) }), [
  'contentType', // Is the file itself; its title says that there is one.
  'creation', // Is the file itself; its title says that there is one.
  'data', // Is the file itself; its title says that there is one.
  'url', // Is the file itself; its title says that there is one.
  'size', // Is the file itself; its title says that there is one.
  'hash', // Is the file itself; its title says that there is one.
  'language', // Is the file itself; its title says that there is one.
]);

const answerValues = {
  valueBoolean: z.optional(z.boolean()),
  valueDecimal: z.optional(z.number()),
  valueInteger: z.optional(z.number()),
  valueDate: z.optional(z.string()),
  valueDateTime: z.optional(z.string()),
  valueTime: z.optional(z.string()),
  valueString: z.optional(z.string()),
  valueCoding: z.optional(coding),
  valueQuantity: z.optional(quantity),
  valueReference: z.optional(reference),
  valueUri: z.optional(z.string()),
  valueAttachment: z.optional(file),
  /** What its number does not say stands here. */
  extension: z.optional(z.unknown()),
};
const itemTexts = {
  /** Why a question has no answer stands here, and who gave the one that it has. */
  extension: z.optional(z.unknown()),
  linkId: z.optional(z.string()),
  definition: z.optional(z.string()),
  text: z.optional(z.string()),
};

type Values<Shape extends z.core.$ZodShape> = z.infer<z.ZodMiniObject<Shape>>;

interface ResponseAnswer extends Values<typeof answerValues> {
  item?: ResponseItem[] | undefined;
}

export interface ResponseItem extends Values<typeof itemTexts> {
  answer?: ResponseAnswer[] | undefined;
  item?: ResponseItem[] | undefined;
}

/** Items hold answers and items, as deep as the form goes. */
const item: z.ZodMiniType<ResponseItem> = z.object({
  ...itemTexts,
  get answer() {
    return z.optional(z.array(answer));
  },
  get item() {
    return z.optional(z.array(item));
  },
});

const answer: z.ZodMiniType<ResponseAnswer> = z.object({
  ...answerValues,
  get item() {
    return z.optional(z.array(item));
  },
});

export const questionnaireResponse = defineResource({
  subject: 'subject',
  schema: z.object({
    ...base,
    questionnaire: z.optional(z.string()),
    authored: z.optional(z.string()),
    status: z.enum(['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped']),
    subject: z.optional(reference),
    author: z.optional(reference),
    source: z.optional(reference),
    item: z.optional(z.array(item)),
  }),
  harmless: [
    'encounter', // Says on which visit it was filled in; it has its own date.
    'basedOn', // Says who asked for it.
    'partOf', // Says in which procedure it was filled in.
  ],
  extensions: {
    _questionnaire: { [EXTENSION.display]: 'first' },
    extension: { [EXTENSION.draft]: 'first' },
    'item.extension': {
      [EXTENSION.answered]: 'first',
      [EXTENSION.notGiven]: 'first',
      [EXTENSION.dataAbsentReason]: 'first',
      [EXTENSION.soFar]: 'first',
    },
    'item.answer.extension': { [EXTENSION.number]: 'first', [EXTENSION.dataAbsentReason]: 'first' },
  },
});
