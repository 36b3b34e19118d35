/** An answer as it goes out, header names in lower case. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | ReadableStream<Uint8Array> | null
}

/** A JSON answer; nobody on the way may keep it, since most hold personal data. */
export const jsonReply = (status: number, body: string, headers: Reply["headers"] = {}): Reply => ({
  status,
  headers: {
    "content-type": status < 400 ? "application/json" : "application/problem+json",
    "cache-control": "no-store",
    ...headers,
  },
  body,
})

export const toResponse = ({ body, status, headers }: Reply): Response =>
  new Response(body, { status, headers })
