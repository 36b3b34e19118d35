import { describe, expect, it } from "vitest"
import type { Directory, KeptImport } from "../Directory.ts"
import type { Entry, MeantFile, MeantRow } from "../Journal.ts"
import { undoingOf } from "../meantFiles.ts"
import { check } from "./check.ts"

const nothing = {
  valid: 0,
  invalid: 0,
  conflict: 0,
  skipped: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  failed: 0,
  unprocessed: 0,
}

const people: MeantFile = {
  name: "people.csv",
  databaseId: null,
  invalidRows: "skip",
  rows: [
    { row: 2, email: "own@own.example", cells: ["Own"], as: "own" },
    { row: 3, email: "shared@shared.example", cells: ["Shared"], as: "shared" },
  ],
}
const access: MeantFile = {
  name: "access.csv",
  databaseId: "north",
  invalidRows: "refuse",
  rows: [{ row: 2, email: "own@own.example", cells: ["d1", "readers"], as: "own" }],
}

const imported = (file: MeantFile, id: string, created: number, failed: number): KeptImport => ({
  id,
  file: file.name,
  databaseId: file.databaseId,
  state: "completed",
  counts: { ...nothing, rows: created + failed, created, failed },
  events: ["import.received", "import.ready", "import.started", "import.completed"],
  undoes: null,
  auditedRemovals: 0,
  auditedUsers: file.databaseId === null ? created : 0,
  report: file.rows.map(({ row, email }, at) => ({
    row,
    email,
    status: at < created ? "created" : "failed",
    codes: "",
  })),
})

const user = (email: string, importId: string, row: number, lastName: string) => ({
  id: `${importId} ${row}`,
  email,
  emailKey: email,
  lastName,
  importId,
  row,
})

/** All as it should be: two people imported, of whom somebody else had made one, and access given. */
const sound: Directory = {
  imports: [imported(people, "1", 1, 1), imported(access, "2", 1, 0)],
  users: [
    user("own@own.example", "1", 2, "Own"),
    { ...user("shared@shared.example", "", 0, "Shared"), importId: null, row: null },
  ],
  accesses: [{ databaseId: "north", email: "own@own.example", department: "d1", group: "readers" }],
  strayRows: 0,
  auditFaults: [],
  serverFaults: [],
}

const told = (one: KeptImport, state = one.state) => ({ id: one.id, state, counts: one.counts })

const journalOf = (directory: Directory): ReadonlyArray<Entry> =>
  [people, access].flatMap((meant, at): ReadonlyArray<Entry> => {
    const one = directory.imports[at] as KeptImport
    const asked = { is: "asked", client: 0, file: meant.name } as const
    const answered = { is: "answered", code: null, retryAfter: null } as const
    return [
      { ...asked, at: 0, operation: 2 * at, act: "upload", importId: null, meant },
      { is: "unanswered", at: 1, operation: 2 * at, why: "cut" },
      { ...answered, at: 2, operation: 2 * at, status: 201, told: told(one, "ready") },
      { ...asked, at: 3, operation: 2 * at + 1, act: "run", importId: one.id },
      { ...answered, at: 4, operation: 2 * at + 1, status: 202, told: told(one) },
    ]
  })

const journal = journalOf(sound)
const [first, second] = sound.imports as [KeptImport, KeptImport]

const withImport = (one: KeptImport): Directory => ({
  ...sound,
  imports: sound.imports.map((there) => (there.id === one.id ? one : there)),
})
const counts = (one: KeptImport, change: Readonly<Record<string, number>>): KeptImport => ({
  ...one,
  counts: { ...one.counts, ...change },
})

/** The journal with answers like this one, by their status. */
const answering = (status: number, change: object): ReadonlyArray<Entry> =>
  journal.map((entry) =>
    entry.is === "answered" && entry.status === status ? { ...entry, ...change } : entry,
  )

const corrected: MeantRow = { row: 2, email: "other@own.example", cells: ["Own"], as: "own" }

const wrongs: ReadonlyArray<readonly [string, string, ReadonlyArray<Entry>, Directory]> = [
  ["I1", "a file imported twice", journal, { ...sound, imports: [...sound.imports, { ...first, id: "3" }] }],
  ["I1", "an import nobody sent", journal.slice(5), sound],
  ["I1", "one upload answered with two ids", answering(201, { told: { ...told(first), id: "9" } }), sound],
  ["I2", "a user lost", journal, { ...sound, users: sound.users.slice(1) }],
  [
    "I2",
    "a user made twice by one row",
    journal,
    { ...sound, users: [...sound.users, user("more@own.example", "1", 2, "Own")] },
  ],
  [
    "I2",
    "a user of no import",
    journal,
    { ...sound, users: [...sound.users, user("x@own.example", "7", 2, "X")] },
  ],
  [
    "I2",
    "a user with another name than the row says",
    journal,
    { ...sound, users: [user("own@own.example", "1", 2, "Else"), ...sound.users.slice(1)] },
  ],
  [
    "I2",
    "a person of one's own not created",
    journalOf({ ...sound, imports: [imported(people, "1", 0, 2), second] }),
    { ...sound, imports: [imported(people, "1", 0, 2), second], users: sound.users.slice(1) },
  ],
  ["I2", "a conflict with nobody", journal, { ...sound, users: sound.users.slice(0, 1) }],
  ["I2", "access lost", journal, { ...sound, accesses: [] }],
  [
    "I2",
    "access to another place",
    journal,
    { ...sound, accesses: [{ ...sound.accesses[0]!, department: "d2" }] },
  ],
  ["I3", "an acknowledged import lost", journal, { ...sound, imports: [second] }],
  [
    "I3",
    "an import told completed and cancelled since",
    journal,
    withImport({ ...first, state: "cancelled", events: [...first.events.slice(0, 3), "import.cancelled"] }),
  ],
  [
    "I4",
    "users of a refused import",
    journal,
    withImport({ ...first, state: "refused", events: ["import.received", "import.refused"] }),
  ],
  [
    "I5",
    "a key twice",
    journal,
    {
      ...sound,
      users: [...sound.users, { ...user("own@own.example", "", 0, "Own"), importId: null, row: null }],
    },
  ],
  [
    "I5",
    "a key that is not canonical",
    journal,
    { ...sound, users: sound.users.map((one) => ({ ...one, emailKey: one.emailKey.toUpperCase() })) },
  ],
  ["I6", "counts that do not add up", journal, withImport(counts(first, { skipped: 1 }))],
  [
    "I6",
    "a row lost",
    journal,
    withImport({ ...counts(first, { rows: 1, failed: 0 }), report: first.report.slice(0, 1) }),
  ],
  [
    "I6",
    "a row reported twice",
    journal,
    withImport({ ...first, report: [first.report[0]!, ...first.report] }),
  ],
  [
    "I6",
    "a status of before the run after it",
    journal,
    withImport({
      ...counts(first, { failed: 0, conflict: 1 }),
      report: first.report.map((row) => ({
        ...row,
        status: row.status === "failed" ? "conflict" : row.status,
      })),
    }),
  ],
  [
    "I6",
    "a report that says otherwise than the counts",
    journal,
    withImport({ ...first, report: first.report.map((row) => ({ ...row, status: "created" })) }),
  ],
  [
    "I6",
    "a correction that was granted and lost",
    [
      ...journal,
      {
        is: "asked",
        at: 5,
        client: 0,
        operation: 8,
        act: "correct",
        file: people.name,
        importId: "1",
        corrected,
      },
      { is: "answered", at: 6, operation: 8, status: 200, code: null, retryAfter: null, told: null },
    ],
    sound,
  ],
  [
    "I7",
    "access that nobody gave",
    journal,
    { ...sound, accesses: [...sound.accesses, { ...sound.accesses[0]!, databaseId: "south" }] },
  ],
  ["I8", "a chain that was altered", journal, { ...sound, auditFaults: ["line 3 altered"] }],
  ["I8", "users that the audit does not have", journal, withImport({ ...first, auditedUsers: 0 })],
  ["I9", "rows of no import", journal, { ...sound, strayRows: 5 }],
  [
    "I10",
    "an import that never ends",
    journal,
    withImport({ ...first, state: "running", events: first.events.slice(0, 3) }),
  ],
  [
    "I11",
    "a state reached by no edge",
    journal,
    withImport({ ...first, events: ["import.received", "import.completed"] }),
  ],
  ["I11", "an end without its line", journal, withImport({ ...first, events: first.events.slice(0, 3) })],
  ["I11", "states told backwards", answering(202, { told: told(first, "validating") }), sound],
  ["I12", "a failure of the server", answering(201, { status: 500, code: "internal" }), sound],
  ["I12", "a refusal without a time", answering(201, { status: 503, code: "store.unavailable" }), sound],
  ["I12", "a server that ended", journal, { ...sound, serverFaults: ["ended"] }],
]

describe("the invariants", () => {
  it("hold where all is as it should be", () => expect(check(journal, sound)).toEqual([]))

  it("hold with a refusal that says when to come again", () =>
    expect(
      check(
        [
          ...journal,
          {
            is: "answered",
            at: 9,
            operation: 0,
            status: 503,
            code: "store.unavailable",
            retryAfter: "2",
            told: null,
          },
        ],
        sound,
      ),
    ).toEqual([]))

  it.each(wrongs)("%s finds %s", (rule, _, entries, directory) => {
    expect(check(entries, directory).map((violation) => violation.rule)).toContain(rule)
  })

  it("of step 2 finds a file with a wrong row that has given access", () => {
    const entries = journal.map((entry) =>
      entry.is === "asked" && entry.meant === access
        ? {
            ...entry,
            meant: { ...access, rows: access.rows.map((row): MeantRow => ({ ...row, as: "wrong" })) },
          }
        : entry,
    )
    expect(check(entries, sound).map(({ rule }) => rule)).toContain("I4")
  })
})

describe("the invariants of an undone import", () => {
  const undoing = undoingOf({ ...people, rows: people.rows.slice(0, 1) })
  const undo: KeptImport = {
    ...imported(undoing, "3", 0, 0),
    undoes: "1",
    counts: { ...nothing, rows: 1, removed: 1 },
    auditedRemovals: 1,
    report: [{ row: 2, email: "own@own.example", status: "removed", codes: "" }],
  }
  const undone: Directory = { ...sound, imports: [first, undo], users: sound.users.slice(1), accesses: [] }
  const asked = { is: "asked", at: 9, client: 0, operation: 9, act: "undo", importId: null } as const
  const entries: ReadonlyArray<Entry> = [
    ...journal.slice(0, 5),
    { ...asked, file: undoing.name, meant: undoing },
  ]
  const rulesOf = (directory: Directory) => check(entries, directory).map(({ rule }) => rule)

  it("hold where its users are gone", () => expect(check(entries, undone)).toEqual([]))

  it("find a user that is still there", () =>
    expect(rulesOf({ ...undone, users: sound.users })).toContain("I2"))

  it("find a removal that the audit does not have", () =>
    expect(rulesOf({ ...undone, imports: [first, { ...undo, auditedRemovals: 0 }] })).toContain("I8"))

  it("find a user that was left without a reason", () => {
    const left = {
      ...undo,
      auditedRemovals: 0,
      counts: { ...nothing, rows: 1, failed: 1 },
      report: undo.report.map((row) => ({ ...row, status: "failed" })),
    }
    expect(rulesOf({ ...undone, imports: [first, left], users: sound.users })).toContain("I2")
  })
})
