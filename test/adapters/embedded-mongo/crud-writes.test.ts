import { DBRef, ObjectId } from 'mongodb';
import { crudCases, X3, type Case, type Rows } from './crud.js';

const [ONE, TWO, THREE] = X3 as [object, object, object];
const COLLATION = { collation: { locale: 'en_US', strength: 2 } };
const updateOne = (filter: object, update: object, options: object = {}): Case['run'] => (rows: Rows) => rows.updateOne(filter, update, options); // prettier-ignore
const updateMany = (filter: object, update: object, options: object = {}): Case['run'] => (rows: Rows) => rows.updateMany(filter, update, options); // prettier-ignore
const replaceOne = (filter: object, doc: object, options: object = {}): Case['run'] => (rows: Rows) => rows.replaceOne(filter, doc, options); // prettier-ignore
const counts = (matchedCount: number, modifiedCount: number, upsertedId: unknown = null): object => ({ matchedCount, modifiedCount, upsertedCount: upsertedId === null ? 0 : 1, upsertedId }); // prettier-ignore

crudCases('inserting', [
  { title: 'one', run: (rows) => rows.insertOne({ _id: 2, x: 22 }), gives: { acknowledged: true, insertedId: 2 }, leaves: [TWO] },
  { title: 'one with a comment and no validation', run: (rows) => rows.insertOne({ _id: 2, x: 22 }, { comment: { k: 1 }, bypassDocumentValidation: true }), leaves: [TWO] }, // prettier-ignore
  { title: 'one that is there', given: X3, run: (rows) => rows.insertOne({ _id: 1, x: 1 }), fails: { code: 11000, errorResponse: { keyPattern: { _id: 1 }, keyValue: { _id: 1 } } } }, // prettier-ignore
  { title: 'a clash on a unique index', given: X3, indexes: [[{ x: 1 }, { unique: true }]], run: (rows) => rows.insertOne({ _id: 4, x: 22 }), fails: { code: 11000, errorResponse: { keyPattern: { x: 1 }, keyValue: { x: 22 } }, message: /^E11000 duplicate key error collection: council\.\S+ index: x_1 dup key: \{ x: 22 \}$/ } }, // prettier-ignore
  { title: 'a null _id', run: (rows) => rows.insertOne({ _id: null, x: 1 }, { forceServerObjectId: true }), leaves: [{ _id: null, x: 1 }] },
  { title: 'a field with a dollar', run: (rows) => rows.insertOne({ _id: 1, $a: 1 }), leaves: [{ _id: 1, $a: 1 }] },
  { title: 'a field with a dot', run: (rows) => rows.insertOne({ _id: 1, 'a.b': 1 }), leaves: [{ _id: 1, 'a.b': 1 }] },
  { title: 'inner fields with dollars and dots', run: (rows) => rows.insertOne({ _id: 1, a: { $b: 1, 'c.d': 1 } }), leaves: [{ _id: 1, a: { $b: 1, 'c.d': 1 } }] }, // prettier-ignore
  { title: 'a dot in the _id', run: (rows) => rows.insertOne({ _id: { 'a.b': 1 } } as never), leaves: [{ _id: { 'a.b': 1 } }] },
  { title: 'a dollar in the _id', run: (rows) => rows.insertOne({ _id: { $a: 1 } } as never), fails: 52, leaves: [] },
  {
    title: 'something like a DBRef',
    run: (rows) => rows.insertOne({ _id: 1, a: { $db: 'foo' } }),
    leaves: [{ _id: 1, a: { $db: 'foo' } }],
  },
  { title: 'a DBRef', run: (rows) => rows.insertOne({ _id: 1, a: new DBRef('c', new ObjectId('0'.repeat(24))) }), leaves: [{ _id: 1, a: new DBRef('c', new ObjectId('0'.repeat(24))) }] }, // prettier-ignore
  { title: 'unacknowledged', run: (rows) => rows.insertOne({ _id: 1 }, { writeConcern: { w: 0 } }), gives: { acknowledged: false } },
  { title: 'many', run: (rows) => rows.insertMany(X3), gives: { insertedCount: 3, insertedIds: { 0: 1, 1: 2, 2: 3 } }, leaves: X3 },
  { title: 'many, ordered, one there already', given: [ONE], run: (rows) => rows.insertMany([TWO, ONE, THREE] as never), fails: { code: 11000, inserted: 1, errors: [{ index: 1, code: 11000 }] }, leaves: [ONE, TWO] }, // prettier-ignore
  { title: 'many, unordered, some there already', given: [ONE], run: (rows) => rows.insertMany([ONE, TWO, TWO, THREE] as never, { ordered: false }), fails: { code: 11000, inserted: 2, errors: [{ index: 0, code: 11000 }, { index: 2, code: 11000 }] }, leaves: X3 }, // prettier-ignore
]);

crudCases('deleting', [
  { title: 'one of several', given: X3, run: (rows) => rows.deleteOne({ _id: { $gt: 1 } }), gives: { acknowledged: true, deletedCount: 1 }, leaves: [ONE, THREE] }, // prettier-ignore
  { title: 'none', given: X3, run: (rows) => rows.deleteOne({ _id: 4 }), gives: { deletedCount: 0 }, leaves: X3 },
  { title: 'many', given: X3, run: (rows) => rows.deleteMany({ _id: { $gt: 1 } }), gives: { deletedCount: 2 }, leaves: [ONE] },
  { title: 'with hint, comment and let', given: X3, run: (rows) => rows.deleteMany({ $expr: { $gt: ['$_id', '$$id'] } }, { let: { id: 1 }, hint: '_id_', comment: 'c' }), gives: { deletedCount: 2 }, leaves: [ONE] }, // prettier-ignore
  { title: 'with a hint of no index', given: X3, run: (rows) => rows.deleteMany({ _id: 1 }, { hint: 'none' }), fails: 2 },
  { title: 'with collation', given: X3, run: (rows) => rows.deleteOne({ x: 'PING' }, COLLATION), fails: 115 },
]);

crudCases('updating', [
  { title: 'one of several', given: X3, run: updateOne({ _id: { $gt: 1 } }, { $inc: { x: 1 } }), gives: counts(1, 1), leaves: [ONE, { _id: 2, x: 23 }, THREE] }, // prettier-ignore
  { title: 'one that is so already', given: X3, run: updateOne({ _id: 1 }, { $set: { x: 11 } }), gives: counts(1, 0), leaves: X3 },
  { title: 'none', given: X3, run: updateOne({ _id: 4 }, { $inc: { x: 1 } }), gives: counts(0, 0), leaves: X3 },
  { title: 'many', given: X3, run: updateMany({ _id: { $gt: 1 } }, { $inc: { x: 1 } }), gives: counts(2, 2), leaves: [ONE, { _id: 2, x: 23 }, { _id: 3, x: 34 }] }, // prettier-ignore
  { title: 'with an upsert that inserts', given: X3, run: updateMany({ _id: 4 }, { $inc: { x: 1 }, $setOnInsert: { y: 2 } }, { upsert: true }), gives: counts(0, 0, 4), leaves: [...X3, { _id: 4, x: 1, y: 2 }] }, // prettier-ignore
  { title: 'with an upsert that finds', given: X3, run: updateOne({ _id: 1 }, { $inc: { x: 1 }, $setOnInsert: { y: 2 } }, { upsert: true }), gives: counts(1, 1), leaves: [{ _id: 1, x: 12 }, TWO, THREE] }, // prettier-ignore
  { title: 'with an upsert of a null _id', run: updateOne({ _id: null }, { $unset: { a: '' } }, { upsert: true }), gives: { matchedCount: 0, upsertedCount: 1 }, leaves: [{ _id: null }] }, // prettier-ignore
  { title: 'with an upsert that makes an _id', run: async (rows) => ((await rows.updateOne({ x: 1 }, { $set: { y: 2 } }, { upsert: true })).upsertedId as unknown) instanceof ObjectId, gives: true }, // prettier-ignore
  { title: 'with an upsert of dotted equality', run: updateOne({ _id: 1, 'a.b': 2, c: { $gt: 5 }, d: { $eq: 3 } }, { $set: { 'a.e': 1 } }, { upsert: true }), leaves: [{ _id: 1, a: { b: 2, e: 1 }, d: 3 }] }, // prettier-ignore
  { title: 'with a hint, let and comment', given: X3, run: updateOne({ $expr: { $eq: ['$_id', '$$id'] } }, [{ $set: { x: '$$x' } }], { let: { id: 1, x: 'foo' }, hint: { _id: 1 }, comment: 1 }), gives: counts(1, 1), leaves: [{ _id: 1, x: 'foo' }, TWO, THREE] }, // prettier-ignore
  { title: 'many with let', given: X3, run: updateMany({ $expr: { $gt: ['$_id', '$$id'] } }, [{ $set: { x: '$$x', y: '$$y' } }], { let: { id: 2, x: 'foo', y: { $literal: '$bar' } } }), leaves: [ONE, TWO, { _id: 3, x: 'foo', y: '$bar' }] }, // prettier-ignore
  { title: 'by a pipeline', given: [{ _id: 1, x: 1, y: 1, t: { u: { v: 1 } } }], run: updateMany({}, [{ $replaceRoot: { newRoot: '$t' } }, { $addFields: { foo: 1 } }, { $unset: 'none' }]), gives: counts(1, 1), leaves: [{ _id: 1, u: { v: 1 }, foo: 1 }] }, // prettier-ignore
  { title: 'by $project in a pipeline', given: [{ _id: 1, x: 1, y: 1 }], run: updateOne({}, [{ $project: { x: 1 } }, { $set: { foo: 1 } }]), leaves: [{ _id: 1, x: 1, foo: 1 }] }, // prettier-ignore
  { title: 'a name with a dollar through $setField', given: [{ _id: 1 }], run: updateOne({ _id: 1 }, [{ $replaceWith: { $setField: { field: { $literal: '$a' }, value: 1, input: '$$ROOT' } } }]), leaves: [{ _id: 1, $a: 1 }] }, // prettier-ignore
  { title: 'an inner name with a dot through $setField', given: [{ _id: 1, foo: {} }], run: updateOne({ _id: 1 }, [{ $set: { foo: { $setField: { field: { $literal: 'a.b' }, value: 1, input: '$foo' } } } }]), leaves: [{ _id: 1, foo: { 'a.b': 1 } }] }, // prettier-ignore
  { title: 'by a pipeline with a stage not for updates', given: X3, run: updateOne({}, [{ $match: {} }]), fails: 72 },
  {
    title: 'a value with inner dollars',
    given: [{ _id: 1 }],
    run: updateOne({ _id: 1 }, { $set: { a: { $b: 1 } } }),
    leaves: [{ _id: 1, a: { $b: 1 } }],
  },
  { title: 'elements by arrayFilters', given: [{ _id: 1, y: [{ b: 3 }, { b: 1 }] }, { _id: 2, y: [{ b: 0 }, { b: 1 }] }], run: updateMany({}, { $set: { 'y.$[i].b': 2 } }, { arrayFilters: [{ 'i.b': 1 }] }), gives: counts(2, 2), leaves: [{ _id: 1, y: [{ b: 3 }, { b: 2 }] }, { _id: 2, y: [{ b: 0 }, { b: 2 }] }] }, // prettier-ignore
  { title: 'no element by arrayFilters', given: [{ _id: 1, y: [{ b: 3 }] }], run: updateOne({}, { $set: { 'y.$[i].b': 2 } }, { arrayFilters: [{ 'i.b': 4 }] }), gives: counts(1, 0) }, // prettier-ignore
  { title: 'elements of elements by arrayFilters', given: [{ _id: 5, y: [{ c: [{ d: 2 }, { d: 1 }] }] }], run: updateOne({}, { $set: { 'y.$[i].c.$[j].d': 0 } }, { arrayFilters: [{ 'i.c': { $exists: true } }, { 'j.d': 1 }] }), leaves: [{ _id: 5, y: [{ c: [{ d: 2 }, { d: 0 }] }] }] }, // prettier-ignore
  { title: 'arrayFilters by $or of one name', given: [{ _id: 1, y: [1, 2, 3] }], run: updateOne({}, { $inc: { 'y.$[i]': 10 } }, { arrayFilters: [{ $or: [{ i: 1 }, { i: 3 }] }] }), leaves: [{ _id: 1, y: [11, 2, 13] }] }, // prettier-ignore
  { title: 'arrayFilters that nothing uses', given: X3, run: updateOne({}, { $set: { x: 1 } }, { arrayFilters: [{ i: 1 }] }), fails: 9 },
  { title: 'an element by its match', given: [{ _id: 1, y: [1, 2, 3] }], run: updateOne({ y: { $gte: 2 } }, { $set: { 'y.$': 0 } }), leaves: [{ _id: 1, y: [1, 0, 3] }] }, // prettier-ignore
  { title: 'with collation', given: X3, run: updateOne({ x: 'PING' }, { $set: { x: 1 } }, COLLATION), fails: 115 },
  { title: 'with sort, as MongoDB 7 has not', given: X3, run: updateOne({}, { $set: { x: 1 } }, { sort: { _id: -1 } }), fails: 115 },
  { title: 'with a modifier nobody knows', given: X3, run: updateOne({}, { $foo: { x: 1 } }), fails: 9 },
  { title: 'with $bit', given: X3, run: updateOne({}, { $bit: { x: { and: 1 } } }), fails: { code: 115, message: /\$bit/ } },
  { title: 'the _id', given: X3, run: updateOne({ _id: 1 }, { $set: { _id: 9 } }), fails: 66 },
  { title: 'one place twice', given: X3, run: updateOne({ _id: 1 }, { $set: { x: 9 }, $inc: { x: 1 } }), fails: 40 },
  { title: 'text by $inc', given: [{ _id: 1, x: 'a' }], run: updateOne({ _id: 1 }, { $inc: { x: 1 } }), fails: 14 },
  { title: 'into a clash', given: X3, indexes: [[{ x: 1 }, { unique: true }]], run: updateOne({ _id: 1 }, { $set: { x: 22 } }), fails: { code: 11000, errorResponse: { keyPattern: { x: 1 }, keyValue: { x: 22 } } } }, // prettier-ignore
  { title: 'many into a clash keeps those before it', given: X3, indexes: [[{ y: 1 }, { unique: true, sparse: true }]], run: updateMany({}, { $set: { y: 1 } }), fails: 11000, leaves: [{ _id: 1, x: 11, y: 1 }, TWO, THREE] }, // prettier-ignore
  { title: 'with a hint of no index', given: X3, run: updateMany({}, { $set: { y: 1 } }, { hint: { none: 1 } }), fails: 2 },
  { title: 'unacknowledged', given: X3, run: updateOne({ _id: 1 }, { $set: { x: 0 } }, { writeConcern: { w: 0 } }), gives: { acknowledged: false } }, // prettier-ignore
]);

crudCases('replacing', [
  { title: 'one of several', given: X3, run: replaceOne({ _id: { $gt: 1 } }, { x: 111 }), gives: counts(1, 1), leaves: [ONE, { _id: 2, x: 111 }, THREE] }, // prettier-ignore
  {
    title: 'with the same _id given',
    given: X3,
    run: replaceOne({ _id: 1 }, { x: 111, _id: 1 }),
    leaves: [{ _id: 1, x: 111 }, TWO, THREE],
  },
  { title: 'with another _id', given: X3, run: replaceOne({ _id: 1 }, { _id: 9 }), fails: 66 },
  { title: 'none', given: X3, run: replaceOne({ _id: 4 }, { x: 1 }), gives: counts(0, 0), leaves: X3 },
  { title: 'with an upsert', given: X3, run: replaceOne({ _id: 4, z: 1 }, { x: 1 }, { upsert: true }), gives: counts(0, 0, 4), leaves: [...X3, { _id: 4, x: 1 }] }, // prettier-ignore
  { title: 'with an upsert and its _id', given: X3, run: replaceOne({ _id: 4 }, { _id: 4, x: 1 }, { upsert: true }), gives: counts(0, 0, 4), leaves: [...X3, { _id: 4, x: 1 }] }, // prettier-ignore
  {
    title: 'by dollars and dots inside',
    given: [{ _id: 1 }],
    run: replaceOne({ _id: 1 }, { 'a.b': 1, c: { $d: 1 } }),
    leaves: [{ _id: 1, 'a.b': 1, c: { $d: 1 } }],
  },
  { title: 'with let, hint and comment', given: X3, run: replaceOne({ $expr: { $eq: ['$_id', '$$id'] } }, { x: 'foo' }, { let: { id: 1 }, hint: '_id_', comment: 'c' }), leaves: [{ _id: 1, x: 'foo' }, TWO, THREE] }, // prettier-ignore
  { title: 'with collation', given: X3, run: replaceOne({ x: 'PING' }, { x: 1 }, COLLATION), fails: 115 },
]);
