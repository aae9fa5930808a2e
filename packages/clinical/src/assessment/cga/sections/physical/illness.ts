import type { FormItem } from '../../../../form/types.ts';
import { news2 } from '../../../../instruments/news2/news2.ts';
import { CONDITIONS } from '../../conditions.ts';
import {
  anyBut,
  choice,
  day,
  group,
  list,
  PAST,
  asOtherMoment,
  several,
  askedWhen,
  whole,
  words,
  yesNoNotKnown,
} from '../fields.ts';

const VACCINES = 'None|flu=Influenza|covid=COVID-19|Pneumococcal|Shingles|RSV|Other';

/** What they live with, and how they usually are. */
export const illness = group(
  'illness',
  'Illnesses, breathing, heart',
  several('conditions', 'Known long-term conditions', CONDITIONS, {
    hint: 'Tick all that are known.',
    fact: 'conditions',
  }),
  askedWhen(
    'conditions',
    anyBut('none', CONDITIONS),
    // Not brought over from the last time: there may be a new one since.
    yesNoNotKnown('conditions-all', 'That is all of them', {
      hint: 'Only then does what is not ticked count as not there.',
      fresh: true,
    }),
  ),
  list(
    'active',
    'Active problems',
    words('active-name', 'Problem', { maxLength: 100, fact: 'problem-name', optional: true }),
    choice('active-severity', 'How bad', 'Mild|Moderate|Severe', {
      fact: 'problem-severity',
      optional: true,
    }),
    day('active-reviewed', 'Last reviewed', { ...PAST, optional: true }),
  ),
  usual(),
  choice('breath', 'Breathless', 'No|effort=On effort|rest=At rest'),
  several('vaccines-due', 'Immunisations due', VACCINES, { fresh: true }),
  askedWhen('vaccines-due', anyBut('none', VACCINES), day('vaccines-on', 'Planned for', { fresh: true })),
);

/**
 * Clinical rule 2.3: set by a clinician, with its parts. Its own group and no instrument: nobody measured it as one set. The
 * parts are asked only where it is set anew: for whoever reads a set that stands, the total is enough.
 */
function usual(): FormItem {
  const parts = news2.items.filter(({ id }) => !['acvpu', 'scale', 'oxygen'].includes(id));
  const anew = <Item extends FormItem>(item: Item) => askedWhen('usual-change', 'anew', item);
  return group(
    'usual',
    'What is usual for them, as a clinician sets it',
    whole('usual-news2', 'Usual NEWS2 total', 0, 20, { fact: 'usual-news2' }),
    choice(
      'usual-change',
      'Is that still what is usual',
      'keep=Yes|anew=No, or none: set it today|not-now=Not for me to set',
      { fresh: true, optional: true },
    ),
    ...parts.map((item) => anew(asOtherMoment(item, `usual/${item.id}`))),
    anew(choice('usual-oxygen', 'Usually on', 'Air|Oxygen')),
    anew(words('usual-by', 'Set by (role)', { maxLength: 60 })),
    anew(day('usual-on', 'Set on', PAST)),
    anew(day('usual-review', 'Review by')),
  );
}
