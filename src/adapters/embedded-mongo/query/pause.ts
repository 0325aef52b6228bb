/** Passed down a stream of documents now and then, so that a long scan can let other commands run. */
export const PAUSE = Symbol('pause');
export type Pause = typeof PAUSE;

/** The stream without its pauses, for commands that must run in one go (writes) or are short. */
export function* steady<T>(items: Iterable<T | Pause>): Generator<T> {
  for (const item of items) if (item !== PAUSE) yield item;
}

/** Applies `fn` to each document of a stream; pauses pass through. */
export function* eachOf<T, U>(items: Iterable<T | Pause>, fn: (item: T) => Iterable<U>): Generator<U | Pause> {
  for (const item of items) {
    if (item === PAUSE) yield PAUSE;
    else yield* fn(item);
  }
}

/** Reads a stream to its end before giving `fn` the whole of it (sort, group); pauses pass through meanwhile. */
export function* allOf<T, U>(items: Iterable<T | Pause>, take: (item: T) => void, finish: () => Iterable<U>): Generator<U | Pause> {
  for (const item of items) {
    if (item === PAUSE) yield PAUSE;
    else take(item);
  }
  yield* finish();
}
