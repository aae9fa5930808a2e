import { choice, day, group, note, PAST, snomed, when, words, yesNo } from './fields.ts';

const WHERE = { maxLength: 100 } as const;

/**
 * Section 8. The decision about CPR is read from its document and asked nowhere here: an answer of last year would pass
 * for it (clinical rule 10).
 */
export const limits = /* @__PURE__ */ (() =>
  group(
    'limits',
    'Limits',
    choice(
      'acp',
      'Advance care planning',
      'no=Not offered yet|offered=Offered, not done yet|declined=Offered and declined|Done',
    ),
    when('acp', 'offered|declined|done', day('acp-on', 'On', { ...PAST, optional: true })),
    yesNo('respect', 'ReSPECT form', { fact: 'respect-form' }),
    when('respect', 'yes', day('respect-on', 'Dated', { ...PAST, fact: 'respect-date' })),
    when(
      'respect',
      'yes',
      words('respect-where', 'Where the original is', { ...WHERE, fact: 'respect-place' }),
    ),
    yesNo('adrt', 'Advance decision to refuse treatment', { fact: 'adrt-form' }),
    when('adrt', 'yes', day('adrt-on', 'Dated', { ...PAST, fact: 'adrt-date' })),
    when('adrt', 'yes', words('adrt-where', 'Where the original is', { ...WHERE, fact: 'adrt-place' })),
    yesNo('cpr-form', 'A form about CPR is in the home', { fact: 'cpr-form' }),
    // Right after its question, so that no copy has the one without the other.
    note(
      'cpr-note',
      'A DNACPR decision is about CPR only. No form found here is neither “for CPR” nor “not for CPR”. Go by the original.',
    ),
    when('cpr-form', 'yes', words('cpr-where', 'Where the original is', { ...WHERE, fact: 'cpr-place' })),
    choice(
      'preferred',
      'Preferred place of care and death',
      'here=This home|Hospital|Hospice|family=Own or family home|undecided=Not decided',
      { fact: 'preferred-place', ...snomed('395091006') },
    ),
  ))();
