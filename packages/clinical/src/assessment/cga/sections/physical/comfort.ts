import { abbey } from '../../../../instruments/abbey/abbey.ts';
import { painad } from '../../../../instruments/painad/painad.ts';
import { choice, chosenTool, group, isOneOf, askedWhen, words } from '../fields.ts';

const SENSE = 'good=Good enough|Reduced|poor=Very poor or none';
const AIDS = 'None|working=Have them, working|broken=Have them, not working|Lost';

export const comfort = group(
  'comfort',
  'Pain, sleep, sight, hearing',
  // What somebody says of their pain comes before any observed score (clinical rule 8.3).
  choice('pain', 'Pain, as they say', 'no=No pain|yes=In pain|Cannot say', { fresh: true }),
  askedWhen('pain', 'yes|cannot-say', words('pain-site', 'Where it hurts', { maxLength: 200 })),
  askedWhen(
    'pain',
    'yes|cannot-say',
    choice(
      'pain-control',
      'Pain is',
      'none=Not there|good=Well controlled|partly=Partly controlled|poor=Not controlled',
    ),
  ),
  ...chosenTool(
    'pain-tool',
    'Observed pain tool',
    { Abbey: abbey, PAINAD: painad },
    { when: isOneOf('pain', 'yes|cannot-say') },
  ),
  choice('sleep', 'Sleep', 'Good|Broken|Poor'),
  choice('vision', 'Sight, with glasses if worn', SENSE),
  askedWhen('vision', 'reduced|poor', choice('glasses', 'Glasses', AIDS)),
  choice('hearing', 'Hearing, with aids if worn', SENSE),
  askedWhen('hearing', 'reduced|poor', choice('hearing-aid', 'Hearing aids', AIDS)),
);
