import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SignInError, type SignInCode } from './sign-in-error.ts';
import { TokenKeeper } from './token-keeper.ts';
import type { Tokens } from './tokens.ts';

const FIRST: Tokens = { access: 'a1', refresh: 'r1', expires: 300_000 };

function world(first = FIRST) {
  const state = { now: 0, asked: [] as string[], kept: [] as string[], ended: 0 };
  let fails: SignInCode | null = null;
  let next = 1;
  const keeper = new TokenKeeper(first, {
    async refresh(refresh) {
      state.asked.push(refresh);
      await Promise.resolve();
      if (fails !== null) throw new SignInError(fails);
      next += 1;
      return { access: `a${next}`, refresh: `r${next}`, expires: state.now + 300_000 };
    },
    keep: async ({ access }) => void state.kept.push(access),
    ended: () => (state.ended += 1),
    now: () => state.now,
  });
  return { state, keeper, fail: (code: SignInCode | null) => (fails = code) };
}

test('a token is renewed before its end, once for all who ask at the same time', async () => {
  const { state, keeper } = world();
  assert.equal(await keeper.token(), 'a1');
  state.now = 239_999;
  assert.equal(await keeper.token(), 'a1');
  state.now = 240_000;
  assert.deepEqual(await Promise.all([keeper.token(), keeper.token(), keeper.refused()]), ['a2', 'a2', true]);
  assert.deepEqual([state.asked, state.kept], [['r1'], ['a2']]);
});

test('after a 401 a token is renewed once; the server that refuses the next one too is not asked again', async () => {
  const { state, keeper } = world();
  assert.equal(await keeper.refused(), true);
  assert.equal(await keeper.refused(), false);
  assert.deepEqual(state.asked, ['r1']);
  // Later the renewed token has become old itself.
  state.now = 290_000;
  assert.equal(await keeper.token(), 'a3');
  assert.equal(await keeper.refused(), true);
});

test('a server that is silent costs no session: the token stays until its end, and then the request waits', async () => {
  const { state, keeper, fail } = world();
  fail('silent');
  state.now = 250_000;
  assert.equal(await keeper.token(), 'a1');
  state.now = 300_000;
  await assert.rejects(keeper.token(), { code: 'silent' });
  assert.equal(state.ended, 0);
  fail(null);
  assert.equal(await keeper.token(), 'a2');
});

test('a session that the server has ended gives no token any more, and says so once', async () => {
  const { state, keeper, fail } = world();
  fail('ended');
  assert.equal(await keeper.refused(), false);
  assert.deepEqual([await keeper.token(), await keeper.token(), state.ended], [null, null, 1]);
});

test('without a refresh token the session ends with its token', async () => {
  const { state, keeper } = world({ ...FIRST, refresh: null });
  assert.equal(await keeper.token(), 'a1');
  state.now = 300_000;
  assert.deepEqual([await keeper.token(), state.ended], [null, 1]);
});
