import { formatDate } from '../../../display/date.ts';
import { plainText } from '../../../display/plain-text.ts';
import type { AgreedLimits, LimitsDocument } from '../../../resident/limits.ts';
import type { ResidentView } from '../../../resident/view.ts';
import { civilDayOf } from '../../../time/partial-date.ts';
import { factOf, recordedIn, usefulFor, type FactReader, type FactReaders } from '../recorded-fact.ts';

const RESPECT = /^respect\b/i;
const ADRT = /^advance decision to refuse treatment\b|^adrt\b/i;

/**
 * Which documents about limits the record knows, with their day and where the original is. The decision about CPR itself
 * is never taken over: it is read from the original (clinical rule 10). [P] Of use for a year, as they are reviewed.
 */
export const limitsFacts: FactReaders = usefulFor(12, {
  'respect-form': exists(RESPECT),
  'respect-date': dated(RESPECT),
  'respect-place': kept(RESPECT),
  'adrt-form': exists(ADRT),
  'adrt-date': dated(ADRT),
  'adrt-place': kept(ADRT),
  'cpr-form': (view) => {
    const place = cprOriginal(view);
    const words =
      place === null ? '' : `The record says where the original is: ${plainText(place.originalAt ?? '')}`;
    return factOf(place, 'yes', words);
  },
  'cpr-place': (view) => {
    const place = cprOriginal(view);
    return factOf(place, place?.originalAt ?? null, place?.originalAt ?? '');
  },
  'health-attorney': (view) => {
    const makers = limits(view)?.decisionMakers ?? [];
    const attorney = makers.find(({ authority }) =>
      /^lasting power of attorney\b.*\b(health|welfare)\b/i.test(authority),
    );
    if (attorney === undefined) return null;
    const who = attorney.relation === null ? attorney.name : `${attorney.name}, ${attorney.relation}`;
    return factOf(attorney, 'yes', `${attorney.authority}: ${who}`);
  },
  'preferred-place': (view) => {
    const home = recordedIn(view, 'identity')?.stay?.home ?? null;
    const wishes = (limits(view)?.decisions ?? []).filter(({ kind }) => kind.startsWith('preferred-place'));
    const [wish, ...others] = wishes;
    // A place of care and another one of death are two answers to one question.
    if (wish === undefined || others.some(({ text }) => text !== wish.text)) return null;
    return factOf(wish, placeNamed(wish.text, home), wish.text);
  },
});

function exists(title: RegExp): FactReader {
  return (view) => {
    const document = only(view, title);
    return factOf(document, 'yes', document?.title ?? '');
  };
}

function dated(title: RegExp): FactReader {
  return (view) => {
    const document = only(view, title);
    const day = civilDayOf(document?.on ?? null) ?? document?.on ?? null;
    return factOf(document, day, formatDate(day));
  };
}

function kept(title: RegExp): FactReader {
  return (view) => {
    const document = only(view, title);
    return factOf(document, document?.originalAt ?? null, document?.originalAt ?? '');
  };
}

/** The one document of that title that is current. Of two, a person says which. */
function only(view: ResidentView, title: RegExp): LimitsDocument | null {
  const [document, ...others] = (limits(view)?.documents ?? []).filter(
    (each) => each.status === 'current' && title.test(each.title),
  );
  return document === undefined || others.length > 0 ? null : document;
}

function cprOriginal(view: ResidentView) {
  const [decision, ...others] = limits(view)?.cpr ?? [];
  return decision === undefined || others.length > 0 || decision.originalAt === null ? null : decision;
}

function limits(view: ResidentView): AgreedLimits | null {
  return recordedIn(view, 'limits');
}

/** The option for a place, by its whole name; `null`: none for certain. */
function placeNamed(text: string, home: string | null): string | null {
  const plain = text.trim().toLowerCase();
  if (home !== null && plain === home.trim().toLowerCase()) return 'here';
  if (/^(?:this |the |her |his |their )?(?:care |nursing |residential )home$/.test(plain)) return 'here';
  return /^(?:hospital|hospice)$/.test(plain) ? plain : null;
}
