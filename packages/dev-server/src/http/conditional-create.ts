import type { FhirResource } from '../resource.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { refuseMissingTargets } from './integrity.ts';
import { onlyMatch } from './only-match.ts';
import { stamped } from './update.ts';
import { termsOf } from './write-terms.ts';
import { written } from './written.ts';

/** Creates, unless `If-None-Exist` finds one: http://hl7.org/fhir/R4/http.html#ccreate */
export function createUnlessKnown(context: ServerContext, call: Call, resource: FhirResource): Answer {
  const { repository, traits } = context;
  const condition = traits.ifNoneExist === 'honoured' ? call.headers['if-none-exist'] : undefined;
  const existing =
    condition === undefined ? null : onlyMatch(context, call.type, condition, traits.conditionalCreateRaceMs);
  if (existing) return written(context, call, 200, existing);
  if (traits.integrity === 'checked') refuseMissingTargets(context, resource);
  const id = repository.newId();
  return written(
    context,
    call,
    201,
    repository.write(stamped(context, resource), id, 'POST', termsOf(context, call)),
  );
}
