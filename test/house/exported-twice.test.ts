import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circles, exportedTwice, longFunctions } from './measures.ts';
import { sourceFiles, type SourceFile } from './source.ts';

const files = sourceFiles();

test('no two files of a package export the same name, except files of one kind', () => {
  assert.deepEqual(
    exportedTwice(files).map(({ name, paths }) => `${name}: ${paths.join(', ')}`),
    [],
  );
});

const file = (path: string, part: Partial<SourceFile> = {}): SourceFile => ({
  path,
  package: 'packages/a',
  lines: [],
  comments: [],
  functions: [],
  templates: [],
  needs: [],
  declares: new Set(),
  ...part,
});

test('the measures find a name that is exported twice, a circular import and a long function', () => {
  const breaking = [
    file('a.ts', { declares: new Set(['Place']), needs: ['b.ts'] }),
    file('b.ts', { declares: new Set(['Place', 'Other']), needs: ['c.ts'] }),
    file('c.ts', {
      needs: ['a.ts'],
      lines: ['function long() {', ...Array.from({ length: 80 }, () => 'call();'), '}', '', '// words'],
      functions: [{ name: 'long', from: 1, to: 84 }],
      comments: [{ from: 84, to: 84 }],
    }),
  ];
  assert.deepEqual(exportedTwice(breaking), [{ name: 'Place', paths: ['a.ts', 'b.ts'] }]);
  assert.deepEqual(circles(breaking), [['a.ts', 'b.ts', 'c.ts']]);
  assert.deepEqual(longFunctions(breaking, 80), [{ name: 'long', path: 'c.ts', lines: 82 }]);
});
