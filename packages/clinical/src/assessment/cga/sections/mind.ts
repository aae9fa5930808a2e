import { fourAt } from '../../../instruments/4at/4at.ts';
import { sixCit } from '../../../instruments/6cit/6cit.ts';
import { amts10 } from '../../../instruments/amts10/amts10.ts';
import { cornell } from '../../../instruments/cornell/cornell.ts';
import { gds15 } from '../../../instruments/gds15/gds15.ts';
import { gds4 } from '../../../instruments/gds4/gds4.ts';
import { phq2 } from '../../../instruments/phq2/phq2.ts';
import {
  choice,
  chosenTool,
  day,
  group,
  isOneOf,
  list,
  PAST,
  scored,
  askedWhen,
  words,
  yesNoNotKnown,
} from './fields.ts';

/** Section 4. */
export const mind = group(
  'mind',
  'Mind',
  yesNoNotKnown('dementia', 'Dementia diagnosed', { fact: 'dementia' }),
  askedWhen(
    'dementia',
    'yes',
    choice(
      'dementia-type',
      'Which',
      'alzheimer=Alzheimer’s|Vascular|Mixed|lewy=Lewy body or Parkinson’s|Other|Not known',
      { fact: 'dementia-kind' },
    ),
  ),
  askedWhen('dementia', 'yes', choice('dementia-degree', 'How far', 'Mild|Moderate|Severe|Very severe')),
  askedWhen('dementia', 'yes', day('dementia-on', 'Diagnosed on', { ...PAST, optional: true })),
  yesNoNotKnown('delirium-risk', 'At raised risk of delirium', {
    hint: 'Such as dementia, infection, dehydration, new medicines, a fracture.',
  }),
  // NICE CG103 (January 2023) 1.3.1 and 1.6.1: look for a recent change, and where there is one, test. The 4AT is its choice.
  yesNoNotKnown('delirium-signs', 'More muddled, drowsy, restless or withdrawn, for hours or days', {
    fresh: true,
  }),
  askedWhen('delirium-signs', 'yes|not-known', scored(fourAt)),
  // [P] Where dementia is diagnosed, a short test says nothing new.
  ...chosenTool(
    'memory-tool',
    'Memory test, if useful',
    { '6CIT': sixCit, AMTS: amts10 },
    { when: isOneOf('dementia', 'no|not-known') },
  ),
  ...chosenTool(
    'mood-tool',
    'Mood tool',
    { 'GDS-4': gds4, 'GDS-15': gds15, 'PHQ-2': phq2, Cornell: cornell },
    {
      hint: 'The GDS loses its value in moderate to severe dementia.',
    },
  ),
  yesNoNotKnown('distress', 'Shows distress by what they do'),
  askedWhen('distress', 'yes', words('distress-pattern', 'What it looks like, and when')),
  askedWhen('distress', 'yes', words('distress-triggers', 'What sets it off')),
  askedWhen('distress', 'yes', words('distress-plan', 'What helps, without medicine')),
  yesNoNotKnown('psychotropics', 'On a psychotropic medicine'),
  askedWhen(
    'psychotropics',
    'yes',
    list(
      'psychotropic',
      'Each psychotropic medicine',
      words('psychotropic-name', 'Medicine', { maxLength: 100 }),
      choice(
        'psychotropic-kind',
        'Kind',
        'Antipsychotic|Antidepressant|sedative=Sedative or sleeping tablet|dementia=For dementia|Other',
      ),
      words('psychotropic-why', 'Why', { maxLength: 200 }),
      day('psychotropic-review', 'Review on'),
    ),
  ),
);
