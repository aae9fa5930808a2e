/** The browser as a test breaks it: it dies at a transaction, or its disk is full. */

const alive = IDBDatabase.prototype.transaction;

/** Counts the write transactions of databases whose name begins with `ehch1-`. */
export function countingWrites(): { readonly count: () => number; readonly stop: () => void } {
  let writes = 0;
  IDBDatabase.prototype.transaction = function counted(...args) {
    if (args[1] === 'readwrite' && this.name.startsWith('ehch1-')) writes++;
    return alive.apply(this, args);
  };
  return { count: () => writes, stop: revive };
}

/**
 * Kills the browser at the write transaction with this number: `before` it begins, or `after` it is complete and before
 * its caller hears of it. From then on nothing works until {@link revive}.
 *
 * @returns settles at the kill: what was running then never hears of anything again
 */
export function killAt(number: number, when: 'before' | 'after'): Promise<'died'> {
  let writes = 0;
  let isDead = false;
  return new Promise((die) => {
    IDBDatabase.prototype.transaction = function killing(...args) {
      const isOurs = this.name.startsWith('ehch1-');
      if (isOurs && args[1] === 'readwrite') writes++;
      if (isDead || (isOurs && when === 'before' && writes >= number)) {
        isDead = true;
        die('died');
        throw new Killed();
      }
      const tx = alive.apply(this, args);
      if (isOurs && args[1] === 'readwrite' && writes >= number) {
        isDead = true;
        tx.addEventListener('complete', (event) => {
          event.stopImmediatePropagation();
          die('died');
        });
      }
      return tx;
    };
  });
}

export function revive(): void {
  IDBDatabase.prototype.transaction = alive;
}

/** What a worker never lives to see. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

const put = IDBObjectStore.prototype.put;
const add = IDBObjectStore.prototype.add;

/** A disk on which writes to these stores fail while `isFull` says so. */
export function fullDisk(stores: readonly string[], isFull: (store: IDBObjectStore) => boolean): void {
  const refusing = (write: typeof put): typeof put =>
    function refuse(this: IDBObjectStore, ...args) {
      if (stores.includes(this.name) && isFull(this)) throw new DOMException('full', 'QuotaExceededError');
      return write.apply(this, args);
    };
  IDBObjectStore.prototype.put = refusing(put);
  IDBObjectStore.prototype.add = refusing(add);
}

/**
 * A disk that is full at some writes, as Chromium says it most often: the transaction is aborted some time after the write was
 * asked for, with the reason in it.
 */
export function abortedWrites(isFull: () => boolean): void {
  const aborting = (write: typeof put): typeof put =>
    function abortLater(this: IDBObjectStore, ...args) {
      const request = write.apply(this, args);
      const { transaction } = this;
      // The double's own way to end a transaction for a reason.
      const end = Reflect.get(transaction, '_abort') as (reason: string) => void;
      if (isFull()) queueMicrotask(() => end.call(transaction, 'QuotaExceededError'));
      return request;
    };
  IDBObjectStore.prototype.put = aborting(put);
  IDBObjectStore.prototype.add = aborting(add);
}

const remove = IDBObjectStore.prototype.delete;
const clear = IDBObjectStore.prototype.clear;

/**
 * A full disk as Chromium has it: it refuses every transaction that writes, whatever the same one deletes. What a
 * transaction that only deletes gives back is there once it is complete.
 *
 * @param frees whether deleting in this store makes room
 */
export function fullUntilFreed(frees: (store: string) => boolean): void {
  let isFree = false;
  const freeing = new WeakSet<IDBTransaction>();
  fullDisk([...ALL_STORES], () => !isFree);
  const hearing = <Act extends typeof remove | typeof clear>(act: Act) =>
    function hear(this: IDBObjectStore, ...args: Parameters<Act>) {
      const { transaction, name } = this;
      if (frees(name) && !freeing.has(transaction)) {
        freeing.add(transaction);
        transaction.addEventListener('complete', () => (isFree = true));
      }
      return Reflect.apply(act, this, args) as ReturnType<Act>;
    };
  IDBObjectStore.prototype.delete = hearing(remove);
  IDBObjectStore.prototype.clear = hearing(clear);
}

/** Every write puts into one of these. */
const ALL_STORES = ['meta', 'outbox', 'ack', 'log', 'draft', 'pack', 'delta', 'ver', 'key', 'ballast'];

export function roomAgain(): void {
  IDBObjectStore.prototype.delete = remove;
  IDBObjectStore.prototype.clear = clear;
  IDBObjectStore.prototype.put = put;
  IDBObjectStore.prototype.add = add;
}
