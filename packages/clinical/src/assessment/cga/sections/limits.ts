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
    day('acp-on', 'On', PAST),
    yesNo('respect', 'ReSPECT form'),
    when('respect', 'yes', day('respect-on', 'Dated', PAST)),
    when('respect', 'yes', words('respect-where', 'Where the original is', WHERE)),
    yesNo('adrt', 'Advance decision to refuse treatment'),
    when('adrt', 'yes', day('adrt-on', 'Dated', PAST)),
    when('adrt', 'yes', words('adrt-where', 'Where the original is', WHERE)),
    yesNo('cpr-form', 'A form about CPR is in the home'),
    // Right after its question, so that no copy has the one without the other.
    note(
      'cpr-note',
      'A DNACPR decision is about CPR only. No form found here is neither “for CPR” nor “not for CPR”. Go by the original.',
    ),
    when('cpr-form', 'yes', words('cpr-where', 'Where the original is', WHERE)),
    choice(
      'preferred',
      'Preferred place of care and death',
      'here=This home|Hospital|Hospice|family=Own or family home|undecided=Not decided',
      snomed('395091006'),
    ),
  ))();
