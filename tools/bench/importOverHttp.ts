import type { ServerProcess } from "../server/spawnServer.ts"

/** Milliseconds that each stage of an import took, as its client saw them, and what became of the rows. */
export interface ImportTimes {
  readonly upload: number
  readonly validate: number
  readonly run: number
  readonly report: number
  readonly whole: number
  readonly counts: Readonly<Record<string, number>>
}

interface Answer {
  readonly id: string
  readonly state: string
  readonly counts: Readonly<Record<string, number>>
}

/** Asks as a well-behaved client does: told to come again later (429, 503), it waits for as long as it is told. */
const askPatiently = async (ask: ServerProcess["ask"], url: string, init: RequestInit): Promise<Response> => {
  const answer = await ask(url, init)
  const wait = answer.headers.get("retry-after")
  if (wait === null) return answer
  await answer.arrayBuffer()
  await new Promise((resolve) => setTimeout(resolve, Number(wait) * 1000))
  return askPatiently(ask, url, init)
}

/** Takes a file through Muster as an administrator would: upload, validate, run, download the rows that failed. */
export const importOverHttp = async ({ ask }: ServerProcess, file: Blob): Promise<ImportTimes> => {
  const imports = "platform/imports"
  const call = async (url: string, init: RequestInit = {}) => {
    const answer = await askPatiently(ask, url, init)
    if (!answer.ok) throw new Error(`${init.method ?? "GET"} ${url}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  /** Waits until the import rests, by its events. */
  const rest = async (id: string) => {
    const events = await (await call(`${imports}/${id}/events`)).text()
    return JSON.parse(events.slice(events.lastIndexOf("data: ") + 6)) as Answer
  }

  const began = performance.now()
  const received = await call(`${imports}?invalidRows=skip&fileName=people.csv`, {
    method: "POST",
    body: file,
    headers: { "Content-Type": "text/csv" },
  })
  const { id, state } = (await received.json()) as Answer
  const uploaded = performance.now()
  if (state === "validating") await rest(id)
  const validated = performance.now()
  const started = (await (await call(`${imports}/${id}/run`, { method: "POST" })).json()) as Answer
  const { state: end, counts } = started.state === "running" ? await rest(id) : started
  if (end !== "completed") throw new Error(`The import ended ${end}.`)
  const ran = performance.now()
  await (await call(`${imports}/${id}/report?rows=failed`)).arrayBuffer()
  const reported = performance.now()
  return {
    upload: uploaded - began,
    validate: validated - uploaded,
    run: ran - validated,
    report: reported - ran,
    whole: reported - began,
    counts,
  }
}
