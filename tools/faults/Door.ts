import { createConnection, createServer, type AddressInfo, type Server, type Socket } from "node:net"

/**
 * How a way to a server is: `open`; `deaf`, where a request passes and its answer is lost; `broken`, where the
 * connection is cut when half of the request has passed.
 */
export type DoorKind = "open" | "deaf" | "broken"

/** Bytes of a request that pass a broken door, its headers included. */
const half = 4000

/** A way to a server of Muster, on a free port of this machine. */
export class Door {
  readonly port: number
  readonly #listener: Server
  readonly #sockets = new Set<Socket>()

  private constructor(listener: Server) {
    this.#listener = listener
    this.port = (listener.address() as AddressInfo).port
  }

  /** Opens a way to the port `target`. */
  static async open(kind: DoorKind, target: number): Promise<Door> {
    const listener = createServer({ allowHalfOpen: false })
    await new Promise<void>((done) => listener.listen(0, "127.0.0.1", done))
    const door = new Door(listener)
    listener.on("connection", (client: Socket) => door.#lead(client, kind, target))
    return door
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((done) => this.#listener.close(done))
  }

  #lead(client: Socket, kind: DoorKind, target: number) {
    const server = createConnection(target, "127.0.0.1")
    const cut = () => {
      client.destroy()
      server.destroy()
    }
    let passed = 0
    client.on("data", (piece: Buffer) => {
      const left = kind === "broken" ? half - passed : Infinity
      passed += piece.length
      server.write(piece.subarray(0, Math.min(left, piece.length)))
      if (piece.length >= left) server.end(cut)
    })
    server.on("data", (piece: Buffer) => (kind === "open" ? client.write(piece) : cut()))
    for (const socket of [client, server]) {
      this.#sockets.add(socket)
      socket.setNoDelay(true)
      socket.on("error", cut)
      socket.on("close", () => {
        cut()
        this.#sockets.delete(socket)
      })
    }
    server.on("end", () => client.end())
  }
}
