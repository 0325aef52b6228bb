import { crudCases, X3, type Case, type Rows } from './crud.js';

const [ONE, TWO, THREE] = X3 as [object, object, object];
const COLLATION = { collation: { locale: 'en_US', strength: 2 } };
const findOneAndUpdate = (filter: object, update: object, options: object = {}): Case['run'] => (rows: Rows) => rows.findOneAndUpdate(filter, update, options); // prettier-ignore
const findOneAndReplace = (filter: object, doc: object, options: object = {}): Case['run'] => (rows: Rows) => rows.findOneAndReplace(filter, doc, options); // prettier-ignore
const findOneAndDelete = (filter: object, options: object = {}): Case['run'] => (rows: Rows) => rows.findOneAndDelete(filter, options); // prettier-ignore
const AFTER = { returnDocument: 'after' };

crudCases('finding and changing one', [
  { title: 'the first by an order, as it was', given: X3, run: findOneAndUpdate({ _id: { $gt: 1 } }, { $inc: { x: 1 } }, { sort: { x: 1 }, projection: { _id: 0, x: 1 } }), gives: { x: 22 }, leaves: [ONE, { _id: 2, x: 23 }, THREE] }, // prettier-ignore
  {
    title: 'the last by an order, as it is',
    given: X3,
    run: findOneAndUpdate({}, { $inc: { x: 1 } }, { sort: { x: -1 }, ...AFTER }),
    gives: { _id: 3, x: 34 },
  },
  { title: 'none', given: X3, run: findOneAndUpdate({ _id: 4 }, { $inc: { x: 1 } }), gives: null, leaves: X3 },
  { title: 'none, upserted, as it was', given: X3, run: findOneAndUpdate({ _id: 4 }, { $inc: { x: 1 } }, { upsert: true }), gives: null, leaves: [...X3, { _id: 4, x: 1 }] }, // prettier-ignore
  { title: 'none, upserted, as it is', given: X3, run: findOneAndUpdate({ _id: 4 }, { $inc: { x: 1 } }, { upsert: true, ...AFTER, projection: { x: 1, _id: 0 } }), gives: { x: 1 } }, // prettier-ignore
  { title: 'with the whole answer of an upsert', run: findOneAndUpdate({ _id: 4 }, { $inc: { x: 1 } }, { upsert: true, includeResultMetadata: true }), gives: { lastErrorObject: { n: 1, updatedExisting: false, upserted: 4 }, value: null, ok: 1 } }, // prettier-ignore
  { title: 'with the whole answer of an update', given: X3, run: findOneAndUpdate({ _id: 1 }, { $inc: { x: 1 } }, { includeResultMetadata: true }), gives: { lastErrorObject: { n: 1, updatedExisting: true }, value: ONE, ok: 1 } }, // prettier-ignore
  {
    title: 'a null _id, upserted',
    run: findOneAndUpdate({ _id: null }, { $set: { a: 1 } }, { upsert: true }),
    leaves: [{ _id: null, a: 1 }],
  },
  { title: 'by a pipeline with let, hint and comment', given: X3, run: findOneAndUpdate({ $expr: { $eq: ['$_id', '$$id'] } }, [{ $set: { x: '$$x' } }], { let: { id: 1, x: 'foo' }, hint: '_id_', comment: 'c', ...AFTER }), gives: { _id: 1, x: 'foo' } }, // prettier-ignore
  { title: 'elements by arrayFilters', given: [{ _id: 1, y: [{ b: 3 }, { b: 1 }] }], run: findOneAndUpdate({}, { $set: { 'y.$[i].b': 2 } }, { arrayFilters: [{ 'i.b': 3 }], ...AFTER }), gives: { _id: 1, y: [{ b: 2 }, { b: 1 }] } }, // prettier-ignore
  {
    title: 'all elements',
    given: [{ _id: 1, y: [1, 2] }],
    run: findOneAndUpdate({}, { $inc: { 'y.$[]': 1 } }, AFTER),
    gives: { _id: 1, y: [2, 3] },
  },
  { title: 'into a clash', given: X3, indexes: [[{ x: 1 }, { unique: true }]], run: findOneAndUpdate({ _id: 1 }, { $set: { x: 22 } }), fails: { code: 11000, codeName: 'DuplicateKey', keyPattern: { x: 1 }, keyValue: { x: 22 } } }, // prettier-ignore
  { title: 'with a hint of no index', given: X3, run: findOneAndUpdate({ _id: 1 }, { $set: { x: 22 } }, { hint: 'none' }), fails: 2 },
  { title: 'with collation', given: X3, run: findOneAndUpdate({ x: 'PING' }, { $set: { x: 1 } }, COLLATION), fails: 115 },
  { title: 'replaced, as it was', given: X3, run: findOneAndReplace({ _id: { $gt: 1 } }, { x: 32 }, { sort: { x: 1 }, projection: { _id: 0, x: 1 } }), gives: { x: 22 }, leaves: [ONE, { _id: 2, x: 32 }, THREE] }, // prettier-ignore
  { title: 'replaced, as it is, upserted', given: X3, run: findOneAndReplace({ _id: 4 }, { x: 44 }, { upsert: true, ...AFTER }), gives: { _id: 4, x: 44 }, leaves: [...X3, { _id: 4, x: 44 }] }, // prettier-ignore
  { title: 'replaced by dollars and dots inside', given: [{ _id: 1 }], run: findOneAndReplace({ _id: 1 }, { 'a.b': 1, c: { $d: 1 } }, AFTER), gives: { _id: 1, 'a.b': 1, c: { $d: 1 } } }, // prettier-ignore
  { title: 'replaced with another _id', given: X3, run: findOneAndReplace({ _id: 1 }, { _id: 8, x: 1 }), fails: 66 },
  { title: 'replaced with collation', given: X3, run: findOneAndReplace({ x: 'PING' }, { x: 1 }, COLLATION), fails: 115 },
  { title: 'deleted', given: X3, run: findOneAndDelete({ _id: { $gt: 1 } }, { sort: { x: -1 }, projection: { _id: 0, x: 1 }, hint: { _id: 1 }, comment: 'c' }), gives: { x: 33 }, leaves: [ONE, TWO] }, // prettier-ignore
  {
    title: 'deleted with let',
    given: X3,
    run: findOneAndDelete({ $expr: { $eq: ['$_id', '$$id'] } }, { let: { id: 2 } }),
    gives: TWO,
    leaves: [ONE, THREE],
  },
  { title: 'deleted, none there', given: X3, run: findOneAndDelete({ _id: 9 }), gives: null, leaves: X3 },
  { title: 'deleted with collation', given: X3, run: findOneAndDelete({ x: 'PING' }, COLLATION), fails: 115 },
]);

const bulk =
  (operations: object[], options: object = {}): Case['run'] =>
  async (rows: Rows) => {
    // prettier-ignore
    const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, insertedIds, upsertedIds } = await rows.bulkWrite(operations as never, options); // prettier-ignore
    return { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, insertedIds, upsertedIds };
  };
const NOTHING = {
  insertedCount: 0,
  matchedCount: 0,
  modifiedCount: 0,
  deletedCount: 0,
  upsertedCount: 0,
  insertedIds: {},
  upsertedIds: {},
};

const MIXED = [
  { insertOne: { document: { _id: 4, x: 44 } } },
  { updateOne: { filter: { _id: 2 }, update: { $set: { x: 24 } } } },
  { replaceOne: { filter: { _id: 7 }, replacement: { x: 77 }, upsert: true } },
  { deleteOne: { filter: { _id: 1 } } },
  { updateMany: { filter: { _id: { $gt: 2 } }, update: { $inc: { x: 1 } } } },
  { deleteMany: { filter: { x: { $gt: 70 } } } },
];
const DONE = { insertedCount: 1, matchedCount: 4, modifiedCount: 4, deletedCount: 2, upsertedCount: 1, insertedIds: { 0: 4 }, upsertedIds: { 2: 7 } }; // prettier-ignore
const LEFT = [{ _id: 2, x: 24 }, { _id: 3, x: 34 }, { _id: 4, x: 45 }]; // prettier-ignore

crudCases('writing in bulk', [
  { title: 'one of each, ordered', given: X3, run: bulk(MIXED), gives: DONE, leaves: LEFT },
  { title: 'of each, with let and comment', given: X3, run: bulk([{ updateOne: { filter: { $expr: { $eq: ['$_id', '$$id'] } }, update: [{ $set: { x: '$$v' } }] } }, { deleteOne: { filter: { $expr: { $gt: ['$_id', '$$two'] } } } }], { let: { id: 1, v: 5, two: 2 }, comment: 'c' }), leaves: [{ _id: 1, x: 5 }, TWO] }, // prettier-ignore
  { title: 'a failure stops an ordered list', given: X3, run: bulk([{ insertOne: { document: { _id: 4 } } }, { insertOne: { document: { _id: 1 } } }, { deleteOne: { filter: { _id: 2 } } }]), fails: { code: 11000, inserted: 1, deleted: 0, errors: [{ index: 1, code: 11000 }] }, leaves: [...X3, { _id: 4 }] }, // prettier-ignore
  { title: 'a failure does not stop an unordered list', given: X3, run: bulk([{ insertOne: { document: { _id: 1 } } }, { insertOne: { document: { _id: 4 } } }, { updateOne: { filter: { _id: 2 }, update: { $set: { _id: 5 } } } }, { deleteOne: { filter: { _id: 3 } } }], { ordered: false }), fails: { inserted: 1, deleted: 1, errors: [{ index: 0, code: 11000 }, { index: 2, code: 66 }] }, leaves: [ONE, TWO, { _id: 4 }] }, // prettier-ignore
  { title: 'upserts told by their places', given: X3, run: bulk([{ updateOne: { filter: { _id: 1 }, update: { $inc: { x: 1 } } } }, { updateOne: { filter: { _id: 8 }, update: { $set: { x: 8 } }, upsert: true } }, { updateMany: { filter: { _id: 9 }, update: { $set: { x: 9 } }, upsert: true } }]), gives: { ...NOTHING, matchedCount: 1, modifiedCount: 1, upsertedCount: 2, upsertedIds: { 1: 8, 2: 9 } } }, // prettier-ignore
  { title: 'arrayFilters in each', given: [{ _id: 1, y: [{ b: 3 }, { b: 1 }] }, { _id: 2, y: [{ b: 0 }, { b: 1 }] }], run: bulk([{ updateOne: { filter: {}, update: { $set: { 'y.$[i].b': 2 } }, arrayFilters: [{ 'i.b': 3 }] } }, { updateMany: { filter: {}, update: { $set: { 'y.$[i].b': 5 } }, arrayFilters: [{ 'i.b': 1 }] } }]), gives: { ...NOTHING, matchedCount: 3, modifiedCount: 3 }, leaves: [{ _id: 1, y: [{ b: 2 }, { b: 5 }] }, { _id: 2, y: [{ b: 0 }, { b: 5 }] }] }, // prettier-ignore
  { title: 'hints in each', given: X3, run: bulk([{ updateMany: { filter: { _id: { $gt: 1 } }, update: { $inc: { x: 1 } }, hint: '_id_' } }, { replaceOne: { filter: { _id: 1 }, replacement: { x: 0 }, hint: { _id: 1 } } }, { deleteOne: { filter: { _id: 3 }, hint: '_id_' } }]), leaves: [{ _id: 1, x: 0 }, { _id: 2, x: 23 }] }, // prettier-ignore
  { title: 'a null _id', run: bulk([{ updateOne: { filter: { _id: null }, update: { $set: { x: 1 } }, upsert: true } }]), leaves: [{ _id: null, x: 1 }] }, // prettier-ignore
  { title: 'a pipeline', given: X3, run: bulk([{ updateMany: { filter: {}, update: [{ $project: { x: { $add: ['$x', 1] } } }] } }]), leaves: [{ _id: 1, x: 12 }, { _id: 2, x: 23 }, { _id: 3, x: 34 }] }, // prettier-ignore
  { title: 'deletes of all', given: X3, run: bulk([{ deleteMany: { filter: {} } }]), gives: { ...NOTHING, deletedCount: 3 }, leaves: [] },
  { title: 'collation in one fails what is with it', given: X3, run: bulk([{ updateOne: { filter: { _id: 1 }, update: { $set: { x: 0 } } } }, { updateOne: { filter: { x: 'A' }, update: { $set: { x: 0 } }, ...COLLATION } }]), fails: 115 }, // prettier-ignore
]);
