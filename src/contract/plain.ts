/** A value of the domain as the contract has it: the same, but writable. */
export type Plain<Value> = Value extends object
  ? { -readonly [Key in keyof Value]: Plain<Value[Key]> }
  : Value

/** A copy of a plain value that may be sent. Shapes of the contract are writable, those of the domain are not. */
export const toPlain = <Value>(value: Value): Plain<Value> => structuredClone(value) as Plain<Value> // as: a copy may be written to
