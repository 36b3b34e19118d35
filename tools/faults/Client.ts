import { setTimeout as sleep } from "node:timers/promises"
import { Random } from "../fuzz/Random.ts"
import { askOnce, type Reply } from "./askOnce.ts"
import type { Place } from "./Cluster.ts"
import type { DoorKind } from "./Door.ts"
import type { Act, Journal, MeantFile, MeantRow, ToldState } from "./Journal.ts"
import { textOf } from "./meantFiles.ts"

/** Of the answers to what a client asks, how many are lost, and of its uploads, how many are cut off halfway. */
export interface Losses {
  readonly answers: number
  readonly uploads: number
}

export interface ClientOptions {
  readonly number: number
  readonly seed: number
  readonly losses: Losses
}

interface Wish {
  readonly act: Act
  readonly method: "GET" | "POST" | "PATCH"
  readonly path: string
  readonly file: string
  readonly importId: string | null
  readonly body?: string
  readonly contentType?: string
  readonly meant?: MeantFile
  readonly corrected?: MeantRow
}

/** Milliseconds that a client waits for an answer at first; twice as many each time that was too short. */
const firstPatience = 4000

const rests: ReadonlyArray<string> = ["refused", "ready", "completed", "failed", "cancelled"]
let operations = 0

/** Somebody who imports: asks until there is an answer, at any server, and writes down what was asked and answered. */
export class Client {
  readonly random: Random
  readonly name: string
  /** What is asked for and not answered yet. */
  readonly waiting = new Set<number>()
  readonly #number: number
  readonly #losses: Losses
  readonly #places: ReadonlyArray<Place>
  readonly #journal: Journal

  constructor(places: ReadonlyArray<Place>, journal: Journal, { number, seed, losses }: ClientOptions) {
    this.#places = places
    this.#journal = journal
    this.#number = number
    this.#losses = losses
    this.name = `c${number}`
    this.random = new Random(seed * 1000 + number)
  }

  /** Uploads a file, and waits for its validation. */
  async upload(meant: MeantFile): Promise<ToldState> {
    const query = new URLSearchParams({ fileName: meant.name, invalidRows: meant.invalidRows })
    const told = await this.#tell({
      act: "upload",
      method: "POST",
      path: `${scopeOf(meant)}/imports?${query}`,
      file: meant.name,
      importId: null,
      body: textOf(meant),
      contentType: "text/csv",
      meant,
    })
    return this.rest(meant, told)
  }

  async run(meant: MeantFile, id: string): Promise<ToldState> {
    return this.#tell(this.#move("run", meant, id))
  }

  async cancel(meant: MeantFile, id: string): Promise<ToldState> {
    return this.#tell(this.#move("cancel", meant, id))
  }

  /** Has an import undone as far as its preview; `meant` is the undoing. */
  async undo(meant: MeantFile, id: string): Promise<ToldState> {
    const told = await this.#tell({
      act: "undo",
      method: "POST",
      path: `platform/imports/${id}/undo`,
      file: meant.name,
      importId: null,
      meant,
    })
    return this.rest(meant, told)
  }

  /** Corrects a row, and waits for the validation. */
  async correct(meant: MeantFile, id: string, corrected: MeantRow): Promise<ToldState> {
    const told = await this.#tell({
      act: "correct",
      method: "PATCH",
      path: `${scopeOf(meant)}/imports/${id}/rows/${corrected.row}`,
      file: meant.name,
      importId: id,
      body: JSON.stringify({ cells: { email: corrected.email } }),
      contentType: "application/json",
      corrected,
    })
    return this.rest(meant, told)
  }

  /** Waits until nothing more happens to the import by itself. */
  async rest(meant: MeantFile, told: ToldState): Promise<ToldState> {
    let now = told
    while (!rests.includes(now.state)) {
      await sleep(50)
      now = await this.#tell({
        act: "read",
        method: "GET",
        path: `${scopeOf(meant)}/imports/${told.id}`,
        file: meant.name,
        importId: told.id,
      })
    }
    return now
  }

  async report(meant: MeantFile, id: string): Promise<string> {
    const path = `${scopeOf(meant)}/imports/${id}/report?rows=all&format=csv`
    const wish = { act: "report", method: "GET", path, file: meant.name, importId: id } as const
    return (await this.#ask(wish)).body
  }

  #move(act: "run" | "cancel", meant: MeantFile, id: string): Wish {
    return {
      act,
      method: "POST",
      path: `${scopeOf(meant)}/imports/${id}/${act}`,
      file: meant.name,
      importId: id,
    }
  }

  async #tell(wish: Wish): Promise<ToldState> {
    const told = toldIn(await this.#ask(wish))
    if (told !== null) return told
    // Refused where the import has moved on: it is read as it is.
    const path = wish.path.replace(/\/(run|cancel|rows\/\d+)$/, "")
    const read = { act: "read", method: "GET", path, file: wish.file, importId: wish.importId } as const
    const now = toldIn(await this.#ask(read))
    if (now === null) throw new Error(`${wish.act} of ${wish.file} was answered without the import`)
    return now
  }

  /** Asks again and again, each time at one server after another, until the wish is granted or refused for good. */
  async #ask({
    act,
    method,
    path,
    file,
    importId,
    body,
    contentType,
    meant,
    corrected,
  }: Wish): Promise<Reply> {
    const operation = ++operations
    const key = method === "POST" ? `operation-${operation}` : null
    this.#journal.write({
      is: "asked",
      client: this.#number,
      operation,
      act,
      file,
      importId,
      ...(meant && { meant }),
      ...(corrected && { corrected }),
    })
    this.waiting.add(operation)
    const asking = { method, path, key, body: body ?? null, contentType: contentType ?? null }
    let patience = firstPatience
    for (let turn = this.random.below(this.#places.length); ; turn++) {
      const began = performance.now()
      const door = this.#door(method === "POST", act)
      const place = this.#places[turn % this.#places.length] as Place
      const reply = await askOnce({ ...asking, patience, port: place.doors[door].port }).catch(
        (error: unknown) => {
          this.#journal.write({ is: "unanswered", operation, why: String(error) })
          return null
        },
      )
      if (reply === null) {
        if (performance.now() - began >= patience) patience = Math.min(patience * 2, 60_000)
        await sleep(50 + this.random.below(100))
        continue
      }
      const { status, retryAfter } = reply
      const code = codeIn(reply)
      this.#journal.write({ is: "answered", operation, status, code, retryAfter, told: toldIn(reply) })
      if (status < 500 && status !== 429 && code !== "idempotency.under_way") {
        this.waiting.delete(operation)
        return reply
      }
      await sleep(Math.min(Number(retryAfter ?? 1), 2) * 1000)
    }
  }

  #door(canLose: boolean, act: Act): DoorKind {
    const chance = this.random.next()
    if (act === "upload" && chance < this.#losses.uploads) return "broken"
    return canLose && this.random.next() < this.#losses.answers ? "deaf" : "open"
  }
}

const scopeOf = ({ databaseId }: MeantFile) => (databaseId === null ? "platform" : `databases/${databaseId}`)

const parsed = ({ body }: Reply): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(body) as Record<string, unknown>
  } catch {
    return {}
  }
}

const codeIn = (reply: Reply): string | null => {
  if (reply.status < 400) return null
  const { code } = parsed(reply)
  return typeof code === "string" ? code : null
}

const toldIn = (reply: Reply): ToldState | null => {
  if (reply.status >= 400 || !reply.body.startsWith("{")) return null
  const { id, state, counts } = parsed(reply)
  return { id: String(id), state: String(state), counts: counts as ToldState["counts"] }
}
