import { asText, formatDate, formatName, instruments } from '@ehch/clinical';
import { undisputed } from '../../internal/telling.ts';
import type { Telling } from '../scorer-ui.ts';

/** The form as plain lines for a clinical record. It names whom it is about, so that a wrong paste is seen; no number. */
export function textOf({ open, state, view, now, author }: Telling): string {
  const person = view && undisputed(view.sections.identity);
  const born = person?.born ?? null;
  const { phase } = open;
  return asText(open.form, phase.name === 'finished' ? phase.assessment : state, {
    now,
    author,
    instruments,
    ...(person === null ? {} : { identity: `${formatName(person.name)}, born ${formatDate(born)}` }),
  });
}
