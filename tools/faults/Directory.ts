/** An import as the store has it. `events` are those the audit has of it, in order. */
export interface KeptImport {
  readonly id: string
  readonly file: string
  readonly databaseId: string | null
  /** The import that this one takes back. */
  readonly undoes: string | null
  readonly state: string
  readonly counts: Readonly<Record<string, number>>
  readonly events: ReadonlyArray<string>
  /** How many users the audit says that it created, and removed. */
  readonly auditedUsers: number
  readonly auditedRemovals: number
  /** Its report of all rows, as the API answers it. */
  readonly report: ReadonlyArray<ReportedRow>
}

export interface ReportedRow {
  readonly row: number
  readonly status: string
  readonly email: string
  readonly codes: string
}

export interface KeptUser {
  readonly id: string
  readonly email: string
  readonly emailKey: string
  readonly lastName: string
  readonly importId: string | null
  readonly row: number | null
}

export interface KeptAccess {
  readonly databaseId: string
  readonly email: string
  readonly department: string
  readonly group: string
}

/** Everything that is there once faults and clients have come to an end. */
export interface Directory {
  readonly imports: ReadonlyArray<KeptImport>
  readonly users: ReadonlyArray<KeptUser>
  readonly accesses: ReadonlyArray<KeptAccess>
  /** Rows that belong to no import. */
  readonly strayRows: number
  /** What is wrong with the chain of the audit. */
  readonly auditFaults: ReadonlyArray<string>
  /** What is wrong with the servers: ended by themselves, connections kept. */
  readonly serverFaults: ReadonlyArray<string>
}
