/** Id of the step that opens a case taken over from an earlier register. */
export const IMPORT = 'import-a-case';
