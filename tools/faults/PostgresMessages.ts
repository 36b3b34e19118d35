/** One message of PostgreSQL's protocol: its letter (empty for the first one a client sends) and all its bytes. */
export interface PostgresMessage {
  readonly type: string
  readonly bytes: Buffer
}

/** Cuts a stream that comes in pieces into the messages of PostgreSQL's protocol, version 3. */
export class PostgresMessages {
  #rest: Buffer = Buffer.alloc(0)
  #isFirst: boolean

  /** Whose messages these are: the first one of a client has no letter. */
  constructor(from: "client" | "server") {
    this.#isFirst = from === "client"
  }

  /** The messages that are whole with this piece. */
  push(piece: Buffer): ReadonlyArray<PostgresMessage> {
    this.#rest = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    const whole: Array<PostgresMessage> = []
    for (;;) {
      const head = this.#isFirst ? 0 : 1
      if (this.#rest.length < head + 4) return whole
      const length = head + this.#rest.readInt32BE(head)
      if (this.#rest.length < length) return whole
      whole.push({
        type: this.#isFirst ? "" : String.fromCharCode(this.#rest[0] ?? 0),
        bytes: this.#rest.subarray(0, length),
      })
      this.#isFirst = false
      this.#rest = this.#rest.subarray(length)
    }
  }
}

/** The text of the statement that a message brings (`P`: to be parsed, `Q`: to be done), or null. */
export const statementIn = ({ type, bytes }: PostgresMessage): string | null => {
  if (type === "Q") return bytes.toString("utf8", 5, bytes.length - 1)
  if (type !== "P") return null
  const from = bytes.indexOf(0, 5) + 1
  return bytes.toString("utf8", from, bytes.indexOf(0, from))
}
