import { test } from 'node:test';
import { storeContract } from '../../test/store-contract.ts';
import { openMemoryStore } from './open-memory-store.ts';

storeContract((title, body) => void test(`in memory: ${title}`, () => body(openMemoryStore())));
