import { PATIENT_COMPARTMENT } from '../definitions/patient-compartment.ts';
import { searchParametersOf } from '../definitions/search-parameters.ts';
import { Refusal } from '../refusal.ts';
import { referencesIn } from '../repository/references.ts';
import type { Version } from '../repository/version.ts';
import { dateRange } from '../search/date-range.ts';
import { parseSearch } from '../search/parse.ts';
import { referenceOf } from '../search/reference.ts';
import { valuesOf } from '../search/values.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { firstPage, laterPage } from './page.ts';
import { livingOrRefuse } from './read.ts';
import { refuseIgnored, selfLink } from './search.ts';
import { parseResource } from './versions.ts';

/**
 * `GET [base]/Patient/[id]/$everything`: the Patient, the compartment, and what these refer to outside compartments.
 */
export function everything(context: ServerContext, call: Call): Answer {
  if (call.query.has('_page')) return laterPage(context, call);
  const patient = livingOrRefuse(context, 'Patient', call.id);
  const { since, types, rest } = operationParameters(call.query);
  const parsed = parseSearch('Patient', rest, context.traits.pageSize);
  refuseIgnored(context, call, parsed);
  const own = [patient, ...compartment(context, call.id)];
  const all = [...own, ...pointedTo(context, own)];
  const chosen = all.filter(
    (version) =>
      (since === null || !context.traits.everythingSince || version.updated >= since) &&
      (types === null || types.has(version.type)),
  );
  const path = `${context.base}/Patient/${call.id}/$everything`;
  const used = [...call.query].filter(([name]) => !parsed.ignored.includes(name));
  const request = { ...parsed, used };
  return firstPage(context, {
    self: selfLink(path, request),
    path,
    seqs: chosen.map((version) => version.seq),
    request,
  });
}

function operationParameters(query: URLSearchParams): {
  since: number | null;
  types: ReadonlySet<string> | null;
  rest: URLSearchParams;
} {
  const rest = new URLSearchParams(query);
  const sinceText = rest.get('_since');
  const since = sinceText === null ? null : (dateRange(sinceText)?.start ?? null);
  if (sinceText !== null && since === null) throw new Refusal(400, 'value', '_since takes a FHIR instant.');
  const types = rest.has('_type') ? new Set(rest.getAll('_type').flatMap((list) => list.split(','))) : null;
  rest.delete('_since');
  rest.delete('_type');
  return { since, types, rest };
}

function compartment(context: ServerContext, id: string): Version[] {
  const target = `Patient/${id}`;
  const forms = [target, `${context.base}/${target}`];
  const versions = forms.flatMap((form) => context.repository.referringTo(form));
  return [...new Map(versions.map((version) => [version.seq, version])).values()].filter((version) => {
    const parameters = searchParametersOf(version.type);
    const resource = parseResource(version);
    return (PATIENT_COMPARTMENT.get(version.type) ?? []).some((name) => {
      const rule = parameters.get(name);
      return rule && valuesOf(resource, rule).some((value) => forms.includes(referenceOf(value) ?? ''));
    });
  });
}

/**
 * Follows references to practitioners, organisations, locations and medicines, but to no compartment: it may be
 * another's.
 */
function pointedTo(context: ServerContext, own: readonly Version[]): Version[] {
  const found = new Map<number, Version>();
  let frontier = own;
  while (frontier.length > 0) {
    const next: Version[] = [];
    for (const version of frontier) {
      for (const reference of referencesIn(parseResource(version))) {
        const [type = '', id = ''] = reference.replace(`${context.base}/`, '').split('/');
        if (PATIENT_COMPARTMENT.has(type)) continue;
        const target = context.repository.newest(type, id);
        if (!target?.json || found.has(target.seq)) continue;
        found.set(target.seq, target);
        next.push(target);
      }
    }
    frontier = next;
  }
  return [...found.values()];
}
