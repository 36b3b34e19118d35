import { createConnection, createServer, type AddressInfo, type Server, type Socket } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { PostgresMessages, statementIn, type PostgresMessage } from "./PostgresMessages.ts"

/** When a trap closes: before PostgreSQL has seen the statement, while it works on it, or when only the answer is missing. */
export const moments = ["before", "during", "after"] as const
export type Moment = (typeof moments)[number]

/** Waits for a statement; what then is done is done before anything more passes on that connection, which ends. */
export interface Trap {
  readonly statement: RegExp
  readonly moment: Moment
  /** Which one of those that match, from 1. */
  readonly nth: number
  readonly spring: () => void
}

/** What slows a network: milliseconds that each piece takes, and bytes a second on each connection. */
export interface Slowness {
  readonly delay: number
  readonly bytesPerSecond: number
}

const quick: Slowness = { delay: 0, bytesPerSecond: Infinity }

interface Link {
  readonly client: Socket
  readonly server: Socket
}

/** Stands between one server of Muster and PostgreSQL, and can do to their connections what networks do. */
export class PostgresProxy {
  readonly port: number
  readonly #listener: Server
  readonly #links = new Set<Link>()
  #slowness = quick
  #stalled = Promise.withResolvers<void>()
  #trap: (Trap & { left: number }) | null = null

  private constructor(listener: Server, target: number) {
    this.#listener = listener
    this.port = (listener.address() as AddressInfo).port
    this.#stalled.resolve()
    listener.on("connection", (client: Socket) => this.#open(client, target))
  }

  /** Listens on a free port of this machine and leads to the port `target`. */
  static async start(target: number): Promise<PostgresProxy> {
    const listener = createServer()
    await new Promise<void>((done) => listener.listen(0, "127.0.0.1", done))
    return new PostgresProxy(listener, target)
  }

  /** Cuts every connection. */
  cut(): void {
    for (const link of this.#links) end(link)
  }

  /** Nothing passes any more, and nobody is told, until `flow`. */
  stall(): void {
    this.#stalled = Promise.withResolvers()
  }

  flow(): void {
    this.#stalled.resolve()
  }

  slow(slowness: Slowness | null): void {
    this.#slowness = slowness ?? quick
  }

  /** Sets a trap, in the place of the one before. */
  set(trap: Trap | null): void {
    this.#trap = trap && { ...trap, left: trap.nth }
  }

  async stop(): Promise<void> {
    this.flow()
    this.cut()
    await new Promise((done) => this.#listener.close(done))
  }

  #open(client: Socket, target: number) {
    const link = { client, server: createConnection(target, "127.0.0.1") }
    this.#links.add(link)
    const asked = new PostgresMessages("client")
    const answered = new PostgresMessages("server")
    /** The trap that a statement of this connection has stepped on. */
    let caught: Trap | null = null
    let isDone = false
    const spring = (trap: Trap) => {
      caught = null
      trap.spring()
      end(link)
    }
    const passAsked = (message: PostgresMessage): boolean => {
      const statement = statementIn(message)
      if (statement !== null) caught = this.#stepOn(statement) ?? caught
      if (caught?.moment !== "before") return true
      spring(caught)
      return false
    }
    const passAnswered = ({ type }: PostgresMessage): boolean => {
      if (caught?.moment !== "after") return true
      if (type === "E") caught = null
      isDone ||= type === "C"
      if (type === "Z" && isDone && caught !== null) spring(caught)
      return !isDone
    }
    const afterPassing = ({ type }: PostgresMessage) => {
      if (caught?.moment === "during" && (type === "E" || type === "Q")) spring(caught)
    }
    this.#lead(client, link.server, asked, passAsked, afterPassing)
    this.#lead(link.server, client, answered, passAnswered, () => undefined)
    for (const socket of [client, link.server]) {
      socket.setNoDelay(true)
      socket.on("error", () => undefined)
      socket.on("close", () => {
        end(link)
        this.#links.delete(link)
      })
    }
  }

  #lead(
    from: Socket,
    to: Socket,
    messages: PostgresMessages,
    mayPass: (message: PostgresMessage) => boolean,
    after: (message: PostgresMessage) => void,
  ) {
    let passing = Promise.resolve()
    from.on("data", (piece) => {
      passing = passing.then(async () => {
        await this.#stalled.promise
        const { delay, bytesPerSecond } = this.#slowness
        const wait = delay + (piece.length / bytesPerSecond) * 1000
        if (wait > 0) {
          from.pause()
          await sleep(wait)
          from.resume()
        }
        for (const message of messages.push(piece as Buffer)) {
          if (!mayPass(message)) continue
          to.write(message.bytes)
          if (message.type !== "") after(message)
        }
      })
    })
    from.on("end", () => void passing.then(() => to.end()))
  }

  #stepOn(statement: string): Trap | null {
    const trap = this.#trap
    if (trap === null || !trap.statement.test(statement) || --trap.left > 0) return null
    this.#trap = null
    return trap
  }
}

const end = ({ client, server }: Link) => {
  client.destroy()
  server.destroy()
}
