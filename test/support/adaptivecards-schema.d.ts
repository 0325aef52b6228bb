export interface _Unused {}
