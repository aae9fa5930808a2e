import { KINDS, THREAD_URGENCIES, type AskedBy, type ThreadAct } from '@ehch/clinical/thread';
import { isObject, textAt, type JsonObject } from '../entry.ts';

/** One named value of an entry, as a part of its extension. */
export type ActPart = JsonObject & { readonly url: string };

/** What an act says beyond its kind and its words, as parts of the extension. An empty text has no part. */
export function partsOfAct(act: ThreadAct): readonly ActPart[] {
  switch (act.kind) {
    case 'raise':
      return [
        code('matter', act.matter),
        code('urgency', act.urgency),
        ...act.signs.map((sign) => code('sign', sign)),
        ...text('since', act.since),
        ...text('observations', act.observations),
        ...askedByParts(act.askedBy),
      ];
    case 'add':
      return text('observations', act.observations);
    case 'call':
      return [...text('to', act.to), { url: 'answered', valueBoolean: act.isAnswered }];
    case 'went-to-hospital':
      return text('where', act.where);
    case 'reply':
      return text('question', act.question);
    case 'answer':
      return [
        code('outcome', act.outcome),
        ...act.further.map(({ what, owner }) => ({
          url: 'further',
          extension: [...text('what', what), ...text('owner', owner)],
        })),
        ...(act.promisedBy === null ? [] : [{ url: 'promised-by', valueDateTime: act.promisedBy }]),
      ];
    case 'happened':
      return text('answer', act.answer);
    case 'told':
      return [...text('answer', act.answer), ...text('whom', act.whom)];
    case 'join':
      return text('into', act.into);
    case 'withdraw':
      return [code('why', act.why)];
    case 'link':
      return text('resident', act.resident);
    case 'worse':
    case 'better':
    case 'see':
    case 'take':
    case 'let-go':
    case 'ask':
      return [];
  }
}

/**
 * The act of a kind with its words and parts; `null`: a part that it needs is missing or unknown, so nobody may go by it.
 */
export function actFrom(kind: string, words: string, parts: readonly ActPart[]): ThreadAct | null {
  const say = (name: string) => textPart(parts, name);
  switch (kind) {
    case 'raise':
      return raiseFrom(words, parts);
    case 'worse':
    case 'better':
    case 'ask':
      return { kind, words };
    case 'see':
    case 'take':
    case 'let-go':
      return { kind };
    case 'add':
      return { kind, words, observations: say('observations') };
    case 'call': {
      const [to, isAnswered] = [say('to'), partNamed(parts, 'answered')?.['valueBoolean']];
      return to === null || typeof isAnswered !== 'boolean' ? null : { kind, to, isAnswered, words };
    }
    case 'went-to-hospital':
      return { kind, where: say('where'), words };
    case 'answer':
      return answerFrom(words, parts);
    case 'reply':
      return withId(say('question'), (question) => ({ kind, question, words }));
    case 'happened':
      return withId(say('answer'), (answer) => ({ kind, answer, words }));
    case 'told': {
      const whom = say('whom');
      return whom === null ? null : withId(say('answer'), (answer) => ({ kind, answer, whom }));
    }
    case 'join':
      return withId(say('into'), (into) => ({ kind, into }));
    case 'link':
      return withId(say('resident'), (resident) => ({ kind, resident }));
    case 'withdraw': {
      const why = WITHDRAWN.find((one) => one === codeOf(parts, 'why'));
      return why === undefined ? null : { kind, why, words };
    }
    default:
      return null;
  }
}

const WITHDRAWN = ['wrong-resident', 'mistake', 'not-needed'] as const;

function raiseFrom(words: string, parts: readonly ActPart[]): ThreadAct | null {
  const matter = Object.values(KINDS).find(({ kind }) => kind === codeOf(parts, 'matter'))?.kind;
  const urgency = THREAD_URGENCIES.find((one) => one === codeOf(parts, 'urgency'));
  const askedBy = askedByFrom(parts);
  if (matter === undefined || urgency === undefined || askedBy === null) return null;
  const signs = partsNamed(parts, 'sign').flatMap((part) => textAt(part, 'valueCode') ?? []);
  const [since, observations] = [textPart(parts, 'since') ?? '', textPart(parts, 'observations')];
  return { kind: 'raise', matter, urgency, words, signs, since, observations, askedBy };
}

function answerFrom(words: string, parts: readonly ActPart[]): ThreadAct | null {
  const outcome = codeOf(parts, 'outcome');
  const further = partsNamed(parts, 'further').map((part) => {
    const inner = listOfParts(part['extension']);
    return { what: textPart(inner, 'what'), owner: textPart(inner, 'owner') };
  });
  const known = further.flatMap(({ what, owner }) => (what === null ? [] : [{ what, owner }]));
  // A further action without its words is half an answer.
  if (outcome === null || known.length < further.length) return null;
  const promise = partNamed(parts, 'promised-by');
  const promisedBy = textAt(promise, 'valueDateTime');
  if (promise !== undefined && promisedBy === null) return null;
  return { kind: 'answer', outcome, further: known, promisedBy, words };
}

function askedByParts(askedBy: AskedBy): readonly ActPart[] {
  if (askedBy.kind !== 'relative') return [code('asked-by', askedBy.kind)];
  const { name, relation } = askedBy;
  return [
    code('asked-by', 'relative'),
    ...text('asked-by-name', name),
    ...text('asked-by-relation', relation),
  ];
}

function askedByFrom(parts: readonly ActPart[]): AskedBy | null {
  const kind = codeOf(parts, 'asked-by');
  if (kind === 'presser' || kind === 'resident') return { kind };
  const name = textPart(parts, 'asked-by-name');
  if (kind !== 'relative' || name === null) return null;
  return { kind, name, relation: textPart(parts, 'asked-by-relation') };
}

/** The parts of an extension; whatever is not one is left out. */
export function listOfParts(extension: unknown): readonly ActPart[] {
  if (!Array.isArray(extension)) return [];
  return extension.filter((one): one is ActPart => isObject(one) && typeof one['url'] === 'string');
}

export function text(url: string, value: string | null): readonly ActPart[] {
  // FHIR has no empty text.
  return value === null || value === '' ? [] : [{ url, valueString: value }];
}

export function textPart(parts: readonly ActPart[], name: string): string | null {
  return textAt(partNamed(parts, name), 'valueString');
}

function code(url: string, value: string): ActPart {
  return { url, valueCode: value };
}

function codeOf(parts: readonly ActPart[], name: string): string | null {
  return textAt(partNamed(parts, name), 'valueCode');
}

export function partNamed(parts: readonly ActPart[], name: string): ActPart | undefined {
  return partsNamed(parts, name)[0];
}

function partsNamed(parts: readonly ActPart[], name: string): readonly ActPart[] {
  return parts.filter(({ url }) => url === name);
}

function withId<T>(id: string | null, make: (id: string) => T): T | null {
  return id === null ? null : make(id);
}
