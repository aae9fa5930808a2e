import { base, coding, identifier, quantity, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const answerValues = {
  valueBoolean: z.optional(z.boolean),
  ...z.optionals('valueDecimal valueInteger', z.number),
  ...z.optionals('valueDate valueDateTime valueTime valueString', z.text),
  valueCoding: z.optional(coding),
  valueQuantity: z.optional(quantity),
  valueReference: z.optional(reference),
};
const itemTexts = z.optionals('linkId definition text', z.text);

type Values<Shape extends z.Shape> = z.infer<z.ObjectOf<Shape>>;

interface ResponseAnswer extends Values<typeof answerValues> {
  readonly item?: readonly ResponseItem[] | undefined;
}

export interface ResponseItem extends Values<typeof itemTexts> {
  readonly answer?: readonly ResponseAnswer[] | undefined;
  readonly item?: readonly ResponseItem[] | undefined;
}

/** Items hold answers and items, as deep as the form goes. */
const item: z.Schema<ResponseItem> = z.object({
  ...itemTexts,
  get answer(): z.Optional<z.Schema<ResponseItem['answer']>> {
    return z.optional(z.list(answer));
  },
  get item(): z.Optional<z.Schema<ResponseItem['item']>> {
    return z.optional(z.list(item));
  },
});

const answer = z.object({
  ...answerValues,
  get item(): z.Optional<z.Schema<ResponseItem['item']>> {
    return z.optional(z.list(item));
  },
});

export const questionnaireResponse = defineResource({
  subject: 'subject',
  schema: z.object({
    ...base,
    identifier: z.optional(identifier),
    ...z.optionals('questionnaire authored', z.text),
    status: z.code('in-progress completed amended entered-in-error stopped'),
    ...z.optionals('subject author source', reference),
    item: z.optional(z.list(item)),
  }),
});
