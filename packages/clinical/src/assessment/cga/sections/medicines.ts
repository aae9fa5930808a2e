import { acb } from '../../../instruments/acb/acb.ts';
import { cockcroftGault } from '../../../instruments/cockcroft-gault/cockcroft-gault.ts';
import { polypharmacy } from '../../../instruments/polypharmacy/polypharmacy.ts';
import { chosenTool, day, group, PAST, scored, askedWhen, yesNoNotKnown } from './fields.ts';

/** Section 7. */
export const medicines = group(
  'medicines',
  'Medicines',
  scored(polypharmacy),
  ...chosenTool(
    'clearance',
    'Creatinine clearance',
    { 'Work it out today': cockcroftGault },
    { optional: true },
  ),
  ...chosenTool('burden', 'Anticholinergic burden', { 'Total is known': acb }, { optional: true }),
  yesNoNotKnown('smr', 'Structured medication review done', { fact: 'structured-review' }),
  askedWhen('smr', 'yes', day('smr-on', 'Reviewed on', { ...PAST, fact: 'structured-review-date' })),
  yesNoNotKnown('allergies', 'Allergies checked', { fresh: true }),
  askedWhen(
    'allergies',
    'yes',
    day('allergies-on', 'Checked on, if on another day', { fresh: true, past: true, optional: true }),
  ),
);
