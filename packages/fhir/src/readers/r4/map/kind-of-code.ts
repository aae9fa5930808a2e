import { CFS_LEVELS, OBSERVATION_CODES, type ObservationKind } from '../../../codes/observation-codes.ts';
import { kindOfTitle } from '../../../codes/observation-titles.ts';
import { LOCAL, LOINC, SNOMED } from '../../../codes/systems.ts';
import { conceptWords, namesOf, type ConceptLike } from '../../../coding.ts';
import { words } from '../../../text.ts';

const KIND_OF = new Map<string, ObservationKind>([
  ...OBSERVATION_CODES.map(({ system, code, kind }) => [`${system}|${code}`, kind] as const),
  ...[...CFS_LEVELS.keys()].map((code) => [`${SNOMED}|${code}`, 'cfs'] as const),
]);

/** Kinds beside which a code of a narrower kind may stand. A target saturation is also a saturation. */
const BROAD: readonly ObservationKind[] = ['bp', 'spo2', 'frailty'];

/** Every section asks for the kind of every observation, so each code is looked up once. */
const known = new WeakMap<ConceptLike, readonly ObservationKind[]>();

/** All kinds that the codings of an observation name. Of several kinds, nobody knows which is right. */
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

/**
 * The kind by the title, where the codes name none: words alone, the name of a SNOMED CT code that is not in
 * the list, or the names of a place's own codes, where all say the same. A LOINC code that is not in the list is
 * another thing, whatever its title, and so may be a code without a system.
 */
function titledKind(code: ConceptLike): ObservationKind | null {
  const codings = (code.coding ?? []).filter((coding) => coding.code !== undefined);
  if (codings.some(({ system }) => system === undefined || DECIDING.has(system))) return null;
  if (codings.some(({ system }) => system !== SNOMED)) {
    const [kind = null, ...others] = new Set(namesOf(code).map(kindOfTitle));
    return others.length === 0 ? kind : null;
  }
  const title = codings.length === 0 ? conceptWords(code, new Set()) : words(codings[0]?.display);
  return title === null ? null : kindOfTitle(title);
}

/** Systems whose codes decide alone: LOINC, by its address and its number, and this product's own. */
const DECIDING: ReadonlySet<string> = new Set([LOINC, 'urn:oid:2.16.840.1.113883.6.1', LOCAL]);

/** The kind of an observation. `null`: no section needs it, or its codes name two kinds. */
export function kindOf(code: ConceptLike | undefined): ObservationKind | null {
  const [kind, ...others] = kindsOf(code);
  return kind === undefined || others.length > 0 ? null : kind;
}
