import { barthel100 } from '../../../instruments/barthel-100/barthel-100.ts';
import { barthel20 } from '../../../instruments/barthel-20/barthel-20.ts';
import { cfs } from '../../../instruments/cfs/cfs.ts';
import { efi } from '../../../instruments/efi/efi.ts';
import { efi2 } from '../../../instruments/efi2/efi2.ts';
import { gaitSpeed } from '../../../instruments/gait-speed/gait-speed.ts';
import { tug } from '../../../instruments/tug/tug.ts';
import { chosenTool, choice, group, isOneOf, scored, askedWhen, words } from './fields.ts';

// "Eating: alone" would say that nobody sits with them.
const HELP = 'alone=Without help|prompt=With prompting|help=With some help|full=With full help';

/** Section 3. Nobody converts between the two scales of Barthel, so which one is used is a question. */
export const functionSection = group(
  'function',
  'Function',
  ...chosenTool('barthel', 'Barthel: which scale', { '0 to 20': barthel20, '0 to 100': barthel100 }),
  choice(
    'transfers',
    'Transfers',
    'alone=Without help|one=With one person|two=With two people|hoist=With a hoist|bed=Stays in bed',
  ),
  choice(
    'walking',
    'Walking',
    'alone=Without an aid|stick=With a stick|frame=With a frame|person=With a person|chair=Wheelchair|none=Does not move about',
  ),
  askedWhen(
    'transfers',
    'two|hoist|bed',
    choice('hoist', 'Hoist', 'none=Not needed|stand=Standing hoist|full=Full hoist'),
  ),
  choice(
    'bed-chair',
    'Bed and chair',
    'right=Right for them|bed=Bed is not right|chair=Chair is not right|both=Neither is right',
  ),
  choice(
    'equipment',
    'Equipment',
    'none=None needed|there=All there and in use|missing=Something is missing',
  ),
  askedWhen('equipment', 'missing', words('equipment-note', 'What is missing', { maxLength: 200 })),
  ...chosenTool(
    'walk-test',
    'Walking test',
    { 'Gait speed': gaitSpeed, 'Timed up and go': tug },
    { when: isOneOf('walking', 'alone|stick|frame|person'), optional: true },
  ),
  choice('help-eating', 'Eating', HELP),
  choice('help-drinking', 'Drinking', HELP),
  choice('help-washing', 'Washing', HELP),
  choice('help-dressing', 'Dressing', HELP),
  choice('help-toilet', 'Using the toilet', HELP),
  scored(cfs),
  ...chosenTool(
    'efi-name',
    'Frailty index on the GP record',
    { eFI: efi, eFI2: efi2 },
    { fact: 'frailty-index-name', optional: true },
  ),
);
