import { appendFileSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"

/** A row of a file as its client means it. */
export interface MeantRow {
  /** As the spreadsheet shows it; the header is row 1. */
  readonly row: number
  readonly email: string
  /** Step 1: last name. Step 2: department and group. */
  readonly cells: ReadonlyArray<string>
  /** `own`: nobody else names this person; `shared`: others may; `wrong`: cannot be imported; `undone`: taken back. */
  readonly as: "own" | "shared" | "wrong" | "undone"
}

/** A file that a client means to import; its name is one of a kind. */
export interface MeantFile {
  readonly name: string
  readonly databaseId: string | null
  readonly invalidRows: "refuse" | "skip"
  readonly rows: ReadonlyArray<MeantRow>
}

export type Act = "upload" | "undo" | "correct" | "run" | "cancel" | "read" | "report"

/** What a client asks for, before it asks; the same `operation` asked again is the same wish. */
export interface Asked {
  readonly is: "asked"
  readonly at: number
  readonly client: number
  readonly operation: number
  readonly act: Act
  /** The name of the file that it is about. */
  readonly file: string
  readonly importId: string | null
  /** With an upload, or an import to be undone: all of the file. With a correction: the row as it is to be. */
  readonly meant?: MeantFile
  readonly corrected?: MeantRow
}

/** What came of asking, once: an answer, or nothing that can be told from being lost. */
export interface Answered {
  readonly is: "answered"
  readonly at: number
  readonly operation: number
  readonly status: number
  readonly code: string | null
  readonly retryAfter: string | null
  /** The import as answered, where it was. */
  readonly told: ToldState | null
}

export interface Unanswered {
  readonly is: "unanswered"
  readonly at: number
  readonly operation: number
  readonly why: string
}

export interface ToldState {
  readonly id: string
  readonly state: string
  readonly counts: Readonly<Record<string, number>>
}

export type Entry = Asked | Answered | Unanswered

/** What clients asked and were answered, in order; each entry is in the file before the next step is taken. */
export class Journal {
  readonly entries: Array<Entry> = []
  readonly #path: string | null
  readonly #began = performance.now()

  /** Keeps the journal in a file too, if a path is given. */
  constructor(path: string | null = null) {
    this.#path = path
    if (path === null) return
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, "")
  }

  /** Milliseconds since the journal was begun. */
  now(): number {
    return Math.round(performance.now() - this.#began)
  }

  write(entry: Omit<Asked, "at"> | Omit<Answered, "at"> | Omit<Unanswered, "at">): void {
    const whole = { ...entry, at: this.now() } as Entry
    this.entries.push(whole)
    if (this.#path !== null) appendFileSync(this.#path, `${JSON.stringify(whole)}\n`)
  }
}
