import type { ElementPath } from './definitions.ts';

/**
 * What a value of `mutations.ts` reads like on screen, by its type. A name is in capitals there, and a medicine
 * in small letters.
 */
const OWN_WORDS: Readonly<Record<string, RegExp>> = {
  string: /zz words/i,
  markdown: /zz words/i,
  date: /04-Mar-2026/,
  dateTime: /04-Mar-2026/,
  instant: /04-Mar-2026/,
  decimal: /7\.5/,
  integer: /7/,
  positiveInt: /7/,
  unsignedInt: /7/,
};

/**
 * The words that a value must add to the screen. `null`: its type has no words of its own, or it takes something
 * away.
 */
export function ownWords(type: string, { path, types }: ElementPath): RegExp | null {
  const otherwise = SAID_OTHERWISE.find(([place]) => place.test(`${type}.${path}`));
  if (otherwise !== undefined) return otherwise[1];
  // What is referenced is named by the record that it leads to.
  return path.endsWith('.reference') ? /Dr Zz Obi/ : (OWN_WORDS[types.at(-1) ?? ''] ?? null);
}

/**
 * The reviewed list of elements that are read and not shown in their own words, with the words that they add
 * instead.
 */
const SAID_OTHERWISE: readonly (readonly [place: RegExp, said: RegExp | null, reason: string])[] = [
  [/\btelecom\.period\.end$/, null, 'A number that has ended is rung no more, and goes.'],
  [/^Patient\.identifier\.period\.end$/, null, 'A number that has ended is not the number.'],
  [/^(Patient\.contact|RelatedPerson)\.period\.end$/, null, 'Who is no contact any more goes.'],
  [/^CareTeam\.(participant\.)?period\.end$/, null, 'A team or a member that has ended goes.'],
  [/^Patient\.link\.other\./, /Look there too/, 'Another person’s address names nobody to a reader.'],
  [/^Condition\.stage\.assessment\.reference$/, /stage/, 'A person is no assessment.'],
  [/^Condition\.evidence\.detail\.reference$/, /evidence/, 'A person is no finding.'],
  [
    /reasonReference\.reference$|diagnosis\.condition\.reference$/,
    /reason|could be found|could not be found|diagnosis/,
    'A person is no reason.',
  ],
  [/timing\.repeat\.boundsDuration\./, /could not be read/, 'Half a length is no length.'],
  [/^Observation\.code\.text$/, null, 'With another title alone it is another observation.'],
  [/^Observation\.focus\.display$/, /could not be loaded/, 'About whom it is cannot be known.'],
  [
    /^Observation\.(hasMember|derivedFrom)\./,
    /belongs? to it|worked out from/,
    'Records without a name are counted.',
  ],
  [/^Observation\.valueDateTime$/, /could not be read|04-Mar-2026/, 'A day decides nothing about CPR.'],
  [/^CarePlan\.addresses\.reference$/, /addresses/, 'A person is no problem.'],
  [/^CarePlan\.activity\.reference\.reference$/, /could not be read/, 'A person is no action.'],
  [/^Encounter\.location\.period\./, /could not be read/, 'A place without a name is none.'],
  [/^Immunization\.reaction\.detail\.reference$/, /reaction/, 'A person is no reaction.'],
  [
    /^DocumentReference\.relatesTo\.target\./,
    /another document/,
    'A document that did not come has no name.',
  ],
  [/priorPrescription\.reference$/, /earlier prescription/, 'It is known by its day alone.'],
  [
    /^Medication\.ingredient\.itemReference\.reference$/,
    /ingredient without a name/,
    'A person is no ingredient.',
  ],
  [/valueReference\.reference$/, /another record/, 'A record in answer to a question is not named.'],
  [/^List\.entry\.item\.reference$/, null, 'Of what is on it, the list shows only what did not come.'],
  [/^Location\.partOf\.reference$/, /part of|Room 4/, 'What a person is part of is no building.'],
];
