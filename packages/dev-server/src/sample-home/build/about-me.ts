import type { QuestionnaireResponse, QuestionnaireResponseItem } from '@medplum/fhirtypes';
import { ABOUT_ME } from '../codes.ts';
import { madeBy, type Resident } from '../resident.ts';
import type { AboutMePart } from '../story.ts';

const TITLES: Readonly<Record<AboutMePart, string>> = {
  'what-matters': 'What is most important to me',
  people: 'People who are important to me',
  communication: 'How I communicate and how to communicate with me',
  wellness: 'My wellness',
  'please-do': 'Please do and please do not',
  support: 'How and when to support me',
  'also-know': 'Also worth knowing about me',
};

/** Writes PRSB About Me in the resident's own words. The link ids are the SNOMED CT codes of the parts. */
export function aboutMe({ story, days, id, patient, staff }: Resident): QuestionnaireResponse[] {
  if (!story.aboutMe) return [];
  const parts = Object.entries(story.aboutMe) as [AboutMePart, string][];
  return [
    {
      resourceType: 'QuestionnaireResponse',
      id: id('about-me'),
      meta: madeBy('UKCore-QuestionnaireResponse', 'home'),
      status: 'completed',
      subject: patient,
      authored: days.at(Math.min(story.stay.since, 60), '11:30'),
      author: staff('carer'),
      source: patient,
      item: [
        {
          linkId: ABOUT_ME.whole.code ?? '',
          text: 'About me',
          item: parts.map(([part, words]): QuestionnaireResponseItem => ({
            linkId: ABOUT_ME[part].code ?? '',
            text: TITLES[part],
            answer: [{ valueString: words }],
          })),
        },
      ],
    },
  ];
}
