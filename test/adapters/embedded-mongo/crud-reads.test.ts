import { MaxKey, MinKey, type Db } from 'mongodb';
import { crudCases, X3, type Case, type Rows } from './crud.js';

const find =
  (filter: object, options: object = {}): Case['run'] =>
  (rows: Rows) =>
    rows.find(filter, options).toArray();
const pipe =
  (pipeline: object[], options: object = {}): Case['run'] =>
  (rows: Rows) =>
    rows.aggregate(pipeline, options).toArray();

const FIVE = [...X3, { _id: 4, x: 44 }, { _id: 5, x: 55 }];
const TEXTS = [
  { _id: 1, x: 'ping' },
  { _id: 2, x: 'pong' },
];

crudCases('finding', [
  { title: 'by equality', given: X3, run: find({ _id: 1 }), gives: [X3[0]] },
  { title: 'with $gt, skip, limit and a descending order', given: FIVE, run: find({ _id: { $gt: 1 } }, { sort: { _id: -1 }, skip: 1, limit: 2 }), gives: [FIVE[3], FIVE[2]] }, // prettier-ignore
  { title: 'in batches of two', given: FIVE, run: find({}, { batchSize: 2, sort: { _id: 1 } }), gives: FIVE },
  { title: 'with a limit and a smaller batch', given: FIVE, run: find({}, { limit: 4, batchSize: 2, sort: { x: 1 } }), gives: FIVE.slice(0, 4) }, // prettier-ignore
  { title: 'with a negative limit, one batch', given: FIVE, run: find({}, { limit: -2, sort: { _id: 1 } }), gives: FIVE.slice(0, 2) },
  { title: 'with comments of several kinds', given: X3, run: find({ _id: 2 }, { comment: { key: 'value' } }), gives: [X3[1]] },
  { title: 'with comment in the filter', given: X3, run: find({ _id: 2, $comment: 'why' }), gives: [X3[1]] },
  { title: 'with allowDiskUse', given: X3, run: find({}, { allowDiskUse: true, sort: { x: -1 } }), gives: [...X3].reverse() },
  { title: 'with let in $expr', given: X3, run: find({ $expr: { $eq: ['$_id', '$$id'] } }, { let: { id: 2 } }), gives: [X3[1]] },
  { title: 'with a let that is literal', given: [{ _id: 1, x: '$v' }], run: find({ $expr: { $eq: ['$x', '$$w'] } }, { let: { w: { $literal: '$v' } } }), gives: [{ _id: 1, x: '$v' }] }, // prettier-ignore
  { title: 'with an undefined variable', given: X3, run: find({ $expr: { $eq: ['$_id', '$$none'] } }), fails: 17276 },
  { title: 'by a hint of a name', given: X3, indexes: [[{ x: 1 }, { name: 'xs' }]], run: find({ x: 22 }, { hint: 'xs' }), gives: [X3[1]] },
  { title: 'by a hint of a pattern', given: X3, run: find({ _id: 3 }, { hint: { _id: 1 } }), gives: [X3[2]] },
  { title: 'by a hint of no index', given: X3, run: find({ _id: 3 }, { hint: 'none' }), fails: 2 },
  { title: 'keeping and dropping fields', given: X3, run: find({ _id: 1 }, { projection: { _id: 0, x: 1 } }), gives: [{ x: 11 }] },
  { title: 'with collation, which is refused', given: TEXTS, run: find({ x: 'PING' }, { collation: { locale: 'en_US', strength: 2 } }), fails: { code: 115, codeName: 'CommandNotSupported', message: /collation/ } }, // prettier-ignore
  { title: 'with simple collation, which is none', given: TEXTS, run: find({ x: 'PING' }, { collation: { locale: 'simple' } }), gives: [] },
  { title: 'with an unknown operator', given: X3, run: find({ x: { $foo: 1 } }), fails: 2 },
  { title: 'with an unknown operator at the top', given: X3, run: find({ $foo: 1 }), fails: 2 },
  { title: 'null and missing', given: [{ _id: 1, a: null }, { _id: 2 }, { _id: 3, a: 1 }], run: find({ a: null }), gives: [{ _id: 1, a: null }, { _id: 2 }] }, // prettier-ignore
  { title: 'a null _id by its type', run: async (rows) => (await rows.updateOne({ _id: null }, { $set: { a: 1 } }, { upsert: true }), rows.countDocuments({ _id: { $type: 'null' } })), gives: 1 }, // prettier-ignore
  { title: 'by a regular expression and its options', given: TEXTS, run: find({ x: { $regex: '^PI', $options: 'i' } }), gives: [TEXTS[0]] },
  { title: 'between MinKey and MaxKey', given: X3, run: find({ x: { $gt: new MinKey(), $lt: new MaxKey() } }), gives: X3 },
  { title: 'in a collection that is not there', run: find({}), gives: [] },
  { title: 'one, or null', given: X3, run: (rows) => rows.findOne({ _id: 9 }), gives: null },
]);

crudCases('counting and distinct', [
  { title: 'all', given: X3, run: (rows) => rows.countDocuments({}), gives: 3 },
  { title: 'with skip and limit', given: X3, run: (rows) => rows.countDocuments({}, { skip: 1, limit: 3 }), gives: 2 },
  { title: 'with a filter, hint and comment', given: X3, run: (rows) => rows.countDocuments({ _id: { $gt: 1 } }, { hint: '_id_', comment: 'c' }), gives: 2 }, // prettier-ignore
  { title: 'none there', run: (rows) => rows.countDocuments({}), gives: 0 },
  { title: 'none there, estimated', run: (rows) => rows.estimatedDocumentCount({ comment: 'c', maxTimeMS: 6000 }), gives: 0 },
  { title: 'estimated', given: X3, run: (rows) => rows.estimatedDocumentCount(), gives: 3 },
  { title: 'by the old command', given: X3, run: (rows) => rows.count({ _id: { $gt: 1 } }), gives: 2 },
  { title: 'with collation', given: TEXTS, run: (rows) => rows.countDocuments({ x: 'PING' }, { collation: { locale: 'en_US', strength: 2 } }), fails: 115 }, // prettier-ignore
  { title: 'distinct values', given: [...X3, { _id: 4, x: 11 }], run: (rows) => rows.distinct('x'), gives: [11, 22, 33] },
  { title: 'distinct values of arrays and nulls', given: [{ _id: 1, x: [2, 1] }, { _id: 2, x: null }, { _id: 3 }, { _id: 4, x: [] }], run: (rows) => rows.distinct('x'), gives: [null, 1, 2] }, // prettier-ignore
  { title: 'distinct with a filter and comment', given: X3, run: (rows) => rows.distinct('x', { _id: { $gt: 1 } }, { comment: { a: 1 } }), gives: [22, 33] }, // prettier-ignore
  { title: 'distinct with collation', given: TEXTS, run: (rows) => rows.distinct('x', {}, { collation: { locale: 'en_US' } }), fails: 115 },
]);

crudCases('aggregating', [
  { title: 'match and sort', given: X3, run: pipe([{ $sort: { x: 1 } }, { $match: { _id: { $gt: 1 } } }], { batchSize: 1 }), gives: [X3[1], X3[2]] }, // prettier-ignore
  { title: 'with comment, allowDiskUse, maxTimeMS and hint', given: X3, run: pipe([{ $match: { _id: 1 } }], { comment: { a: 1 }, allowDiskUse: false, maxTimeMS: 999, hint: { _id: 1 } }), gives: [X3[0]] }, // prettier-ignore
  { title: 'with let', given: X3, run: pipe([{ $match: { $expr: { $eq: ['$_id', '$$id'] } } }, { $project: { _id: 0, x: '$$x', y: '$$y' } }], { let: { id: 1, x: 'foo', y: { $literal: '$bar' } } }), gives: [{ x: 'foo', y: '$bar' }] }, // prettier-ignore
  { title: 'with $$NOW, $$ROOT and $$REMOVE', given: [X3[0] as object], run: pipe([{ $set: { t: { $gt: ['$$NOW', new Date(0)] }, r: '$$ROOT.x', x: '$$REMOVE' } }]), gives: [{ _id: 1, t: true, r: 11 }] }, // prettier-ignore
  { title: 'group, count, unwind', given: [{ _id: 1, t: ['a', 'b'] }, { _id: 2, t: ['a'] }], run: pipe([{ $unwind: '$t' }, { $group: { _id: '$t', n: { $sum: 1 } } }, { $sort: { _id: 1 } }]), gives: [{ _id: 'a', n: 2 }, { _id: 'b', n: 1 }] }, // prettier-ignore
  {
    title: 'with collation',
    given: TEXTS,
    run: pipe([{ $match: { x: 'PING' } }], { collation: { locale: 'en_US', strength: 2 } }),
    fails: 115,
  },
  { title: 'with $out', given: X3, run: pipe([{ $match: {} }, { $out: 'elsewhere' }]), fails: { code: 115, message: /\$out/ } },
  { title: 'with $merge', given: X3, run: pipe([{ $merge: { into: 'elsewhere' } }]), fails: { code: 115, message: /\$merge/ } },
  { title: 'with a stage nobody knows', given: X3, run: pipe([{ $foo: 1 }]), fails: { code: 115, message: /\$foo/ } },
  { title: 'with an operator that is not here', given: X3, run: pipe([{ $project: { y: { $function: { body: '', args: [], lang: 'js' } } } }]), fails: { code: 115, message: /\$function/ } }, // prettier-ignore
  { title: 'with an accumulator that is not here', given: X3, run: pipe([{ $group: { _id: null, y: { $median: { input: '$x', method: 'approximate' } } } }]), fails: { code: 115, message: /\$median/ } }, // prettier-ignore
  { title: 'a whole database', given: X3, run: (rows) => (rows as unknown as { db: Db }).db.aggregate([{ $listLocalSessions: {} }]).toArray(), fails: { code: 115, message: /\$listLocalSessions/ } }, // prettier-ignore
]);
