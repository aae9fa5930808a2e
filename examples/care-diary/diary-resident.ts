import { ALSO_HERE, WRITTEN_OTHERWISE } from './differences.ts';

/** A resident as on the diary's own cards: every field is text, as somebody typed it. */
export interface DiaryResident {
  /** The diary's own number, and the only thing of a resident in its addresses. */
  readonly card: string;
  readonly family: string;
  readonly given: string;
  readonly title: string;
  /** `14/07/1941` */
  readonly born: string;
  readonly nhsNumber: string;
}

/** What the diary copies from a FHIR Patient at its start. */
export interface Patient {
  readonly active?: boolean;
  readonly name?: readonly {
    readonly family?: string;
    readonly given?: readonly string[];
    readonly prefix?: readonly string[];
    readonly text?: string;
  }[];
  readonly birthDate?: string;
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
}

/** Fills the diary's cards. `ownCards` adds what only the sample home's diary has: other people and other spellings. */
export function residentsOf(patients: readonly Patient[], ownCards: boolean): readonly DiaryResident[] {
  const cards = patients.filter(({ active }) => active !== false).map(cardOf);
  const own = ownCards ? [...cards.map(asWrittenHere), ...ALSO_HERE] : cards;
  return own
    .toSorted((one, other) => one.family.localeCompare(other.family, 'en-GB'))
    .map((resident, at) => ({ ...resident, card: `R${at + 1}` }));
}

type Card = Omit<DiaryResident, 'card'>;

function cardOf({ name = [], birthDate = '', identifier = [] }: Patient): Card {
  const [first] = name;
  const number = identifier.find(({ system }) => system === 'https://fhir.nhs.uk/Id/nhs-number')?.value;
  return {
    family: (first?.family ?? first?.text ?? 'NO NAME').toUpperCase(),
    given: (first?.given ?? []).join(' '),
    title: first?.prefix?.[0] ?? '',
    born: birthDate.split('-').toReversed().join('/'),
    nhsNumber: number?.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3') ?? 'not known',
  };
}

function asWrittenHere(card: Card): Card {
  return { ...card, ...WRITTEN_OTHERWISE[card.nhsNumber] };
}
