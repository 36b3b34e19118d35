import { request } from "node:http"
import { serverKey } from "../server/spawnServer.ts"

export interface Asking {
  readonly port: number
  readonly method: "GET" | "POST" | "PATCH"
  /** After `/api/v1/`. */
  readonly path: string
  readonly key: string | null
  readonly body: string | null
  readonly contentType: string | null
  /** Milliseconds that the whole answer may take. */
  readonly patience: number
}

export interface Reply {
  readonly status: number
  readonly retryAfter: string | null
  readonly body: string
}

/** Asks on a connection of its own; rejects where the answer does not come whole and in time. */
export const askOnce = ({ port, method, path, key, body, contentType, patience }: Asking): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const asked = request({
      port,
      host: "127.0.0.1",
      method,
      path: `/api/v1/${path}`,
      agent: false,
      headers: {
        authorization: `Bearer ${serverKey}`,
        ...(key === null ? {} : { "idempotency-key": key }),
        ...(contentType === null ? {} : { "content-type": contentType }),
        ...(body === null ? {} : { "content-length": Buffer.byteLength(body) }),
      },
    })
    const timer = setTimeout(() => asked.destroy(new Error("no answer in time")), patience)
    asked.on("error", reject)
    asked.on("close", () => {
      clearTimeout(timer)
      reject(new Error("the connection closed"))
    })
    asked.on("response", (answer) => {
      const pieces: Array<Buffer> = []
      answer.on("error", reject)
      answer.on("data", (piece: Buffer) => pieces.push(piece))
      answer.on("end", () =>
        answer.complete
          ? resolve({
              status: answer.statusCode ?? 0,
              retryAfter: answer.headers["retry-after"] ?? null,
              body: Buffer.concat(pieces).toString(),
            })
          : reject(new Error("the answer broke off")),
      )
    })
    asked.end(body ?? undefined)
  })
