import { CFS_LEVELS, OBSERVATION_CODES, type ObservationKind } from '../../../codes/observation-codes.ts';
import { kindOfTitle } from '../../../codes/observation-titles.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { conceptWords, type ConceptLike } from '../../../coding.ts';
import { words } from '../../../text.ts';

const KIND_OF = new Map<string, ObservationKind>([
  ...OBSERVATION_CODES.map(({ system, code, kind }) => [`${system}|${code}`, kind] as const),
  ...[...CFS_LEVELS.keys()].map((code) => [`${SNOMED}|${code}`, 'cfs'] as const),
]);

/** Kinds that a code of a narrower kind may stand beside: a saturation that is aimed at is a saturation. */
const BROAD: readonly ObservationKind[] = ['bp', 'spo2', 'frailty'];

/** Each section asks it of every observation of the record: a code is looked up once. */
const known = new WeakMap<ConceptLike, readonly ObservationKind[]>();

/** All that the codings of an observation say it is about. More than one kind, and nobody knows which of them it is. */
export function kindsOf(code: ConceptLike | undefined): readonly ObservationKind[] {
  if (code === undefined) return [];
  const kinds = known.get(code) ?? lookUp(code);
  known.set(code, kinds);
  return kinds;
}

function lookUp(code: ConceptLike): readonly ObservationKind[] {
  const kinds = new Set(
    (code.coding ?? []).flatMap((coding) => KIND_OF.get(`${coding.system ?? ''}|${coding.code ?? ''}`) ?? []),
  );
  const narrow = [...kinds].filter((kind) => !BROAD.includes(kind));
  if (kinds.size > 0) return narrow.length > 0 ? narrow : [...kinds];
  const titled = titledKind(code);
  return titled === null ? [] : [titled];
}

/** By its title, where its codes name no kind: words alone, or the name of a SNOMED CT code that is not on the list. */
function titledKind(code: ConceptLike): ObservationKind | null {
  const codings = (code.coding ?? []).filter((coding) => coding.code !== undefined);
  if (codings.some(({ system }) => system !== SNOMED)) return null;
  const title = codings.length === 0 ? conceptWords(code, new Set()) : words(codings[0]?.display);
  return title === null ? null : kindOfTitle(title);
}

/** What an observation is about; `null`: nothing that some section asks for, or two things at once. */
export function kindOf(code: ConceptLike | undefined): ObservationKind | null {
  const [kind, ...others] = kindsOf(code);
  return kind === undefined || others.length > 0 ? null : kind;
}
