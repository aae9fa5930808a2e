import { choice, day, group, note, PAST, snomed, askedWhen, words, yesNoNotKnown } from './fields.ts';

const WHERE = { maxLength: 100 } as const;

/**
 * Section 8. The decision about CPR is read from its document and asked nowhere here: an answer of last year would pass
 * for it (clinical rule 10).
 */
export const limits = group(
  'limits',
  'Limits',
  choice(
    'acp',
    'Advance care planning',
    'no=Not offered yet|offered=Offered, not done yet|declined=Offered and declined|Done',
  ),
  askedWhen('acp', 'offered|declined|done', day('acp-on', 'On', { ...PAST, optional: true })),
  yesNoNotKnown('respect', 'ReSPECT form', { fact: 'respect-form' }),
  askedWhen('respect', 'yes', day('respect-on', 'Dated', { ...PAST, fact: 'respect-date' })),
  askedWhen(
    'respect',
    'yes',
    words('respect-where', 'Where the original is', { ...WHERE, fact: 'respect-place' }),
  ),
  yesNoNotKnown('adrt', 'Advance decision to refuse treatment', { fact: 'adrt-form' }),
  askedWhen('adrt', 'yes', day('adrt-on', 'Dated', { ...PAST, fact: 'adrt-date' })),
  askedWhen('adrt', 'yes', words('adrt-where', 'Where the original is', { ...WHERE, fact: 'adrt-place' })),
  yesNoNotKnown('cpr-form', 'A form about CPR is in the home', { fact: 'cpr-form' }),
  // Right after its question, so that no copy has the one without the other.
  note(
    'cpr-note',
    'A DNACPR decision is about CPR only. Where no form is found, that says neither “for CPR” nor “not for CPR”. Go by the original.',
  ),
  askedWhen('cpr-form', 'yes', words('cpr-where', 'Where the original is', { ...WHERE, fact: 'cpr-place' })),
  choice(
    'preferred',
    'Preferred place of care and death',
    'here=This home|Hospital|Hospice|family=Own or family home|undecided=Not decided',
    { fact: 'preferred-place', ...snomed('395091006') },
  ),
);
