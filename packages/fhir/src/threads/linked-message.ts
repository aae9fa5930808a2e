import { listAt, textAt, type JsonObject } from '../entry.ts';

/** Marks a message that the engine gives to the reader as one of a resident. No server has it. */
const LINKED = 'https://ehch-kit.example/StructureDefinition/linked-by-a-person';

/** A message about somebody who was not on the list, as a message about the resident whom a person has named since. */
export function asLinked(message: JsonObject, subject: string): JsonObject {
  return {
    ...message,
    subject: { reference: subject },
    extension: [...listAt(message, 'extension'), { url: LINKED, valueBoolean: true }],
  };
}

export function isLinkedMessage(message: JsonObject): boolean {
  return listAt(message, 'extension').some((one) => textAt(one, 'url') === LINKED);
}
