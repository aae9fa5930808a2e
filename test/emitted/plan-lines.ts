import type { PlanLineIntent } from '../../packages/clinical/src/index.ts';
import {
  PLAN_KINDS,
  planKind,
  type PlanLineKind,
  type PlanText,
} from '../../packages/clinical/src/care-plan/index.ts';
import { writeIntent } from '../../packages/fhir/src/writers/index.ts';
import type { OperationAuthor } from '../../packages/fhir/src/writers/operations/operation.ts';
import { edited } from '../../packages/sync/src/conflicts/merge.ts';
import type { Json } from './operation-bundle.ts';

/** A line of a kind with every field filled in. */
function wholeLine(kind: PlanLineKind): PlanText {
  return Object.fromEntries(
    Object.entries(planKind(kind).fields).map(([name, { form, label }]) => [
      name,
      form.kind === 'one-of'
        ? (Object.keys(form.options)[0] ?? null)
        : form.kind === 'day'
          ? '2026-11-20'
          : form.kind === 'line'
            ? 'QuestionnaireResponse/decision'
            : `${label}, in words`,
    ]),
  );
}

/** The resources of every press on a line of every kind: added, changed or replaced, proposed, taken over and ended. */
export function planLinesEmitted(
  resident: string,
  author: OperationAuthor,
  intentOf: (n: number) => string,
): readonly { readonly from: string; readonly resources: readonly Json[] }[] {
  let presses = 0;
  const press = (
    what: Partial<PlanLineIntent> & Pick<PlanLineIntent, 'act' | 'of'>,
    written: readonly Json[] = [],
  ): readonly Json[] => {
    presses += 1;
    const by = { name: author.display, role: 'nurse' };
    const plain = { kind: 'plan-line', line: null, before: null, after: null, reason: null, by } as const;
    const operation = writeIntent(
      {
        id: intentOf(presses),
        resident,
        pressedAt: '2026-11-20T10:00:00+00:00',
        what: { ...plain, ...what },
      },
      { author, clockOffsetMs: 0, written },
    );
    // Rows of a form are changed by the code that the push uses.
    return operation.parts.map((part) => {
      if (part.op === 'create') return JSON.parse(part.body) as Json;
      const old = written.find(({ resourceType, id }) => resourceType === part.type && id === part.id);
      return JSON.parse(edited(JSON.stringify(old), part.edits)) as Json;
    });
  };
  return (Object.keys(PLAN_KINDS) as PlanLineKind[]).flatMap((of) => {
    const after = wholeLine(of);
    const added = press({ act: 'add', of, after });
    const line = nameOf(added);
    const isDecision = planKind(of).decided !== null;
    const [field = ''] = Object.keys(after).filter(
      (name) => planKind(of).fields[name]?.form.kind === 'words',
    );
    const other = { ...after, [field]: 'Other words' };
    const act = isDecision ? 'replace' : 'change';
    const proposed = isDecision ? press({ act: 'propose', of, line, after: other }) : [];
    const taken = isDecision
      ? press({ act: 'replace', of, line, after: other, proposal: nameOf(proposed) }, [...added, ...proposed])
      : [];
    return [
      { from: `${of} added`, resources: added },
      { from: `${of}: ${act}`, resources: press({ act, of, line, before: after, after: other }, added) },
      { from: `${of} proposed`, resources: proposed },
      { from: `${of} taken over`, resources: taken },
      { from: `${of} ended`, resources: press({ act: 'end', of, line, reason: 'She moved' }, added) },
    ];
  });
}

function nameOf([first]: readonly Json[]): string {
  return `${String(first?.['resourceType'])}/${String(first?.['id'])}`;
}
