import type { FormQuestion, Range } from '@ehch/clinical/form';
import { textAt, type JsonObject } from '../entry.ts';
import { extensionsOf } from '../extensions.ts';
import { defined, extension, extensionValue } from './json-value.ts';
import { OWN_EXT } from './urls.ts';

type Beyond = Pick<
  FormQuestion,
  'plausible' | 'fact' | 'optional' | 'fresh' | 'keptBack' | 'past' | 'future' | 'dayOf'
>;

/** What a question of this product states and FHIR has no element for. */
export function answerExtensions(json: JsonObject): Partial<Beyond> {
  const own = extension(json, OWN_EXT.question);
  if (own === undefined) return {};
  const [fact, fresh, keptBack, min, max] = ['fact', 'fresh', 'keptBack', 'plausibleMin', 'plausibleMax'].map(
    (name) => extensionValue(own, name),
  );
  const [past, future, optional] = ['past', 'future', 'optional'].map((name) => extensionValue(own, name));
  const dayOf = extensionsOf(own['extension'], 'dayOf').flatMap((each) => textAt(each, 'valueString') ?? []);
  const plausible: Range = defined({ min: number(min), max: number(max) });
  return defined({
    plausible: Object.keys(plausible).length === 0 ? undefined : plausible,
    fact: typeof fact === 'string' ? fact : undefined,
    optional: optional === true || undefined,
    fresh: fresh === true || undefined,
    keptBack: keptBack === true || undefined,
    past: past === true || undefined,
    future: future === true || undefined,
    dayOf: dayOf.length === 0 ? undefined : dayOf,
  });
}

/** The same, for writing. */
export function writeAnswerExtensions(question: Beyond): readonly JsonObject[] {
  const { plausible, fact, optional, fresh, keptBack, past, future, dayOf = [] } = question;
  const parts = [
    { url: 'fact', valueString: fact },
    { url: 'optional', valueBoolean: optional },
    { url: 'fresh', valueBoolean: fresh },
    { url: 'keptBack', valueBoolean: keptBack },
    { url: 'past', valueBoolean: past },
    { url: 'future', valueBoolean: future },
    ...dayOf.map((finding) => ({ url: 'dayOf', valueString: finding })),
    { url: 'plausibleMin', valueDecimal: plausible?.min },
    { url: 'plausibleMax', valueDecimal: plausible?.max },
  ].filter((part) => Object.values(part).every((value) => value !== undefined));
  return parts.length === 0 ? [] : [{ url: OWN_EXT.question, extension: parts }];
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
