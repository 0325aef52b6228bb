/** What goes wrong inside a command. Thrown here and turned into a reply in one place (commands/dispatch.ts), as MongoDB does. */
const CODE_NAMES: Record<number, string> = {
  2: 'BadValue',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  16: 'InvalidLength',
  20: 'IllegalOperation',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  115: 'CommandNotSupported',
  171: 'CannotIndexParallelArrays',
  197: 'InvalidIndexSpecificationOption',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  14031: 'OutOfDiskSpace',
  17280: 'KeyTooLong',
};

export class CommandError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** The name MongoDB gives an error code; codes without one are shown as `Location<code>`. */
export const codeNameOf = (code: number): string => CODE_NAMES[code] ?? `Location${code}`;

/** Stops a command that asks for something this database does not do: error 115, naming it. */
export function refuse(what: string): never {
  throw new CommandError(115, `${what} is not supported by the embedded database`);
}

/** Stops a command that MongoDB itself would call malformed (code 2 unless told otherwise). */
export function fail(code: number, message: string): never {
  throw new CommandError(code, message);
}
