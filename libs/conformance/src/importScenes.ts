import type { Counts, ImportScope, RowStatus } from "@muster/domain/model/Import"
import { Databases } from "@muster/domain/ports/Databases"
import { Departments } from "@muster/domain/ports/Departments"
import { Imports, type NewImport, type StagedRow } from "@muster/domain/ports/Imports"
import { ImportWork, type CheckedRows, type Finding, type UserChunk } from "@muster/domain/ports/ImportWork"
import { PermissionGroups } from "@muster/domain/ports/PermissionGroups"
import { noChanges } from "@muster/domain/model/RowChanges"
import { person } from "./person.ts"
import { Effect, Option } from "effect"

export const platform: ImportScope = { kind: "platform-users", databaseId: null }

/** Characters that stores are known to lose: NUL, a lone surrogate, one beyond the basic plane. */
export const odd = "a\0b\ud800\u{1F469}"

/** A word that nobody else uses: claims may share a store. */
export const newWord = () => `w${crypto.randomUUID()}`

/** A row of the person made of the word. */
export const rowCells = (row: number, word: string) => ({
  row,
  cells: [word, odd],
  emailKey: `${word}@conformance.example`,
  usernameKey: word,
  readingIssues: [],
})

/** An import, `validating`, with a row from 2 on for the person of each word. */
export const makeImport = (scope: ImportScope, words: ReadonlyArray<string>, undoes: string | null = null) =>
  importOf(
    scope,
    words.map((word, at) => ({ ...rowCells(at + 2, word), finding: null })),
    { undoes, isChecked: false },
  )

/** An import, `validating`, of these rows. */
export const importOf = Effect.fnUntraced(function* (
  scope: ImportScope,
  rows: ReadonlyArray<StagedRow>,
  { undoes, isChecked }: Pick<NewImport, "undoes" | "isChecked">,
) {
  const imports = yield* Imports
  const id = crypto.randomUUID()
  yield* imports.stage(id, rows)
  return yield* imports.create({
    id,
    scope,
    staged: rows.length,
    isChecked,
    fileName: "people.csv",
    delimiter: ";",
    header: ["E-mail", odd],
    columns: ["email", "name"],
    issues: [],
    invalidRows: "refuse",
    mode: "create",
    undoes,
    createdBy: "conformance",
  })
})

/** The import in the hands of a new worker, whose lease ends at once. */
export const claimed = Effect.fnUntraced(function* (importId: string) {
  const work = yield* ImportWork
  return Option.getOrThrow(
    yield* work.claim({
      importId,
      worker: crypto.randomUUID(),
      leaseSeconds: 0,
      untriedOnly: false,
      afterOutage: false,
    }),
  )
})

export const finding = (row: number, status: RowStatus, found: Partial<Finding> = {}): Finding => ({
  row,
  status,
  issues: [],
  outcome: status === "valid" ? "created" : null,
  userId: null,
  changes: noChanges,
  access: null,
  ...found,
})

/** Rows that were checked, as many as there are findings. */
export const checkedRows = (findings: ReadonlyArray<Finding>): CheckedRows => ({
  upTo: Math.max(0, ...findings.map(({ row }) => row)),
  many: findings.length,
  findings,
})

/** Somebody made of the word, found in a row. */
export const newcomer = (row: number, word: string) => ({ row, person: person(word) })

/** A chunk of rows up to one, in which nothing is done but what is said. */
export const chunkUpTo = (upTo: number, parts: Partial<UserChunk> = {}): UserChunk => ({
  after: 0,
  upTo,
  created: [],
  updated: [],
  removed: [],
  findings: [],
  ...parts,
})

/** An import, `running` and claimed, all its rows `valid`, with what each would be granted. */
export const runningImport = Effect.fnUntraced(function* (
  scope: ImportScope,
  words: ReadonlyArray<string>,
  foundOf: (word: string) => Partial<Finding> = () => ({}),
) {
  const imports = yield* Imports
  const work = yield* ImportWork
  const { id } = yield* makeImport(scope, words)
  const validating = yield* claimed(id)
  yield* work.saveFindings(
    validating,
    checkedRows(words.map((word, at) => finding(at + 2, "valid", foundOf(word)))),
  )
  yield* work.settle(validating, "ready")
  yield* imports.start(scope, id, "somebody")
  return yield* claimed(id)
})

/** A database with the department `D` and the permission group `G`. */
export const newDatabase = Effect.gen(function* () {
  const { id } = yield* (yield* Databases).create({ id: crypto.randomUUID(), name: "Ours" })
  const department = { departmentId: "D", name: "D", parentId: null }
  yield* (yield* Departments).create(id, crypto.randomUUID(), department)
  const group = { groupName: "G", description: "", permissions: [] }
  yield* (yield* PermissionGroups).create(id, crypto.randomUUID(), group)
  return id
})

/** How many rows the statuses of the counts make. */
export const sumOf = ({ rows: _, ...statuses }: Counts): number =>
  Object.values(statuses).reduce((sum, count) => sum + count, 0)

/** An import's counts, and the same counted from its rows. */
export const countsAndRows = Effect.fnUntraced(function* (scope: ImportScope, id: string) {
  const imports = yield* Imports
  const { counts } = yield* imports.find(scope, id)
  const rows = yield* imports.rows(id, { statuses: null, after: 0, limit: 1_000_000 })
  const counted: Record<string, number> = Object.fromEntries(Object.keys(counts).map((status) => [status, 0]))
  for (const { status } of rows) counted[status] = (counted[status] ?? 0) + 1
  return { counts, counted: { ...counted, rows: rows.length } }
})
