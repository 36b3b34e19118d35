/** A column of an import file: how its header may be spelt and what its cells may hold. */
export interface Column {
  readonly name: ColumnName
  readonly required: boolean
  /** In UTF-16 code units, as the browser's `maxlength` counts. */
  readonly maxLength: number
  /** Whether the text names somebody or something, so that no invisible character may hide in it. */
  readonly identifies: boolean
  /** Published spellings of the header, English and Swedish, beside the name itself. */
  readonly synonyms: ReadonlyArray<string>
  /** The cell of the example row; people at `@example.invalid` (RFC 2606) are nobody. */
  readonly example: string
}

export type ColumnName =
  | "email"
  | "firstName"
  | "lastName"
  | "username"
  | "phone"
  | "mobilePhone"
  | "languageCode"
  | "externalId"
  | "departmentId"
  | "groupName"
  | "name"
  | "parentId"
  | "description"
  | "permissions"
