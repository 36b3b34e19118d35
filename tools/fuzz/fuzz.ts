import { fileCodes } from "@muster/http/issueCodes"
import { prepareServer } from "../fixtures/prepareServer.ts"
import type { Server } from "../fixtures/startServer.ts"
import { mutantAt, type Mutant } from "./mutantAt.ts"

/** What may not be: a mutant that the server did not take as it should. */
export interface Finding {
  readonly at: number
  readonly of: string
  readonly wrong: string
}

/** What a run came to. Memory is what the server took at most beyond what it had before, in MiB; time in milliseconds. */
export interface FuzzResult {
  readonly findings: ReadonlyArray<Finding>
  readonly codes: ReadonlyMap<string, number>
  readonly mostMemory: number
  readonly mostTime: number
}

const requestCodes = [
  "request.malformed",
  "request.form_invalid",
  "request.media_type_unsupported",
  "request.invalid",
]
const published: ReadonlySet<string> = new Set([...fileCodes, ...requestCodes, "request.too_large"])

const atOnce = 4
const mostTime = 10_000
export const memoryLimit = 256

/** After how many mutants it is looked whether anything of the refused ones is left. */
const between = 100

/** Sends the mutants from `first` on, and says of each that is not taken as it should be what is wrong. */
export const fuzz = async (
  server: Server,
  { seed, first = 0, count }: { readonly seed: number; readonly first?: number; readonly count: number },
  progress: (done: number) => void = () => undefined,
): Promise<FuzzResult> => {
  const databaseId = await prepareServer(server)
  const findings: Array<Finding> = []
  const codes = new Map<string, number>()
  const idle = server.memory()
  let memory = idle
  let time = 0
  const watch = setInterval(() => (memory = Math.max(memory, server.memory())), 20)

  const send = async (at: number): Promise<void> => {
    const mutant = mutantAt(seed, at)
    const began = performance.now()
    let { code, wrong } = await outcomeOf(server, databaseId, mutant)
    // A connection that both sides had done with is no finding; a server that is gone says so by its fault.
    if (code === "none") ({ code, wrong } = await outcomeOf(server, databaseId, mutant))
    const took = performance.now() - began
    time = Math.max(time, took)
    codes.set(code, (codes.get(code) ?? 0) + 1)
    const fault = wrong ?? (took > mostTime ? `took ${Math.round(took)} ms` : null)
    if (fault !== null) findings.push({ at, of: mutant.of, wrong: fault })
  }

  for (let done = 0; done < count; done += between) {
    const numbers = Array.from({ length: Math.min(between, count - done) }, (_, at) => first + done + at)
    const before = await server.imports()
    const accepted = codes.get("accepted") ?? 0
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let at = numbers.shift(); at !== undefined; at = numbers.shift()) await send(at)
      }),
    )
    const left = (await server.imports()) - before - ((codes.get("accepted") ?? 0) - accepted)
    const stray = await server.strayRows()
    const wrong =
      server.fault() ?? (left !== 0 || stray !== 0 ? `left ${left} imports and ${stray} rows` : null)
    if (wrong !== null) {
      findings.push({ at: first + done, of: `one of ${between} from here`, wrong })
      break
    }
    progress(done + between)
  }
  clearInterval(watch)
  return { findings, codes, mostMemory: memory - idle, mostTime: time }
}

interface Told {
  readonly code: string
  readonly wrong: string | null
}

const outcomeOf = async (
  server: Server,
  databaseId: string,
  { bytes, into, sent }: Mutant,
): Promise<Told> => {
  const scope = into === "database" ? `databases/${databaseId}` : "platform"
  try {
    const answer = await server.ask(`${scope}/imports?${new URLSearchParams(sent?.query)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream", ...sent?.headers },
      body: new Uint8Array(sent?.body?.(bytes) ?? bytes),
    })
    const { code = "accepted" } = (await answer.json()) as { readonly code?: string }
    const right = answer.status === 201 ? code === "accepted" : answer.status < 500 && published.has(code)
    return { code, wrong: right ? null : `answered ${answer.status} ${code}` }
  } catch (error) {
    return {
      code: "none",
      wrong: `no answer: ${String(error instanceof Error ? (error.cause ?? error) : error)}`,
    }
  }
}
