import type { Address, Extension, Identifier, Patient } from '@medplum/fhirtypes';
import { NHS_NUMBER, UK_CORE } from '../codes.ts';
import { testNhsNumber } from '../identifiers.ts';
import { organizationReference } from '../places.ts';
import { madeBy, type Resident } from '../resident.ts';
import type { LanguageStory, NumberStory } from '../story.ts';

const HOME_ADDRESS: Address = {
  use: 'home',
  text: 'Rowan Court, Rowan Lane',
  line: ['Rowan Court', 'Rowan Lane'],
};

/** Writes the Patient of a story. */
export function patient({ story, days, id, seed }: Resident): Patient {
  const identifiers = identifier(story.number);
  const extension = extensions(story.number, story.ethnicity);
  const practice = story.practice === 'other' ? 'otherPractice' : 'practice';
  return {
    resourceType: 'Patient',
    id: id('patient'),
    meta: madeBy('UKCore-Patient', 'practice'),
    ...(extension.length > 0 ? { extension } : {}),
    ...(identifiers.length > 0 ? { identifier: identifiers } : {}),
    active: story.died === undefined,
    name: [
      { use: 'official', family: story.family, given: [...story.given], prefix: [story.title] },
      ...(story.preferred === undefined ? [] : [{ use: 'usual' as const, given: [story.preferred] }]),
      ...(story.maiden === undefined
        ? []
        : [{ use: 'maiden' as const, family: story.maiden, given: [...story.given] }]),
    ],
    gender: story.gender,
    birthDate: story.born,
    ...(story.died === undefined ? {} : { deceasedDateTime: days.at(story.died, '05:40') }),
    address: [HOME_ADDRESS],
    ...(story.languages
      ? {
          communication: story.languages.map(({ name, preferred }) => ({
            language: { coding: [{ system: 'urn:ietf:bcp:47', code: LANGUAGES[name] }], text: name },
            ...(preferred === undefined ? {} : { preferred }),
          })),
        }
      : {}),
    ...interpreter(story.languages, extension),
    generalPractitioner: [organizationReference(seed, practice)],
  };
}

/** BCP 47 tags, which FHIR requires. Makaton has no tag of its own, because its signs accompany spoken English. */
const LANGUAGES: Readonly<Record<LanguageStory['name'], string>> = {
  English: 'en',
  'English and Makaton signs': 'en',
  Gujarati: 'gu',
  Hungarian: 'hu',
  Urdu: 'ur',
  Welsh: 'cy',
};

function identifier(number: NumberStory): Identifier[] {
  if ('nhs' in number) {
    return [
      {
        extension: [verification(number.status ?? '01')],
        system: NHS_NUMBER,
        value: testNhsNumber(number.nhs),
      },
    ];
  }
  return 'chi' in number ? [{ type: { text: 'CHI number (Scotland)' }, value: number.chi }] : [];
}

const VERIFICATION = {
  '01': 'Number present and verified',
  '02': 'Number present but not traced',
  '03': 'Trace required',
} as const;

function verification(code: keyof typeof VERIFICATION): Extension {
  return {
    url: `${UK_CORE}Extension-UKCore-NHSNumberVerificationStatus`,
    valueCodeableConcept: {
      coding: [
        {
          system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland',
          code,
          display: VERIFICATION[code],
        },
      ],
    },
  };
}

function extensions(number: NumberStory, ethnicity: string | undefined): Extension[] {
  const found: Extension[] = [];
  if (ethnicity !== undefined) {
    found.push({
      url: `${UK_CORE}Extension-UKCore-EthnicCategory`,
      valueCodeableConcept: {
        coding: [
          { system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland', code: ethnicity },
        ],
      },
    });
  }
  if (!('nhs' in number)) {
    const code = 'chi' in number ? 'devolved-nation' : number.unavailable;
    const system = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberUnavailableReason';
    found.push({
      url: `${UK_CORE}Extension-UKCore-NHSNumberUnavailableReason`,
      valueCodeableConcept: { coding: [{ system, code }] },
    });
  }
  return found;
}

function interpreter(
  languages: readonly LanguageStory[] | undefined,
  others: readonly Extension[],
): Pick<Patient, 'extension'> {
  if (!languages?.some((language) => language.interpreter)) return {};
  const url = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired';
  return { extension: [...others, { url, valueBoolean: true }] };
}
