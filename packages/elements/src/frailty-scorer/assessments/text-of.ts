import { asText } from '@ehch/clinical/assessment';
import { formatDate, formatName } from '@ehch/clinical/display';
import { instruments } from '@ehch/clinical/instruments';
import { undisputed } from '../../internal/section-surroundings.ts';
import { notSentWords } from '../port-words.ts';
import type { SessionView } from '../session-view.ts';

/** The form as plain lines for a clinical record. It names whom it is about, so that a wrong paste is seen; no number. */
export function textOf(
  { session, state, record, now, author }: SessionView,
  length: 'short' | 'full',
): string {
  const person = record && undisputed(record.sections.identity);
  const born = person?.born ?? null;
  const { phase } = session;
  const finished = phase.state === 'finished' || phase.state === 'withdrawing' ? phase : null;
  return asText(session.form, finished?.assessment ?? state, {
    now,
    author,
    instruments,
    length,
    inError: finished?.inError ?? null,
    notSent: finished === null ? null : notSentWords(finished.receipt),
    ...(person === null ? {} : { identity: `${formatName(person.name)}, born ${formatDate(born)}` }),
  });
}
