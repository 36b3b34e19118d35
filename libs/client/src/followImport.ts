import type { Connection } from "./Connection.ts"
import type { AnsweredImport } from "./imports.ts"
import type { ImportScope } from "@muster/domain/model/Import"
import { eventsPath, importOfEvent } from "./imports.ts"
import { send } from "./request.ts"

/**
 * Follows an import by its server-sent events (HTML Living Standard, 9.2) and tells every state of it, until
 * the `final` one has been told. Read by fetch, since `EventSource` cannot say which language to answer in.
 * Fails when the events end before `final`.
 */
export const followImport = async (
  connection: Connection,
  scope: ImportScope,
  id: string,
  told: (one: AnsweredImport) => void,
  signal: AbortSignal | null = null,
): Promise<void> => {
  const response = await send(connection, eventsPath(scope, id), {
    signal,
    headers: { Accept: "text/event-stream" },
  })
  if (response.body === null) throw new Error("The events have no body")
  let rest = ""
  const chunks = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await chunks.read()
    if (done) throw new Error("The events ended before the final one")
    const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n")
    rest = blocks.pop() ?? ""
    for (const { event, data } of blocks.map(eventOf)) {
      if (data !== "" && (event === "progress" || event === "final")) told(importOfEvent(data))
      if (event === "final") return void chunks.cancel()
    }
  }
}

/** The name and the data of one event; comments and other fields are passed over. */
const eventOf = (block: string): { readonly event: string; readonly data: string } => {
  let event = "message"
  const data: Array<string> = []
  for (const line of block.split("\n")) {
    const [, field, value] = /^([^:]+)(?:: ?(.*))?$/.exec(line) ?? []
    if (field === "event") event = value ?? ""
    if (field === "data") data.push(value ?? "")
  }
  return { event, data: data.join("\n") }
}
