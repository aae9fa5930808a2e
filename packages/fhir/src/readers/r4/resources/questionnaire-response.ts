import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import { base, coding, quantity, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import { withHarmless } from '../elements/harmless.ts';

const file = withHarmless(z.object({ title: z.optional(z.string()) }), [
  'contentType', // Belongs to the file itself; its title shows that there is one.
  'creation', // Belongs to the file itself; its title shows that there is one.
  'data', // Belongs to the file itself; its title shows that there is one.
  'url', // Belongs to the file itself; its title shows that there is one.
  'size', // Belongs to the file itself; its title shows that there is one.
  'hash', // Belongs to the file itself; its title shows that there is one.
  'language', // Belongs to the file itself; its title shows that there is one.
]);

// R4 QuestionnaireResponse.item.answer.value[x].
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
  /** May hold what a number does not state, such as its unit as typed. */
  extension: z.optional(z.unknown()),
};
const itemTexts = {
  /** May hold the reason for a missing answer, and who gave an answer. */
  extension: z.optional(z.unknown()),
  linkId: z.optional(z.string()),
  definition: z.optional(z.string()),
  text: z.optional(z.string()),
};

type Values<Shape extends z.core.$ZodShape> = z.infer<z.ZodMiniObject<Shape>>;

interface ResponseAnswer extends Values<typeof answerValues> {
  item?: ResponseItem[] | undefined;
}

/** A question or a group of a form, with its answers. */
export interface ResponseItem extends Values<typeof itemTexts> {
  answer?: ResponseAnswer[] | undefined;
  item?: ResponseItem[] | undefined;
}

/** Items hold answers and further items, to any depth. */
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

/** Forms: About Me, forms about the limits of treatment, and assessments as events. */
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
    'encounter', // Names the visit on which it was filled in; it has its own date.
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
