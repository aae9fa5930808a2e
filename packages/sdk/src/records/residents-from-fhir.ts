import { EhchError, type Clock, type PlaceConfiguration, type ResidentSource } from '@ehch/clinical';
import { buildView, patientsIn } from '@ehch/fhir';
import { residentsFromViews } from './residents-from-views.ts';

/**
 * Residents from a FHIR R4 Bundle, or a list of resources: entries, that the embedder has in hand.
 *
 * @throws EhchError `malformed` when there is no Patient in it
 */
export function residentsFromFhir(
  records: unknown,
  options: { clock: Clock; sourceLabel: string; place: PlaceConfiguration | null },
): ResidentSource & { readonly residents: readonly string[] } {
  const patients = patientsIn([records]);
  if (patients.length === 0)
    throw new EhchError(
      'malformed',
      'There is no Patient in these records. Give a FHIR R4 Bundle that holds the resident’s Patient and her other resources.',
    );
  const now = options.clock();
  const roster = patients.flatMap(({ id, name, born }) => (name ? [{ id, name, born }] : []));
  const views = patients.map(
    ({ id }) =>
      buildView({
        resident: id,
        patient: id,
        resources: [records],
        outcomes: {},
        now,
        sourceLabel: options.sourceLabel,
        roster,
        ...(options.place ? { place: options.place } : {}),
      }).view,
  );
  return { ...residentsFromViews(views), residents: patients.map(({ id }) => id) };
}
