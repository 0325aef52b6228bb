import type { Doc } from '../bson/values.js';
import { parse, serialize } from '../bson/values.js';
import { compileFilter, type Predicate } from '../query/match.js';
import { prefixOf, type Environment } from './environment.js';

/** One index as stored in the catalogue. `_id` has none: documents are kept in its order. */
export interface IndexSpec {
  readonly id: number;
  readonly name: string;
  readonly key: Record<string, 1 | -1>;
  readonly unique?: boolean;
  readonly sparse?: boolean;
  readonly partialFilterExpression?: Doc;
  readonly expireAfterSeconds?: number;
  /** Set when a document has an array on one of the paths: bounds on it may then overlap, and it gives no order. */
  readonly multikey?: boolean;
  /** Set when a value was too long for a key and was cut: the index gives no order any more. */
  readonly cut?: boolean;
}

export class Index {
  readonly prefix: Buffer;
  readonly paths: readonly string[];
  readonly partial: Predicate | undefined;
  /** The paths that its entries depend on. */
  readonly reads: readonly string[];

  constructor(readonly spec: IndexSpec) {
    this.prefix = prefixOf(spec.id);
    this.paths = Object.keys(spec.key);
    const partial = spec.partialFilterExpression && compileFilter(spec.partialFilterExpression);
    this.partial = partial?.test;
    this.reads = [...this.paths, ...(partial?.paths ?? [])];
  }
}

export class Collection {
  readonly prefix: Buffer;

  constructor(
    readonly ns: string,
    readonly id: number,
    readonly indexes: Index[],
  ) {
    this.prefix = prefixOf(id);
  }
}

/** What collections and indexes there are: in memory for reading, in the `meta` sub-database for keeping. */
export class Catalog {
  #byNs = new Map<string, Collection>();
  #nextId = 1;

  constructor(private readonly env: Environment) {
    this.reload();
  }

  /** Reads everything again, after a transaction was aborted. */
  reload(): void {
    this.#byNs = new Map();
    this.#nextId = 1;
    for (const { key, value } of this.env.meta.getRange()) {
      if (key[0] === 0x21) continue;
      const stored = parse(value) as { id: number; indexes: IndexSpec[] };
      const indexes = stored.indexes.map((spec) => new Index(spec));
      this.#byNs.set(key.toString(), new Collection(key.toString(), stored.id, indexes));
    }
    const next = this.env.meta.get(Buffer.from('!next'));
    if (next) this.#nextId = Number(next.toString());
  }

  find(ns: string): Collection | undefined {
    return this.#byNs.get(ns);
  }

  list(): Collection[] {
    return [...this.#byNs.values()];
  }

  /** Ids are never used twice, so entries of a dropped index can never be taken for another's. */
  takeId(): number {
    const id = this.#nextId++;
    this.env.meta.putSync(Buffer.from('!next'), Buffer.from(String(this.#nextId)));
    return id;
  }

  create(ns: string): Collection {
    return this.save(new Collection(ns, this.takeId(), []));
  }

  save(collection: Collection): Collection {
    const doc = { id: collection.id, indexes: collection.indexes.map((i) => i.spec) };
    this.env.meta.putSync(Buffer.from(collection.ns), serialize(doc));
    this.#byNs.set(collection.ns, collection);
    return collection;
  }

  remove(ns: string): void {
    this.env.meta.removeSync(Buffer.from(ns));
    this.#byNs.delete(ns);
  }

  replaceIndex(collection: Collection, spec: IndexSpec): Index {
    const index = new Index(spec);
    const at = collection.indexes.findIndex((i) => i.spec.id === spec.id);
    collection.indexes[at < 0 ? collection.indexes.length : at] = index;
    this.save(collection);
    return index;
  }
}
