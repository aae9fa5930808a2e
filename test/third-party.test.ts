import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNamed, thirdPartyOf, thirdPartyText } from '../.ci/third-party.ts';

const names = (importer: string) => thirdPartyOf(importer).map(({ name }) => name);

test('each package of ours names its dependencies, with theirs, and nothing of the workspace', () => {
  assert.deepEqual(names('packages/clinical'), []);
  assert.deepEqual(names('packages/fhir'), ['zod']);
  for (const needed of ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context'])
    assert.ok(names('packages/elements').includes(needed), needed);
  for (const needed of ['lit', 'zod', 'comlink']) assert.ok(names('packages/sdk').includes(needed), needed);
  for (const needed of ['lit', 'zod', 'comlink', 'webextension-polyfill'])
    assert.ok(names('extension').includes(needed), needed);
  assert.ok(names('extension').every((name) => !name.startsWith('@ehch/')));
});

test('the file contains the full text of each licence', () => {
  const text = thirdPartyText(thirdPartyOf('extension'));
  assert.match(text, /Redistribution and use in source and binary forms/);
  assert.match(text, /Mozilla Public License Version 2\.0[^]*10\.4\. Distributing Source Code Form/);
  assert.match(
    text,
    /TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION[^]*END OF TERMS AND CONDITIONS/,
  );
  assert.match(text, /Permission is hereby granted, free of charge/);
});

test('a bundle with a package that the licence file does not name is refused', () => {
  const named = thirdPartyOf('extension');
  assert.doesNotThrow(() => assertNamed(['/x/src/a.ts', '/x/node_modules/lit/index.js'], named));
  assert.throws(
    () => assertNamed(['/x/node_modules/.pnpm/a@1/node_modules/planted/index.js'], named),
    /planted is bundled/,
  );
});

test('a project that is not in the lock file is refused', () => {
  assert.throws(() => thirdPartyOf('packages/planted'), /not in the lock file/);
});
