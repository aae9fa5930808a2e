import { CFS_LEVELS, OBSERVATION_CODES, type ObservationKind } from '../../../codes/observation-codes.ts';
import { kindOfTitle } from '../../../codes/observation-titles.ts';
import { LOCAL, SNOMED } from '../../../codes/systems.ts';
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
  const kinds = codedKinds(code);
  const narrow = [...kinds].filter((kind) => !BROAD.includes(kind));
  if (kinds.size > 0) return narrow.length > 0 ? narrow : [...kinds];
  const titled = titledKind(code);
  return titled === null ? [] : [titled];
}

/** The kinds that the codes name, whatever the title says. */
export function codedKinds(code: ConceptLike): ReadonlySet<ObservationKind> {
  return new Set(
    (code.coding ?? []).flatMap((coding) => KIND_OF.get(`${coding.system ?? ''}|${coding.code ?? ''}`) ?? []),
  );
}

/**
 * The kind by the title, where the codes name none: words alone, the names of SNOMED CT codes that are not in the
 * list, or those of a place's own codes, where all say the same. A LOINC code that is not in the list is another
 * thing, whatever its title. So may be a code without a system, and a SNOMED CT code without a name of its own.
 */
function titledKind(code: ConceptLike): ObservationKind | null {
  const codings = (code.coding ?? []).filter((coding) => coding.code !== undefined);
  if (codings.some(({ system }) => system === undefined || DECIDING.test(system))) return null;
  const snomed = codings.filter(({ system }) => SNOMED_ALIKE.test(system ?? ''));
  const isOwn = snomed.length < codings.length;
  const titles = codings.length === 0 ? [conceptWords(code, new Set())] : isOwn ? namesOf(code) : [];
  const named = [...titles, ...snomed.map(({ display }) => words(display))];
  const [kind = null, ...others] = new Set(named.map((title) => kindOfTitle(title ?? '')));
  return others.length === 0 ? kind : null;
}

/** Systems whose codes decide alone: LOINC, in each spelling of its address, and this product's own. */
const DECIDING = new RegExp(`\\bloinc\\.org\\b|\\b2\\.16\\.840\\.1\\.113883\\.6\\.1$|^${LOCAL}$`, 'i');

/** SNOMED CT, in each spelling of its address: of an edition, or by its number. */
const SNOMED_ALIKE = /\bsnomed\.info\b|\b2\.16\.840\.1\.113883\.6\.96$/i;

/** The kind of an observation. `null`: no section needs it, or its codes name two kinds. */
export function kindOf(code: ConceptLike | undefined): ObservationKind | null {
  const [kind, ...others] = kindsOf(code);
  return kind === undefined || others.length > 0 ? null : kind;
}
